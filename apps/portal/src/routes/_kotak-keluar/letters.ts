import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { error } from '@sveltejs/kit';
import { SIMPUL_LETTERS } from '$app/env/private';
import PostalMime from 'postal-mime';
import { m } from '@simpul/words/messages';

export interface Letter {
  name: string;
  at: string;
  to: string;
  subject: string;
  text: string;
}

const MOST = 50;
const SHAPE = /^(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})\.(\d{3})Z-[0-9a-f-]{36}\.eml$/;

/** The folder of letters, where there is one to look into: only where Simpul is tried out. */
function folder(): string {
  return SIMPUL_LETTERS || error(404, m.error_not_found());
}

/** The latest letters first. */
export async function latestLetters(): Promise<Letter[]> {
  const from = folder();
  const names = await readdir(from).catch(() => []);
  const latest = names
    .filter((name) => SHAPE.test(name))
    .sort()
    .reverse();
  return Promise.all(latest.slice(0, MOST).map(readLetter));
}

export async function readLetter(name: string): Promise<Letter> {
  const [, day, hour, minute, second, milli] = SHAPE.exec(name) ?? error(404, m.error_not_found());
  const raw = await readFile(path.join(folder(), name)).catch(() => error(404, m.error_not_found()));
  const mail = await PostalMime.parse(raw);
  return {
    name,
    at: `${day}T${hour}:${minute}:${second}.${milli}Z`,
    to: mail.to?.[0]?.address ?? '',
    subject: mail.subject ?? '',
    text: mail.text ?? '',
  };
}
