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

/** One link of the chain over the trail; null when nothing was written since the last. */
export interface Seal {
  number: number;
  entries: number;
  digest: string;
}

/** Seals what was written since the last time. Whoever keeps a digest elsewhere can prove what stood here then. */
export async function sealTrail({ em }: Work): Promise<Seal | null> {
  const { rows } = await sql<{ number: string | null; entries: string; digest: string }>`
    select number, entries, digest from audit.seal()`.execute(rowsOf(em));
  const { number, entries, digest } = rows[0]!;
  return number === null ? null : { number: Number(number), entries: Number(entries), digest };
}

/** How long the oldest entry without a seal has been waiting for one; 0 when all have theirs. */
export async function secondsUnsealed({ em, now }: Work): Promise<number> {
  const { rows } = await sql<{ since: string | null }>`
    select audit.unsealed_since()::text as since`.execute(rowsOf(em));
  const { since } = rows[0]!;
  return since === null ? 0 : Math.max(0, (now.getTime() - Date.parse(since)) / 1000);
}

export interface TrailState {
  seals: number;
  /** Entries under a seal, and those that wait for the next. */
  entries: number;
  unsealed: number;
  /** The first seal that does not fit what stands under it; null when all of them do. */
  broken: number | null;
}

/** Counts the whole chain anew. */
export async function checkTrail({ em }: Work): Promise<TrailState> {
  const { rows } = await sql<Record<keyof TrailState, string | null>>`
    select seals, entries, unsealed, broken from audit.check_seals()`.execute(rowsOf(em));
  const { seals, entries, unsealed, broken } = rows[0]!;
  return {
    seals: Number(seals),
    entries: Number(entries),
    unsealed: Number(unsealed),
    broken: broken === null ? null : Number(broken),
  };
}
