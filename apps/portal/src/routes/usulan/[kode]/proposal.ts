import { error, type RequestEvent } from '@sveltejs/kit';
import { m } from '@simpul/words/messages';
import { graph } from '#lib/graph/graph.ts';
import { ProposalStoryDocument, type ProposalStoryQuery } from '#lib/graph/generated/graphql.ts';
import { requireViewer, type Viewer } from '#lib/session/viewer.ts';

export type Story = NonNullable<ProposalStoryQuery['proposal']>;

export async function storyOf(event: RequestEvent & { params: { kode: string } }) {
  const who = await requireViewer(event);
  const { proposal } = await graph(event, ProposalStoryDocument, { code: event.params.kode });
  if (!proposal) error(404, m.error_not_found());
  return { proposal, own: isOwn(who, proposal.partner?.id) };
}

/** For where a page leads back to; what may be done says the API. */
export function isOwn({ partnerMemberships }: Viewer, partnerId: string | undefined): boolean {
  return partnerMemberships.some(({ partner }) => partner?.id === partnerId);
}
