import { graph } from '#lib/graph/graph.ts';
import { NeedsDocument } from '#lib/graph/generated/graphql.ts';
import { pageArguments } from '#lib/graph/page.ts';
import { needList } from './filter.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { form, filter, orderBy } = needList(event.url);
  const { needs, competencies } = await graph(event, NeedsDocument, {
    ...pageArguments(event.url),
    filter,
    orderBy,
  });
  return { form, needs, competencies: competencies?.nodes ?? [] };
};
