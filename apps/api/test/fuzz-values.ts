import { randomUUID } from 'node:crypto';
import { pick, whole, type Random } from '../src/seeds/data/random.ts';

/** What no type expects. */
const odd: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  2 ** 31,
  1e300,
  0.5,
  '',
  ' ',
  'x'.repeat(5000),
  '\u0000',
  '\ud800',
  '\u202e‮🙂',
  "'; drop table need; --",
  '%_\\',
  'infinity',
  '-0',
  '9'.repeat(40),
  '2030-02-30',
  '0000-01-01T00:00:00Z',
  'prp_AAAAAAAAAAAAAAAAAAAAAA',
  [],
  [[[]]],
  {},
  { id: {} },
];

export const oddValue = (random: Random): unknown => pick(random, odd);

const texts = [
  'Pelatihan arsip dinamis',
  'pel',
  'Warga menunggu lama karena berkas tidak lengkap.',
  'ab',
  "D'Angelo & <b>tebal</b>",
  '=1+1',
];

const day = (random: Random) => new Date(Date.UTC(2026, whole(random, 0, 24), whole(random, 1, 28)));

/** A value that the scalar takes and that may well mean something. */
export function soundScalar(random: Random, type: string, name: string, known: readonly string[]): unknown {
  switch (type) {
    case 'Int':
      return name === 'first' || name === 'last' || name === 'top'
        ? whole(random, 0, 6)
        : whole(random, 0, 20);
    case 'Boolean':
      return random() < 0.5;
    case 'Date':
      return day(random).toISOString().slice(0, 10);
    case 'DateTime':
      return day(random).toISOString();
    case 'Decimal':
      return `${whole(random, 0, 100_000)}${random() < 0.3 ? '.5' : ''}`;
    case 'UUID':
      return randomUUID();
    case 'ID':
      return pick(random, known);
    default:
      return random() < 0.5 ? pick(random, known) : pick(random, texts);
  }
}

const tokens = [
  '{',
  '}',
  '(',
  ')',
  '...',
  '$x',
  '@nix',
  ':',
  '!',
  'fragment',
  '"',
  '"""',
  '#',
  '&',
  '\u0000',
  '\ufeff',
  'id',
];

/** The same text with something wrong in it. */
export function broken(random: Random, text: string): string {
  const at = whole(random, 0, text.length);
  const until = Math.min(text.length, at + whole(random, 1, 20));
  switch (whole(random, 0, 4)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + text.slice(until);
    case 2:
      return text.slice(0, at) + pick(random, tokens) + text.slice(at);
    case 3:
      return `${text} fragment A on Query { ...B } fragment B on Query { ...A }`;
    default:
      return text + text.slice(at, until);
  }
}
