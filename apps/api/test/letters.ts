import fs from 'node:fs';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { until, type TestApp } from './harness.ts';

export interface Read {
  to: string;
  subject: string;
  text: string;
  messageId: string;
  /** The one-time code that it brings; empty when it brings none. */
  code: string;
}

/** Every letter that left, oldest first. */
export async function letters(app: TestApp): Promise<Read[]> {
  if (!fs.existsSync(app.letters)) return [];
  const names = fs.readdirSync(app.letters).filter((name) => name.endsWith('.eml'));
  // By the time of the disk: a test's own clock may stand still.
  const writtenAt = (file: string) => fs.statSync(file, { bigint: true }).mtimeNs;
  const files = names.map((name) => path.join(app.letters, name));
  return Promise.all(files.sort((a, b) => (writtenAt(a) < writtenAt(b) ? -1 : 1)).map(readLetter));
}

async function readLetter(file: string): Promise<Read> {
  const mail = await PostalMime.parse(fs.readFileSync(file));
  const text = mail.text ?? '';
  return {
    to: mail.to?.[0]?.address ?? '',
    subject: mail.subject ?? '',
    text,
    messageId: mail.messageId ?? '',
    code: /kode=([0-9A-Z-]+)/.exec(text)?.[1] ?? '',
  };
}

/** Waits until so many letters went to an address, and gives the last of them. */
export const letterTo = (app: TestApp, email: string, count = 1): Promise<Read> =>
  until(async () => {
    const found = (await letters(app)).filter(({ to }) => to === email);
    return found.length >= count && found.at(-1)!;
  });
