import { error } from '@sveltejs/kit';
import { m } from '@simpul/words/messages';
import { graph } from '#lib/graph/graph.ts';
import { NeedDocument } from '#lib/graph/generated/graphql.ts';
import { isStaff } from '#lib/session/roles.ts';
import { viewer } from '#lib/session/viewer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const [{ need }, who] = await Promise.all([
    graph(event, NeedDocument, { code: event.params.kode }),
    viewer(event),
  ]);
  if (!need) error(404, m.error_not_found());
  return { need, forStaff: isStaff(who) };
};
