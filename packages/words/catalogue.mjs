import { readFileSync } from 'node:fs';

const folder = new URL('./messages/', import.meta.url);
export const locales = ['id', 'en'];

/** The messages of every language as written, without the `$schema` line. */
export function readCatalogues() {
  return Object.fromEntries(
    locales.map((locale) => {
      const { $schema: _, ...messages } = JSON.parse(readFileSync(new URL(`${locale}.json`, folder), 'utf8'));
      return [locale, messages];
    }),
  );
}

/** Which keys each language lacks though another one has them. */
export function missingKeys(catalogues) {
  const all = new Set(Object.values(catalogues).flatMap((messages) => Object.keys(messages)));
  return Object.entries(catalogues)
    .map(([locale, messages]) => ({ locale, keys: [...all].filter((key) => !(key in messages)).sort() }))
    .filter(({ keys }) => keys.length > 0);
}
