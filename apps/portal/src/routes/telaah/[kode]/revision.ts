import { m } from '@simpul/words/messages';

export const revisionParam = 'perbaikan';

/** "naskah pertama", then "perbaikan ke-2": the text as people speak of it. */
export function revisionWord(number: number): string {
  return number === 1 ? m.revision_first() : m.revision_n({ n: number });
}
