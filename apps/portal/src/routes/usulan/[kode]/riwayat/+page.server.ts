import { error } from '@sveltejs/kit';
import { m } from '@simpul/words/messages';
import { graph } from '#lib/graph/graph.ts';
import { ProposalHistoryDocument } from '#lib/graph/generated/graphql.ts';
import { afterParam, beforeParam, pageArguments } from '#lib/graph/page.ts';
import { requireViewer } from '#lib/session/viewer.ts';
import { isOwn } from '../proposal.ts';
import type { PageServerLoad } from './$types';

const pageOfMoves = 50;

export const load: PageServerLoad = async (event) => {
  const who = await requireViewer(event);
  const { code, page } = { code: event.params.kode, page: newestPage(event.url) };
  const { proposal } = await graph(event, ProposalHistoryDocument, { code, ...page });
  if (!proposal) error(404, m.error_not_found());
  return { proposal, own: isOwn(who, proposal.partner?.id) };
};

/** The list begins with the first move; people begin with the latest. */
function newestPage(url: URL) {
  const asked = url.searchParams.has(afterParam) || url.searchParams.has(beforeParam);
  return asked ? pageArguments(url, pageOfMoves) : { last: pageOfMoves };
}
