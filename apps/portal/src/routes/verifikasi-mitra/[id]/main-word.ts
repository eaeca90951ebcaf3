/** Words that say what sort of institution it is, and not which. */
const SORTS = new Set([
  ...['universitas', 'institut', 'politeknik', 'sekolah', 'tinggi', 'akademi', 'yayasan', 'lembaga'],
  ...['perkumpulan', 'dinas', 'badan', 'pusat', 'university', 'foundation', 'institute'],
]);

/** The word by which others of a like name are found: the longest that is no sort. Null when there is none. */
export function mainWord(name: string): string | null {
  const words = name
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 4 && !SORTS.has(word.toLowerCase()));
  return words.sort((a, b) => b.length - a.length)[0] ?? null;
}
