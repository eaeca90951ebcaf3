import * as v from 'valibot';
import { amount, choice, optionalText, rows, text } from '#lib/form/fields.ts';
import { readForm } from '#lib/form/read.ts';
import { newForm } from '#lib/form/state.ts';
import { decimal, whole } from '#lib/format/number.ts';
import { fundingSource } from '#lib/words/proposal.ts';
import { codes } from '#lib/words/word.ts';
import { draftOf } from '../draft.server.ts';
import { type Draft } from '../draft.ts';
import { again, savePart } from '../save.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = v.object({
  speakers: rows({
    key: optionalText(40),
    name: text(200),
    affiliation: optionalText(200),
    expertise: optionalText(200),
  }),
  budget: rows({
    key: optionalText(40),
    description: text(200),
    quantity: amount(2, undefined, 1e6),
    unit: text(40),
    unitPrice: v.pipe(
      amount(0),
      v.transform((price) => ({ amount: price, currencyCode: 'IDR' })),
    ),
    source: choice(codes(fundingSource)),
  }),
});

export const load: PageServerLoad = async (event) => {
  const draft = await draftOf(event);
  const { speakers, budget } = draft.draft;
  const people = speakers.map((speaker) => ({ ...speaker }));
  return { draft, form: newForm({ speakers: people, budget: budget.map(asTyped) }) };
};

/** Numbers stand in their fields as people write them. */
function asTyped({ key, description, quantity, unit, unitPrice, source }: Draft['draft']['budget'][number]) {
  return {
    key,
    description,
    quantity: decimal(quantity, 2),
    unit,
    unitPrice: whole(unitPrice.amount),
    source,
  };
}

export const actions: Actions = {
  simpan: async (event) =>
    again(
      await savePart(event, await event.request.formData(), {
        part: 'narasumber',
        schema,
        lists: ['speakers', 'budget'],
        change: (content) => ({ content }),
      }),
      {},
    ),
  hitung: async ({ request }) => ({
    form: { ...readForm(await request.formData(), schema).form, errors: [] },
  }),
};
