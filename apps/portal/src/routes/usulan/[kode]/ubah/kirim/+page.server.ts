import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { m } from '@simpul/words/messages';
import { fieldErrors, readForm, refuseForm } from '#lib/form/read.ts';
import { newForm } from '#lib/form/state.ts';
import { graph } from '#lib/graph/graph.ts';
import { ProposalMoveDocument } from '#lib/graph/generated/graphql.ts';
import { paths } from '#lib/paths.ts';
import { draftOf } from '../draft.server.ts';
import { receiverOf } from '../draft.ts';
import { withPlace } from '../labels.ts';
import { gapsOf, writingParts } from '../parts.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = v.object({
  versi: v.string(),
  usulan: v.string(),
  perbuatan: v.picklist(['SUBMIT', 'RESUBMIT']),
});

export const load: PageServerLoad = async (event) => {
  const draft = await draftOf(event);
  const deed = draft.viewerActions.find((action) => action === 'SUBMIT' || action === 'RESUBMIT') ?? null;
  return {
    draft,
    deed,
    receiver: receiverOf(draft),
    gaps: writingParts.flatMap((part) => gapsOf(draft, part)),
    form: newForm(),
  };
};

export const actions: Actions = {
  kirim: async (event) => {
    const read = readForm(await event.request.formData(), schema);
    if (!read.ok) return refuseForm(read.form);
    const { versi, usulan, perbuatan } = read.output;
    const { proposalTransition } = await graph(event, ProposalMoveDocument, {
      input: {
        id: usulan,
        action: perbuatan,
        expectedVersion: Number(versi) || 0,
        idempotencyKey: read.form.key,
      },
    });
    const errors = proposalTransition?.errors ?? [
      { code: 'NOT_PERMITTED', message: m.error_forbidden(), path: [] },
    ];
    if (errors.length === 0) redirect(303, paths.usulanTerkirim(event.params.kode));
    const changed = errors.some(({ code }) => code === 'VERSION_CONFLICT');
    if (changed) return refuseForm(read.form, [{ path: '', message: m.send_conflict() }]);
    return refuseForm(read.form, fieldErrors(errors).map(withPlace));
  },
};
