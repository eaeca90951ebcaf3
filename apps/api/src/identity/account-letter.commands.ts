import { sql } from 'kysely';
import { rowsOf } from '../platform/database/tables.ts';
import { beyondOwnRights, type Work } from '../platform/database/unit-of-work.ts';
import type { Outbox } from '../platform/journal/outbox.ts';
import { writeLetter } from '../platform/mail/letters.ts';
import type { IdentityTables } from './viewer.queries.ts';

/** Letters to the owners of accounts; each a `letter_<kind>_subject` and a `letter_<kind>_text` in the catalogue. */
export interface AccountLetter {
  /** The event or deed that it tells of. */
  cause: string;
  kind: string;
  values?: Record<string, string>;
}

/** Writes to people, each in his or her language. An account that is closed gets none. */
export async function writeToAccounts(
  work: Work & { outbox: Outbox },
  accountIds: readonly string[],
  { cause, kind, values = {} }: AccountLetter,
): Promise<void> {
  const accounts = await beyondOwnRights(work, () =>
    rowsOf<IdentityTables>(work.em)
      .selectFrom('account')
      .select(['id', 'email', 'locale', 'display_name as name'])
      .where('id', 'in', accountIds)
      .where('closed_at', 'is', null)
      .orderBy(sql`id`)
      .execute(),
  );
  for (const { id, email, locale, name } of accounts) {
    await writeLetter(work, { cause, to: email, kind, locale, values: { ...values, name, account: id } });
  }
}
