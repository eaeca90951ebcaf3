import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { m } from '@simpul/words/messages';
import { email } from '#lib/form/fields.ts';
import { readForm, refuseForm } from '#lib/form/read.ts';
import { newForm } from '#lib/form/state.ts';
import { paths } from '#lib/paths.ts';
import { localPath } from '#lib/session/return-address.ts';
import { signIn } from '#lib/session/sign-in.ts';
import { viewer } from '#lib/session/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = v.object({
  email: email(m.email_required),
  password: v.pipe(v.optional(v.string(), ''), v.nonEmpty(m.password_required), v.maxLength(200)),
});

export const load: PageServerLoad = async (event) => {
  const back = event.url.searchParams.get('kembali');
  if (await viewer(event)) redirect(303, localPath(back, paths.beranda()));
  return { form: newForm(), sentHere: back !== null };
};

export const actions: Actions = {
  default: async (event) => {
    const data = await event.request.formData();
    const read = readForm(data, schema);
    // Blanks around a password are part of it; and it never travels back to the page.
    const password = String(data.get('password') ?? '');
    const form = { ...read.form, values: { email: read.form.values.email } };
    if (!read.ok) return refuseForm(form);
    const refusal = await signIn(event, read.output.email, password);
    if (refusal) return refuseForm(form, [refusal]);
    redirect(303, localPath(event.url.searchParams.get('kembali'), paths.beranda()));
  },
};
