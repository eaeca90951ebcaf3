import type { RequestEvent } from '@sveltejs/kit';
import type { Bar } from '#lib/charts/bars.ts';
import { csvFile } from '#lib/csv/list.ts';
import type { CsvColumn } from '#lib/csv/table.ts';
import type { Word } from '#lib/words/word.ts';

/** The unit whose numbers are shown. */
export interface Unit {
  id: string;
  name: string;
}

/** `value` is for machines and goes into the CSV, `text` is for people. A column without `text` is in the CSV alone. */
export interface FigureColumn<Row> extends CsvColumn<Row> {
  text?: (row: Row) => string;
  /** Where the rows behind a number are listed. */
  href?: (row: Row) => string | null;
  numeric?: true;
}

export interface Reading<Row> {
  /** When the numbers were counted. */
  asOf: string;
  rows: Row[];
}

/** A question that numbers answer: the one description of a figure, of its table and of its file. */
export interface Figure<Row> {
  question: Word;
  /** The document that asks for the numbers, as a program may send it with the variable `unit`. */
  query: string;
  /** Terms of the glossary that one has to know. */
  means: readonly Term[];
  legend?: Word;
  answer: (rows: readonly Row[], unit: Unit) => string;
  bar: (row: Row) => Bar;
  columns: (unit: Unit) => FigureColumn<Row>[];
  /** The drawing and the table hold so many rows; without it, all. */
  shown?: number;
  /** Says that not all rows are shown. */
  cut?: (counts: { shown: number; count: number }) => string;
}

export type Term = 'proposals' | 'waiting' | 'needs' | 'open' | 'people' | 'seats';

export interface ShownCell {
  text: string;
  href: string | null;
}

/** What the page draws: plain values. */
export interface ShownFigure {
  question: string;
  answer: string;
  asOf: string;
  query: string;
  means: readonly Term[];
  legend: string | null;
  note: string | null;
  bars: Bar[];
  columns: { label: string; numeric: boolean }[];
  rows: ShownCell[][];
}

/** A figure whose rows nobody outside has to know. */
export interface ReadyFigure {
  show: (event: RequestEvent, unit: Unit) => Promise<ShownFigure>;
  file: (event: RequestEvent, unit: Unit, name: string) => Promise<Response>;
}

export type Read<Row> = (event: RequestEvent, unit: Unit) => Promise<Reading<Row>>;

export function ready<Row>(figure: Figure<Row>, read: Read<Row>): ReadyFigure {
  return {
    show: async (event, unit) => shown(figure, await read(event, unit), unit),
    file: async (event, unit, name) => {
      const { rows } = await read(event, unit);
      return csvFile(name, figure.columns(unit), { rows, cut: false });
    },
  };
}

/** The figure with its numbers, as the page shows it. */
export function shown<Row>(figure: Figure<Row>, { asOf, rows }: Reading<Row>, unit: Unit): ShownFigure {
  const some = rows.slice(0, figure.shown);
  const columns = figure.columns(unit).filter(({ text }) => text);
  const isCut = some.length < rows.length;
  return {
    question: figure.question(),
    answer: figure.answer(rows, unit),
    asOf,
    query: figure.query,
    means: figure.means,
    legend: figure.legend?.() ?? null,
    note: isCut ? (figure.cut?.({ shown: some.length, count: rows.length }) ?? null) : null,
    bars: some.map(figure.bar).filter(isSome),
    columns: columns.map(({ label, numeric }) => ({ label, numeric: numeric ?? false })),
    rows: some.map((row) =>
      columns.map(({ text, href }) => ({ text: text!(row), href: href?.(row) ?? null })),
    ),
  };
}

/** An empty bar is left out of the drawing; its zero stands in the table. */
const isSome = ({ value, of }: Bar) => value > 0 || (of ?? 0) > 0;
