import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { m } from '@simpul/words/messages';
import { choice, text } from '#lib/form/fields.ts';
import { fieldErrors, readForm, refuseForm } from '#lib/form/read.ts';
import { newForm } from '#lib/form/state.ts';
import { graph } from '#lib/graph/graph.ts';
import {
  NewProposalNeedDocument,
  ProposalBeginDocument,
  type NeedForProposalFragment,
} from '#lib/graph/generated/graphql.ts';
import { paths } from '#lib/paths.ts';
import { flash } from '#lib/session/flash.ts';
import { requireViewer } from '#lib/session/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const [partners, need] = await Promise.all([ownPartners(event), needAsked(event)]);
  const [only] = partners;
  return {
    partners,
    need,
    form: newForm({ partnerId: partners.length === 1 ? only?.value : '' }),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const [partners, need] = await Promise.all([ownPartners(event), needAsked(event)]);
    const read = readForm(await event.request.formData(), schema(partners.map(({ value }) => value)));
    if (!read.ok) return refuseForm(read.form);
    const { title, partnerId } = read.output;
    const input = { idempotencyKey: read.form.key, partnerId, ...beginning(title, need) };
    const { proposalCreate } = await graph(event, ProposalBeginDocument, { input });
    if (!proposalCreate) error(403, m.error_forbidden());
    const { errors, proposal } = proposalCreate;
    if (errors.length > 0 || !proposal) return refuseForm(read.form, fieldErrors(errors, { needs: '' }));
    flash(event, m.draft_begun({ code: proposal.code }));
    redirect(303, paths.usulanUbah(proposal.code, 'kegiatan'));
  },
};

const schema = (partners: string[]) =>
  v.object({
    title: v.pipe(
      text(150, m.title_required),
      v.minLength(10, () => m.error_too_short({ min: 10 })),
    ),
    partnerId: choice(partners, m.partner_required),
  });

/** A draft for a need aims at once at its competency and level; all of it can be changed. */
function beginning(title: string, need: NeedForProposalFragment | null) {
  if (!need) return { needs: [], content: { title } };
  const { competency, targetLevel } = need;
  const outcomes = competency ? [{ competencyId: competency.id, toLevel: targetLevel }] : [];
  return { needs: [{ needId: need.id, strength: 'PRIMARY' as const }], content: { title, outcomes } };
}

async function ownPartners(event: RequestEvent) {
  const { partnerMemberships } = await requireViewer(event);
  const own = partnerMemberships.flatMap(({ partner }) => (partner ? [partner] : []));
  if (own.length === 0) error(403, m.proposals_for_partners());
  return own.map(({ id, name }) => ({ value: id, label: name }));
}

/** The need that the address names; an unknown one is no reason to write nothing. */
async function needAsked(event: RequestEvent) {
  const code = event.url.searchParams.get('kebutuhan');
  if (!code) return null;
  const { need } = await graph(event, NewProposalNeedDocument, { code });
  return need?.state === 'PUBLISHED' ? need : null;
}
