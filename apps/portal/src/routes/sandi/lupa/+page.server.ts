import * as v from 'valibot';
import { m } from '@simpul/words/messages';
import { email } from '#lib/form/fields.ts';
import { readForm, refuseForm } from '#lib/form/read.ts';
import { newForm } from '#lib/form/state.ts';
import { ask } from '#lib/session/door.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ form: newForm() });

export const actions: Actions = {
  default: async (event) => {
    const read = readForm(await event.request.formData(), v.object({ email: email(m.email_required) }));
    if (!read.ok) return refuseForm(read.form);
    const errors = await ask(event, '/auth/forgot', read.output);
    return errors.length > 0 ? refuseForm(read.form, errors) : { sentTo: read.output.email };
  },
};
