import { graph } from '#lib/graph/graph.ts';
import { MyProposalsDocument } from '#lib/graph/generated/graphql.ts';
import { pageArguments } from '#lib/graph/page.ts';
import { proposalList } from './filter.ts';
import { ownPartners } from './own-partners.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const mine = await ownPartners(event);
  const { form, filter, orderBy, filtered } = proposalList(event.url, mine);
  const { proposals } = await graph(event, MyProposalsDocument, {
    ...pageArguments(event.url),
    filter,
    orderBy,
  });
  return { form, filtered, proposals, several: mine.length > 1 };
};
