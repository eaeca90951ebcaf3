import { here, tags, type Locale } from './locale.ts';

/** Exact decimals travel as strings; `Intl` reads them digit by digit, so that no rupiah is lost. */
export type Numeric = number | string;

/** 1.234,5 */
export function decimal(value: Numeric, digits = 1, locale: Locale = here()): string {
  return write(value, { maximumFractionDigits: digits }, locale);
}

/** 0,70: always as many digits, for columns that are compared. */
export function fixed(value: Numeric, digits: number, locale: Locale = here()): string {
  return write(value, { minimumFractionDigits: digits, maximumFractionDigits: digits }, locale);
}

/** 1.234 */
export function whole(value: Numeric, locale: Locale = here()): string {
  return write(value, { maximumFractionDigits: 0 }, locale);
}

/** 0.457 → 45,7% */
export function percent(share: number, locale: Locale = here()): string {
  return write(share, { style: 'percent', maximumFractionDigits: 1 }, locale);
}

/** Rp12.500.000, without a space. */
export function rupiah(amount: Numeric, locale: Locale = here()): string {
  const text = write(amount, { maximumFractionDigits: 2 }, locale);
  return text.startsWith('-') ? `-Rp${text.slice(1)}` : `Rp${text}`;
}

/** Credit hours of 45 minutes: 6 JP (4,5 jam). */
export function creditHours(jp: Numeric, locale: Locale = here()): string {
  const hours = decimal((Number(jp) * 45) / 60, 1, locale);
  const unit = { id: 'jam', en: hours === '1' ? 'hour' : 'hours' }[locale];
  return `${decimal(jp, 1, locale)} JP (${hours} ${unit})`;
}

function write(value: Numeric, options: Intl.NumberFormatOptions, locale: Locale): string {
  return new Intl.NumberFormat(tags[locale], options).format(value as Intl.StringNumericLiteral);
}
