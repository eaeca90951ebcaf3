import { error } from '@sveltejs/kit';
import { m } from '@simpul/words/messages';
import { graph } from '#lib/graph/graph.ts';
import { ReviewHistoryDocument } from '#lib/graph/generated/graphql.ts';
import { requireStaff } from '../../staff.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await requireStaff(event);
  const { proposal } = await graph(event, ReviewHistoryDocument, { code: event.params.kode });
  if (!proposal) error(404, m.error_not_found());
  return { proposal, entries: (proposal.transitions?.nodes ?? []).toReversed(), wide: true };
};
