import * as v from 'valibot';
import { integer, optionalDate, optionalText, rows, text } from '#lib/form/fields.ts';
import { readForm } from '#lib/form/read.ts';
import { newForm } from '#lib/form/state.ts';
import { draftOf } from '../draft.server.ts';
import { again, savePart } from '../save.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = v.object({
  preferredFrom: optionalDate(),
  preferredUntil: optionalDate(),
  place: optionalText(200),
  sessions: rows({
    key: optionalText(40),
    title: text(200),
    minutes: integer(15, 600),
    method: optionalText(200),
  }),
});

export const load: PageServerLoad = async (event) => {
  const draft = await draftOf(event);
  const { preferredFrom, preferredUntil, place, sessions } = draft.draft;
  const typed = sessions.map((session) => ({ ...session, minutes: session.minutes.toString() }));
  return { draft, form: newForm({ preferredFrom, preferredUntil, place, sessions: typed }) };
};

export const actions: Actions = {
  simpan: async (event) =>
    again(
      await savePart(event, await event.request.formData(), {
        part: 'jadwal',
        schema,
        lists: ['sessions'],
        change: (content) => ({ content }),
      }),
      {},
    ),
  hitung: async ({ request }) => ({
    form: { ...readForm(await request.formData(), schema).form, errors: [] },
  }),
};
