import { error, type RequestEvent } from '@sveltejs/kit';
import { m } from '@simpul/words/messages';
import { requireViewer } from '#lib/session/viewer.ts';

/** The partners whose proposals these are. Who belongs to none has no such list. */
export async function ownPartners(event: RequestEvent): Promise<string[]> {
  const { partnerMemberships } = await requireViewer(event);
  const mine = partnerMemberships.flatMap(({ partner }) => (partner ? [partner.id] : []));
  return mine.length > 0 ? mine : error(403, m.proposals_for_partners());
}
