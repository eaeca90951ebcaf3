import type { RequestEvent } from '@sveltejs/kit';
import { readForm } from '#lib/form/read.ts';
import { newForm } from '#lib/form/state.ts';
import { draftOf } from '../draft.server.ts';
import { ownLinks } from '../draft.ts';
import { again, savePart } from '../save.ts';
import { choicesFor } from './choices.ts';
import { schema, takeChosen } from './answer.ts';
import type { Actions, PageServerLoad } from './$types';

type Event = RequestEvent & { params: { kode: string } };

export const load: PageServerLoad = async (event) => {
  const draft = await draftOf(event);
  const form = newForm({
    needs: ownLinks(draft).map(({ need, strength, note }) => ({ needId: need?.id, strength, note })),
    initiativeReason: draft.initiativeReason,
    orgUnitId: draft.orgUnit?.id,
    outcomes: draft.draft.outcomes.map(({ competency, fromLevel, toLevel, measure }) => ({
      competencyId: competency?.id,
      fromLevel: fromLevel?.toString(),
      toLevel: toLevel.toString(),
      measure,
    })),
  });
  return { draft, form, choices: await choicesFor(event, form) };
};

export const actions: Actions = {
  simpan: async (event) => {
    const data = takeChosen(await event.request.formData());
    const form = await savePart(event, data, {
      part: 'kebutuhan',
      schema,
      lists: ['needs', 'outcomes'],
      silent: ['strength'],
      change: ({ needs, initiativeReason, orgUnitId, outcomes }) => ({
        needs,
        initiativeReason,
        ...(orgUnitId === undefined ? {} : { orgUnitId }),
        content: { outcomes },
      }),
    });
    return again(form, { choices: await choicesFor(event, form) });
  },
  tambah: async (event) => echo(event, takeChosen(await event.request.formData())),
  cari: async (event) => echo(event, await event.request.formData()),
};

/** Shows the page again as it was typed: nothing is saved. */
async function echo(event: Event, data: FormData) {
  const form = { ...readForm(data, schema).form, errors: [] };
  return { form, choices: await choicesFor(event, form) };
}
