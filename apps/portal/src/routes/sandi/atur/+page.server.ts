import { redirect } from '@sveltejs/kit';
import { m } from '@simpul/words/messages';
import { newPasswordErrors, typedPassword, withoutPasswords } from '#lib/form/password.ts';
import { refuseForm } from '#lib/form/read.ts';
import { newForm, typedAt } from '#lib/form/state.ts';
import { paths } from '#lib/paths.ts';
import { ask } from '#lib/session/door.ts';
import { flash } from '#lib/session/flash.ts';
import type { Actions, PageServerLoad } from './$types';

/** Opening the link does nothing yet: mail programs look at links before people do. */
export const load: PageServerLoad = ({ url, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
  const code = url.searchParams.get('kode')?.slice(0, 40) ?? '';
  return { form: newForm({ code }), fromLink: code !== '' };
};

export const actions: Actions = {
  default: async (event) => {
    const data = await event.request.formData();
    const form = withoutPasswords(data, 'password', 'again');
    const code = typedAt(form, 'code');
    const errors = [
      ...(code ? [] : [{ path: 'code', message: m.password_code_required() }]),
      ...newPasswordErrors(data),
    ];
    if (errors.length > 0) return refuseForm(form, errors);
    const refusals = await ask(event, '/auth/password', { code, password: typedPassword(data, 'password') });
    if (refusals.length > 0) return refuseForm(form, refusals);
    flash(event, m.password_set_done());
    redirect(303, paths.masuk());
  },
};
