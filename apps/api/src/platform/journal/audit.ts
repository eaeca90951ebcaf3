import { sql } from 'kysely';
import { rowsOf } from '../database/tables.ts';
import type { Work } from '../database/unit-of-work.ts';

/** What the trail records, by action: rooms merge the facts of theirs. Facts are ids, codes, states and counts. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- rooms merge their actions into it
export interface AuditedActions {}

export type AuditedAction = keyof AuditedActions & string;

/** An entry, `subject` being a typed id (`prp_…`). */
export interface AuditEntry<A extends AuditedAction = AuditedAction> {
  action: A;
  subject: string;
  facts: AuditedActions[A];
}

/** The same action on many subjects, in one statement. */
export async function auditEach<A extends AuditedAction>(
  work: Work,
  action: A,
  subjects: readonly string[],
  facts: AuditedActions[A],
) {
  const { viewer, now } = work;
  await sql`
    insert into audit.audit_entry (at, actor_kind, actor_id, action, subject, facts)
    select ${now.toISOString()}::timestamptz, ${viewer.kind}, ${viewer.accountId}::uuid, ${action}, subject,
      ${JSON.stringify(facts)}::jsonb
    from unnest(${[...subjects]}::text[]) subject
  `.execute(rowsOf(work.em));
}

/** Writes into the append-only trail, in the transaction of the deed. */
export async function audit<A extends AuditedAction>(
  work: Work,
  action: A,
  subject: string,
  facts: AuditedActions[A],
) {
  const { viewer, now } = work;
  await sql`
    insert into audit.audit_entry (at, actor_kind, actor_id, action, subject, facts)
    values (${now.toISOString()}, ${viewer.kind}, ${viewer.accountId}, ${action}, ${subject}, ${JSON.stringify(facts)})
  `.execute(rowsOf(work.em));
}
