import { redirect, type RequestEvent } from '@sveltejs/kit';
import { graph } from '#lib/graph/graph.ts';
import { MyOrganisationsDocument } from '#lib/graph/generated/graphql.ts';
import { paths } from '#lib/paths.ts';
import { requireViewer } from '#lib/session/viewer.ts';

/** The institutions for which this person acts; who acts for none is led to where one registers. */
export async function ownOrganisations(event: RequestEvent) {
  await requireViewer(event);
  const { viewer } = await graph(event, MyOrganisationsDocument);
  const own = (viewer?.partnerMemberships ?? []).flatMap(({ id, owner, partner }) =>
    partner ? [{ membershipId: id, owner, partner }] : [],
  );
  return own.length > 0 ? own : redirect(303, paths.pendaftaranMitra());
}
