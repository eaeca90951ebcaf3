import { graph } from '#lib/graph/graph.ts';
import { QueueDocument } from '#lib/graph/generated/graphql.ts';
import { pageArguments, pageSize } from '#lib/graph/page.ts';
import { queue } from './filter.ts';
import { requireStaff } from './staff.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await requireStaff(event);
  const { form, filter, orderBy, plain } = queue(event.url);
  const { waiting, proposals } = await graph(event, QueueDocument, {
    ...pageArguments(event.url),
    filter,
    orderBy,
    // Of no row when something else was asked for.
    waiting: plain ? pageSize : 0,
  });
  return { form, waiting: plain ? waiting : null, proposals, wide: true };
};
