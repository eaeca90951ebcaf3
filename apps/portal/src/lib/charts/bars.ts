import { scaleLinear } from 'd3-scale';

export interface Bar {
  label: string;
  value: number;
  /** How much there should be; what is missing is hatched. */
  of?: number | null;
  /** The value in words, beside the bar. */
  text: string;
}

export interface DrawnBar {
  label: string;
  text: string;
  /** Where its row begins, in pixels. */
  top: number;
  /** Shares of the width, in per cent. */
  width: number;
  /** From the end of the bar to where it should reach; null when nothing is missing. */
  gap: { from: number; width: number } | null;
  textAt: number;
}

export interface DrawnBars {
  bars: DrawnBar[];
  height: number;
}

const ROW = 48;
/** Per cent of the width for bars; the rest is for the value beside the longest. */
const ROOM = 66;
/** As many letters of a label as a phone shows on one line. */
const LETTERS = 42;

/** Rows of bars from zero, on one scale: label above, bar, value at its end. */
export function drawBars(rows: readonly Bar[]): DrawnBars {
  const most = Math.max(1, ...rows.map(({ value, of }) => Math.max(value, of ?? 0)));
  const scale = scaleLinear([0, most], [0, ROOM]);
  const share = (value: number) => Math.round(scale(value) * 100) / 100;
  const bars = rows.map(({ label, value, of, text }, row) => {
    const width = share(value);
    const full = share(Math.max(value, of ?? 0));
    const gap = full > width ? { from: width, width: Math.round((full - width) * 100) / 100 } : null;
    return { label: shorten(label), text, top: row * ROW, width, gap, textAt: full };
  });
  return { bars, height: rows.length * ROW };
}

/** A label that fits, cut between words where it does not; the table has it whole. */
export function shorten(label: string, most = LETTERS): string {
  const letters = [...label];
  if (letters.length <= most) return label;
  const cut = letters.slice(0, most - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.]+$/, '')}…`;
}
