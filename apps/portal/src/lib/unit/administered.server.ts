import type { RequestEvent } from '@sveltejs/kit';
import { graph } from '#lib/graph/graph.ts';
import { AdministeredUnitsDocument } from '#lib/graph/generated/graphql.ts';
import { unitParam } from './unit-param.ts';

/** Units that the viewer administers, by code, among the first hundred that fit the search. */
export async function administeredUnits(event: RequestEvent) {
  const search = event.url.searchParams.get(unitParam)?.trim() ?? '';
  const { orgUnits } = await graph(event, AdministeredUnitsDocument, {
    search: [...search].length >= 3 ? search : null,
  });
  return {
    units: (orgUnits?.nodes ?? []).filter(({ viewerCanAdminister }) => viewerCanAdminister),
    areMore: orgUnits?.pageInfo.hasNextPage ?? false,
  };
}
