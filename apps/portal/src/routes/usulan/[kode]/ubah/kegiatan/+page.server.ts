import * as v from 'valibot';
import { m } from '@simpul/words/messages';
import { optionalChoice, optionalInteger, optionalText, text } from '#lib/form/fields.ts';
import { newForm } from '#lib/form/state.ts';
import { deliveryMode, programmeKind } from '#lib/words/proposal.ts';
import { codes } from '#lib/words/word.ts';
import { draftOf } from '../draft.server.ts';
import { again, savePart } from '../save.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = v.object({
  title: v.pipe(
    text(150, m.title_required),
    v.minLength(10, () => m.error_too_short({ min: 10 })),
  ),
  kind: optionalChoice(codes(programmeKind)),
  mode: optionalChoice(codes(deliveryMode)),
  summary: optionalText(1200),
  rationale: optionalText(4000),
  objectives: optionalText(4000),
  audience: optionalText(1000),
  accessNeeds: optionalText(1000),
  capacityMin: optionalInteger(1, 100_000),
  capacityMax: optionalInteger(1, 100_000),
});

export const load: PageServerLoad = async (event) => {
  const draft = await draftOf(event);
  const { capacityMin, capacityMax, ...text } = draft.draft;
  const { title, kind, mode, summary, rationale, objectives, audience, accessNeeds } = text;
  const seats = { capacityMin: capacityMin?.toString(), capacityMax: capacityMax?.toString() };
  const typed = { title, kind, mode, summary, rationale, objectives, audience, accessNeeds, ...seats };
  return { draft, form: newForm(typed) };
};

export const actions: Actions = {
  simpan: async (event) =>
    again(
      await savePart(event, await event.request.formData(), {
        part: 'kegiatan',
        schema,
        lists: [],
        change: (content) => ({ content }),
      }),
      {},
    ),
};
