import { here, type Locale } from '#lib/format/locale.ts';

const marks = { id: { group: '.', point: ',' }, en: { group: ',', point: '.' } } as const;
type Marks = (typeof marks)[Locale];

/**
 * A number as people write it ("Rp2.500.000", "1,5", "2.500.000,-") as the API takes it ("2500000", "1.5"); null when
 * it is none. The marks of the page's language come first; those of the other are taken where they leave no doubt.
 */
export function plainNumber(typed: string, locale: Locale = here()): string | null {
  const bare = typed
    .replace(/^rp\.?/i, '')
    .replaceAll(/\s/g, '')
    .replace(/[.,]-+$/, '');
  const other = locale === 'id' ? 'en' : 'id';
  return readWith(marks[locale], bare) ?? readWith(marks[other], bare);
}

function readWith({ group, point }: Marks, bare: string): string | null {
  const shape = new RegExp(`^(\\d{1,3}(?:\\${group}\\d{3})+|\\d{1,16})(?:\\${point}(\\d{1,6}))?$`);
  const [, whole, fraction = ''] = shape.exec(bare) ?? [];
  if (whole === undefined) return null;
  const digits = whole.replaceAll(group, '').replace(/^0+(?=\d)/, '');
  return /^0*$/.test(fraction) ? digits : `${digits}.${fraction}`;
}
