import { here, tags, type Locale } from './locale.ts';

/** satu, dua, dan tiga */
export function list(parts: readonly string[], locale: Locale = here()): string {
  return new Intl.ListFormat(tags[locale]).format(parts);
}
