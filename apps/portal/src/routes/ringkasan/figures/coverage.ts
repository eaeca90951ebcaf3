import { m } from '@simpul/words/messages';
import { percent, whole } from '#lib/format/number.ts';
import { paths } from '#lib/paths.ts';
import type { Figure } from './figure.ts';
import query from './coverage.graphql?raw';

export interface CoverageRow {
  code: string;
  title: string;
  /** People who need to learn; null where it is not shown. */
  people: number | null;
  seats: number;
}

/** As many needs as one question can ask for. */
const MOST = 100;

export const coverage: Figure<CoverageRow> = {
  question: m.figure_coverage_q,
  query,
  means: ['open', 'people', 'seats'],
  legend: m.figure_coverage_legend,
  shown: 12,
  cut: ({ shown, count }) => m.figure_coverage_shown({ shown, count }),
  answer: (rows) => [answered(rows), seatsForPeople(rows), capped(rows)].filter(Boolean).join(' '),
  bar: ({ title, people, seats }) => ({
    label: title,
    value: seats,
    of: people,
    text:
      people === null
        ? m.n_seats({ count: seats })
        : m.figure_coverage_of({ seats: whole(seats), people: whole(people) }),
  }),
  columns: () => [
    { label: m.code(), value: ({ code }) => code },
    {
      label: m.need_word(),
      value: ({ title }) => title,
      text: ({ code, title }) => `${code} ${title}`,
      href: ({ code }) => paths.papanKebutuhanSatu(code),
    },
    {
      label: m.need_people(),
      value: ({ people }) => people,
      text: ({ people }) => (people === null ? m.figure_people_unknown() : whole(people)),
      numeric: true,
    },
    {
      label: m.figure_seats_approved(),
      value: ({ seats }) => seats,
      text: ({ seats }) => whole(seats),
      numeric: true,
    },
    {
      label: m.figure_share(),
      value: (row) => share(row)?.toFixed(3),
      text: (row) => (share(row) === null ? '–' : percent(share(row)!)),
      numeric: true,
    },
  ],
};

/** The part of the people who have a seat, at most all; null when nobody says how many they are. */
export function share({ people, seats }: CoverageRow): number | null {
  return people ? Math.min(1, seats / people) : null;
}

function answered(rows: readonly CoverageRow[]): string {
  const count = rows.length;
  const some = rows.filter(({ seats }) => seats > 0).length;
  if (count === 0) return m.figure_coverage_none();
  if (count === 1) return some ? m.figure_coverage_one_yes() : m.figure_coverage_one_no();
  if (some === 0) return m.figure_coverage_zero({ count });
  return some === count
    ? m.figure_coverage_all({ count })
    : m.figure_coverage_some({ answered: some, count, rest: count - some });
}

/** Only where both numbers are known; of needs that hide the people, that there are some. */
function seatsForPeople(rows: readonly CoverageRow[]): string {
  const known = rows.filter(({ people }) => people !== null);
  const people = known.reduce((sum, row) => sum + row.people!, 0);
  const seats = known.reduce((sum, row) => sum + Math.min(row.people!, row.seats), 0);
  const hidden = rows.length - known.length;
  const said =
    seats > 0
      ? m.figure_coverage_seats({ seats: whole(seats), people: whole(people) })
      : m.figure_coverage_no_seats({ count: people, people: whole(people) });
  return [people > 0 && said, hidden > 0 && m.figure_coverage_unknown({ count: hidden })]
    .filter(Boolean)
    .join(' ');
}

const capped = (rows: readonly CoverageRow[]) =>
  rows.length >= MOST ? m.figure_coverage_capped({ count: MOST }) : '';
