import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText, harmless, type Cell } from './table.ts';

const starts = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/** A reader of its own, so that what we write is not judged by what wrote it. */
function read(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, cell = '', end] of text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g)) {
    rows.at(-1)!.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('a table for spreadsheets', () => {
  it('begins with the mark of UTF-8 and keeps commas, quotes and line breaks inside their cells', () => {
    const rows = [{ title: 'Loket, "ramah"\nsetiap hari', people: 12 as Cell }];
    const text = csvText(
      [
        { label: 'Judul', value: (row) => row.title },
        { label: 'Jumlah orang', value: (row) => row.people },
      ],
      rows,
    );
    expect(text).toBe('\uFEFFJudul,Jumlah orang\r\n"Loket, ""ramah""\nsetiap hari",12\r\n');
  });

  it.each([
    ['=HYPERLINK("http://jahat.contoh")', `'=HYPERLINK("http://jahat.contoh")`],
    ['-2+3', `'-2+3`],
    [' \t@SUM(A1)', `' \t@SUM(A1)`],
    ['\0=1+1', `'\0=1+1`],
    ['＝1+1', `'＝1+1`],
    ['Lokakarya 1 + 1', 'Lokakarya 1 + 1'],
    ['', ''],
    [-5, -5],
    [null, null],
  ])('writes %j as %j', (cell, written) => {
    expect(harmless(cell)).toBe(written);
  });

  it('holds no cell that a spreadsheet would run, whatever was typed', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .tuple(fc.string({ unit: 'grapheme' }), fc.constantFrom(...starts), fc.string())
        .map((parts) => parts.join('')),
      fc
        .tuple(fc.constantFrom('', ' ', '\t', '\r', '\u00A0'), fc.constantFrom(...starts), fc.string())
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const [first] = [...String(harmless(text)).replace(/^[\s\p{C}]+/u, '')];
        expect(starts).not.toContain(first);
        expect([text, `'${text}`]).toContain(harmless(text));
      }),
    );
  });

  it('is read back cell by cell as it was written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', 'é', ';') });
    const table = fc.array(fc.tuple(cell, cell), { maxLength: 5 });
    fc.assert(
      fc.property(table, (rows) => {
        const columns = [0, 1].map((at) => ({ label: `k${at}`, value: (row: string[]) => row[at]! }));
        expect(read(csvText(columns, rows).slice(1))).toEqual([['k0', 'k1'], ...rows]);
      }),
    );
  });
});
