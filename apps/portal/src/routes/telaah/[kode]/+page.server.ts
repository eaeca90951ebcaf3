import { error } from '@sveltejs/kit';
import { m } from '@simpul/words/messages';
import { graph } from '#lib/graph/graph.ts';
import {
  DeedChoicesDocument,
  ReviewStandDocument,
  ReviewWorkspaceDocument,
} from '#lib/graph/generated/graphql.ts';
import { requireStaff } from '../staff.server.ts';
import { move } from './deed.server.ts';
import { nextForMe } from './next.server.ts';
import { linkNeeds } from './link.server.ts';
import type { Choices } from './choices.ts';
import { earlierText } from './earlier.server.ts';
import { review } from './review.server.ts';
import { judged, mainDeed, type Workspace } from './stand.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const who = await requireStaff(event);
  const code = event.params.kode;
  const [text, stand] = await Promise.all([
    graph(event, ReviewWorkspaceDocument, { code }),
    graph(event, ReviewStandDocument, { code }),
  ]);
  if (!text.proposal?.currentRevision || !stand.proposal) error(404, m.error_not_found());
  const proposal = { ...text.proposal, ...stand.proposal };
  const [choices, old] = await Promise.all([choicesFor(event, proposal), earlierText(event, proposal)]);
  const reviews = judged(proposal, who.account?.displayName ?? '');
  return {
    proposal,
    rubric: stand.rubric,
    choices,
    old,
    reviews,
    main: old ? null : mainDeed(proposal, reviews.own),
    next: reviews.own ? null : await nextForMe(event),
    wide: true,
  };
};

const none: Choices = { units: [], targets: [], needs: [] };

/** What the forms offer to choose from; nothing is asked for that no form shows. */
async function choicesFor(event: Parameters<PageServerLoad>[0], proposal: Workspace): Promise<Choices> {
  const may = new Set(proposal.viewerActions);
  const links = proposal.viewerCanLinkNeeds;
  if (!links && !may.has('FORWARD') && !may.has('MERGE')) return none;
  const unit = proposal.orgUnit?.id ?? '';
  const { orgUnits, targets, needs } = await graph(event, DeedChoicesDocument, {
    units: may.has('FORWARD') ? 100 : 0,
    targets: may.has('MERGE') ? 100 : 0,
    needs: links ? 100 : 0,
    unit: [unit],
  });
  return {
    units: (orgUnits?.nodes ?? []).filter(({ id, kind }) => id !== unit && kind !== 'SECTION'),
    targets: (targets?.nodes ?? []).filter(({ id, orgUnit }) => id !== proposal.id && orgUnit?.id === unit),
    needs: needs?.nodes ?? [],
  };
}

export const actions: Actions = {
  telaah: review,
  tautkan: linkNeeds,
  mulai: (event) => move(event, 'mulai'),
  kembalikan: (event) => move(event, 'kembalikan'),
  teruskan: (event) => move(event, 'teruskan'),
  gabungkan: (event) => move(event, 'gabungkan'),
  minta: (event) => move(event, 'minta'),
  rekomendasi: (event) => move(event, 'rekomendasi'),
  setujui: (event) => move(event, 'setujui'),
  tunggu: (event) => move(event, 'tunggu'),
  tolak: (event) => move(event, 'tolak'),
  batalkan: (event) => move(event, 'batalkan'),
};
