import { getLocale } from '@simpul/words/runtime';

export type Locale = 'id' | 'en';

/** Which of the world's conventions each language of the portal follows. */
export const tags = { id: 'id-ID', en: 'en-GB' } as const satisfies Record<Locale, string>;

export const zone = 'Asia/Makassar';
export const zoneName = 'WITA';

export function here(): Locale {
  return getLocale();
}
