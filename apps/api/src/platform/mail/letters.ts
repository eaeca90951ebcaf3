import type { MikroORM } from '@mikro-orm/postgresql';
import type { Clock } from '../clock.ts';
import { newId } from '../database/ids.ts';
import { rowsOf, type TablesOf } from '../database/tables.ts';
import { asHouse, beyondOwnRights, type Work } from '../database/unit-of-work.ts';
import type { Outbox } from '../journal/outbox.ts';
import { wordsFor, type Locale } from '../words.ts';
import type { LetterSchema } from './letter.entity.ts';
import type { Mail, Mailer } from './mailer.ts';

type MailTables = TablesOf<typeof LetterSchema>;

export interface NewLetter {
  /** The event or deed that it tells of; the same cause never writes twice to one address. */
  cause: string;
  to: string;
  /** Names `letter_<kind>_subject` and `letter_<kind>_text` in the catalogue. */
  kind: string;
  locale: Locale;
  /** Fills the gaps of the sentences. Never a secret: see `LetterFiller`. */
  values: Record<string, string>;
}

/** A letter on its way, as its room sees it. */
export interface WaitingLetter {
  recipient: string;
  kind: string;
  locale: Locale;
  values: Record<string, string>;
}

/** Adds what may not lie in a table, such as a one-time link. Runs as the house just before the letter leaves. */
export type LetterFiller = (work: Work, letter: WaitingLetter) => Promise<Record<string, string>>;

/** Writes a letter within a deed or a job; it leaves after the commit, and not at all without it. */
export async function writeLetter(work: Work & { outbox: Outbox }, letter: NewLetter): Promise<void> {
  const id = newId();
  const written = await beyondOwnRights(work, () =>
    rowsOf<MailTables>(work.em)
      .insertInto('letter')
      .values({
        id,
        cause: letter.cause,
        recipient: letter.to,
        kind: letter.kind,
        locale: letter.locale,
        letter_values: letter.values,
        created_at: work.now.toISOString(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst(),
  );
  if (written.numInsertedOrUpdatedRows === 1n) await work.outbox.mail(work.em, id);
}

export interface PostOffice {
  mailer: Mailer;
  /** By kind of letter. */
  fillers: Record<string, LetterFiller>;
  /** The address at which people reach Simpul; every letter may name it. */
  publicUrl: string;
}

/**
 * Sends one letter, whatever became of an earlier attempt. Its link is kept before it leaves, so that whoever holds
 * the letter holds a link that works; a letter that left is not sent again.
 */
export async function deliver(
  { mailer, fillers, publicUrl }: PostOffice,
  orm: MikroORM,
  clock: Clock,
  id: string,
): Promise<void> {
  const letter = await asHouse(orm, clock, (work) => waitingLetter(work, id, fillers));
  if (!letter) return;
  const { recipient, kind, locale } = letter;
  const values = { ...letter.values, site: publicUrl };
  const subject = wordsFor(`letter_${kind}_subject`, locale, values);
  const parts = [`letter_${kind}_text`, 'letter_end'].map((key) => wordsFor(key, locale, values).trim());
  const text = `${parts.join('\n\n')}\n`;
  await handOver(mailer, { id, to: recipient, subject, text });
  await asHouse(orm, clock, async ({ em, now }) => {
    const sentAt = now.toISOString();
    await rowsOf<MailTables>(em)
      .updateTable('letter')
      .set({ sent_at: sentAt })
      .where('id', '=', id)
      .execute();
  });
}

/** What a mail server says may name the recipient: only its code is kept. */
async function handOver(mailer: Mailer, mail: Mail): Promise<void> {
  try {
    await mailer.send(mail);
  } catch (error) {
    // eslint-disable-next-line preserve-caught-error -- on purpose, as said above
    throw new Error(`a letter could not be handed over: ${(error as { code?: string }).code ?? 'no code'}`);
  }
}

async function waitingLetter(work: Work, id: string, fillers: PostOffice['fillers']) {
  const row = await rowsOf<MailTables>(work.em)
    .selectFrom('letter')
    .select(['recipient', 'kind', 'locale', 'letter_values as values'])
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  const filled = await fillers[row.kind]?.(work, row);
  return { ...row, values: { ...row.values, ...filled } };
}

const KEPT = 90 * 86_400_000;

/** Addresses are personal data: a letter that left is forgotten after ninety days. Runs every night. */
export async function forgetOldLetters({ em, now }: Work): Promise<void> {
  const before = new Date(now.getTime() - KEPT).toISOString();
  await rowsOf<MailTables>(em).deleteFrom('letter').where('created_at', '<', before).execute();
}
