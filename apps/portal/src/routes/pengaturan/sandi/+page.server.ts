import { redirect } from '@sveltejs/kit';
import { m } from '@simpul/words/messages';
import { newPasswordErrors, typedPassword, withoutPasswords } from '#lib/form/password.ts';
import { refuseForm } from '#lib/form/read.ts';
import { newForm } from '#lib/form/state.ts';
import { paths } from '#lib/paths.ts';
import { ask } from '#lib/session/door.ts';
import { flash } from '#lib/session/flash.ts';
import { requireViewer } from '#lib/session/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await requireViewer(event);
  return { form: newForm() };
};

export const actions: Actions = {
  default: async (event) => {
    await requireViewer(event);
    const data = await event.request.formData();
    const form = withoutPasswords(data, 'current', 'password', 'again');
    const current = typedPassword(data, 'current');
    const errors = [
      ...(current ? [] : [{ path: 'current', message: m.password_required() }]),
      ...newPasswordErrors(data),
    ];
    if (errors.length > 0) return refuseForm(form, errors);
    const password = typedPassword(data, 'password');
    const refusals = await ask(event, '/auth/password-change', { current, password });
    if (refusals.length > 0) return refuseForm(form, refusals);
    flash(event, m.password_changed());
    redirect(303, paths.beranda());
  },
};
