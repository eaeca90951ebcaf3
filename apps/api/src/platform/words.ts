import * as catalogue from '@simpul/words/messages';

export const locales = ['id', 'en'] as const;
export type Locale = (typeof locales)[number];

type Message = (values: Record<string, unknown>, options: { locale: Locale }) => string;
const messages = catalogue as unknown as Record<string, Message>;

/** A sentence of the one catalogue. A key that is not there is a fault of ours and throws. */
export function wordsFor(key: string, locale: Locale, values: Record<string, unknown> = {}): string {
  const message = messages[key];
  if (!message) throw new Error(`The catalogue has no message ${key}`);
  return message(values, { locale });
}

/** The best of our languages for an Accept-Language header (RFC 9110, 12.5.4); Indonesian when none fits. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(/\s*;\s*q=/);
      return {
        tag: tag.toLowerCase().split('-')[0]!,
        quality: quality === undefined ? 1 : Number(quality) || 0,
      };
    })
    .sort((a, b) => b.quality - a.quality);
  const known = wishes.find(({ tag, quality }) => quality > 0 && locales.includes(tag as Locale));
  return (known?.tag as Locale | undefined) ?? 'id';
}
