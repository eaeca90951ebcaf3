import { rowsOf } from '../platform/database/tables.ts';
import type { Work } from '../platform/database/unit-of-work.ts';
import type { LetterFiller } from '../platform/mail/letters.ts';
import {
  codeLife,
  digestOfCode,
  newCode,
  readCode,
  type CodeCarrier,
  type CodePurpose,
} from './one-time-code.rules.ts';
import type { IdentityTables } from './viewer.queries.ts';

export interface IssuedCode {
  code: string;
  endsAt: Date;
}

/** Makes a code for an account; codes made before hold until one of them is used. Runs as the house. */
export async function issueCode(
  { em, now }: Work,
  accountId: string,
  purpose: CodePurpose,
  carrier: CodeCarrier,
): Promise<IssuedCode> {
  const code = newCode();
  const endsAt = new Date(now.getTime() + codeLife[purpose][carrier]);
  await rowsOf<IdentityTables>(em)
    .insertInto('one_time_code')
    .values({
      digest: digestOfCode(code),
      account_id: accountId,
      created_at: now.toISOString(),
      ends_at: endsAt.toISOString(),
    })
    .execute();
  return { code, endsAt };
}

/** The account that a code opens; null when it opens none. The code stays. Runs as the house. */
export async function accountBehind({ em, now }: Work, typed: string) {
  if (!readCode(typed)) return null;
  const account = await rowsOf<IdentityTables>(em)
    .selectFrom('one_time_code')
    .innerJoin('account', 'account.id', 'one_time_code.account_id')
    .select(['account.id', 'account.display_name as displayName', 'account.email'])
    .where('digest', '=', digestOfCode(typed))
    .where('ends_at', '>', now.toISOString())
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return account ?? null;
}

/**
 * Uses up a code, and with it every other code of its account. False when somebody was faster, or it holds no more.
 * Runs as the house.
 */
export async function spendCode({ em, now }: Work, typed: string): Promise<boolean> {
  const rows = rowsOf<IdentityTables>(em);
  const spent = await rows
    .deleteFrom('one_time_code')
    .where('digest', '=', digestOfCode(typed))
    .where('ends_at', '>', now.toISOString())
    .returning('account_id')
    .executeTakeFirst();
  if (!spent) return false;
  await rows.deleteFrom('one_time_code').where('account_id', '=', spent.account_id).execute();
  return true;
}

/** Fills a letter that brings a code: the code itself, made only now. */
export const fillWithCode =
  (purpose: CodePurpose): LetterFiller =>
  async (work, { values }) => {
    const { code } = await issueCode(work, values.account!, purpose, 'LETTER');
    return { code };
  };
