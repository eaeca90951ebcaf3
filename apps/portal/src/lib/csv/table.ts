import { stringify } from 'csv-stringify/sync';

export type Cell = string | number | null | undefined;

export interface CsvColumn<Row> {
  label: string;
  value: (row: Row) => Cell;
}

/** What spreadsheets take for the beginning of a formula, also in full width and behind blanks that they drop. */
const formula = /^[\s\p{C}]*[=+\-@＝＋－＠]/u;

/**
 * A text that a spreadsheet would run as a formula gets an apostrophe in front, and is text: titles and names were
 * written by strangers. Numbers are numbers, also below zero.
 */
export function harmless(cell: Cell): Cell {
  return typeof cell === 'string' && formula.test(cell) ? `'${cell}` : cell;
}

/** RFC 4180, with the mark by which spreadsheets know UTF-8. */
export function csvText<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  const head = columns.map(({ label }) => harmless(label));
  const body = rows.map((row) => columns.map(({ value }) => harmless(value(row))));
  // By itself the writer quotes the end of a row, not the halves of it.
  const quoted = { record_delimiter: 'windows', quoted_match: /[\r\n]/ } as const;
  return stringify([head, ...body], { bom: true, ...quoted });
}
