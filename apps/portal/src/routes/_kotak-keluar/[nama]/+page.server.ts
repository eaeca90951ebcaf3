import { readLetter } from '../letters.ts';
import type { PageServerLoad } from './$types';

/** A letter's text, cut into words and addresses, so that an address can be followed. */
export const load: PageServerLoad = async ({ params }) => {
  const letter = await readLetter(params.nama);
  const parts = letter.text
    .split(/(https?:\/\/\S+)/u)
    .map((text) => ({ text, isLink: /^https?:/.test(text) }));
  return { letter, parts };
};
