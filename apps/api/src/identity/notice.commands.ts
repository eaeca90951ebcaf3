import { decodeId, newId } from '../platform/database/ids.ts';
import { rowsOf } from '../platform/database/tables.ts';
import type { Work } from '../platform/database/unit-of-work.ts';
import { refused, type Deed, type Outcome } from '../platform/journal/deed.ts';
import { notFound } from '../platform/problem.rules.ts';
import type { IdentityTables } from './viewer.queries.ts';

export interface NewNotice {
  eventId: string;
  accountId: string;
  /** Names the sentence `notice_<kind>`; `reason` the one that says why it came to this person. */
  kind: string;
  reason: string;
  values: Record<string, string>;
  proposalId: string | null;
}

/** Tells people; once each for an event, however often the event is handled. Runs as the house. */
export async function notify({ em, now }: Work, notices: NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  await rowsOf<IdentityTables>(em)
    .insertInto('notice')
    .values(
      notices.map((notice) => ({
        id: newId(),
        account_id: notice.accountId,
        event_id: notice.eventId,
        kind: notice.kind,
        reason: notice.reason,
        sentence_values: notice.values,
        proposal_id: notice.proposalId,
        created_at: now.toISOString(),
      })),
    )
    .onConflict((conflict) => conflict.columns(['event_id', 'account_id']).doNothing())
    .execute();
}

/** Marks a notice as read; the first time counts. */
export async function readNotice(deed: Deed, input: { id: string }): Promise<Outcome> {
  const id = decodeId('ntc', input.id);
  const rows = rowsOf<IdentityTables>(deed.em);
  const seen = id
    ? await rows.selectFrom('notice').select('id').where('id', '=', id).executeTakeFirst()
    : null;
  if (!id || !seen) return refused(notFound('id'));
  await rows
    .updateTable('notice')
    .set({ read_at: deed.now.toISOString() })
    .where('id', '=', id)
    .where('read_at', 'is', null)
    .execute();
  return { id };
}
