import { error } from '@sveltejs/kit';
import { m } from '@simpul/words/messages';
import { graph } from '#lib/graph/graph.ts';
import { MyProposalsDocument } from '#lib/graph/generated/graphql.ts';
import { pageArguments } from '#lib/graph/page.ts';
import { requireViewer } from '#lib/session/viewer.ts';
import { proposalList } from './filter.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { partnerMemberships } = await requireViewer(event);
  const mine = partnerMemberships.flatMap(({ partner }) => (partner ? [partner.id] : []));
  if (mine.length === 0) error(403, m.proposals_for_partners());
  const { form, filter, orderBy, filtered } = proposalList(event.url, mine);
  const { proposals } = await graph(event, MyProposalsDocument, {
    ...pageArguments(event.url),
    filter,
    orderBy,
  });
  return { form, filtered, proposals, several: mine.length > 1 };
};
