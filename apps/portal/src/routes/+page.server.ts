import { graph } from '#lib/graph/graph.ts';
import { HomeDocument } from '#lib/graph/generated/graphql.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { figures, needs } = await graph(event, HomeDocument);
  return { figures, needs: needs?.nodes ?? [] };
};
