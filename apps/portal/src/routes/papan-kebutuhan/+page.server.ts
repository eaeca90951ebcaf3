import { graph } from '#lib/graph/graph.ts';
import { BoardDocument } from '#lib/graph/generated/graphql.ts';
import { pageArguments } from '#lib/graph/page.ts';
import { hasRole } from '#lib/session/roles.ts';
import { requireViewer } from '#lib/session/viewer.ts';
import { board } from './filter.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const who = await requireViewer(event);
  const { form, filter, orderBy } = board(event.url);
  const { needs, competencies } = await graph(event, BoardDocument, {
    ...pageArguments(event.url),
    filter,
    orderBy,
  });
  const mayWrite = hasRole(who, 'SECRETARIAT', 'HR');
  return { form, needs, competencies: competencies?.nodes ?? [], mayWrite, wide: true };
};
