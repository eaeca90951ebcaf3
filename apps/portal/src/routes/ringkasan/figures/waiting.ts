import { m } from '@simpul/words/messages';
import { list } from '#lib/format/list.ts';
import { whole } from '#lib/format/number.ts';
import { paths } from '#lib/paths.ts';
import { place, type Place } from '#lib/words/proposal.ts';
import type { Figure } from './figure.ts';
import query from './waiting.graphql?raw';

export interface WaitingRow {
  place: Place;
  count: number;
}

const at = {
  SECRETARIAT: m.figure_at_secretariat,
  REVIEWER: m.figure_at_reviewer,
  APPROVER: m.figure_at_approver,
  PARTNER: m.figure_at_partner,
} satisfies Record<Place, (inputs: { count: string }) => string>;

export const waiting: Figure<WaitingRow> = {
  question: m.figure_waiting_q,
  query,
  means: ['waiting', 'proposals'],
  answer: (rows) => {
    const total = rows.reduce((sum, { count }) => sum + count, 0);
    if (total === 0) return m.figure_waiting_none();
    const some = rows.filter(({ count }) => count > 0);
    return m.figure_waiting_some({
      count: total,
      total: whole(total),
      places: list(some.map((row) => at[row.place]({ count: whole(row.count) }))),
    });
  },
  bar: (row) => ({ label: place[row.place](), value: row.count, text: whole(row.count) }),
  columns: (unit) => [
    { label: m.figure_waiting_code(), value: (row) => row.place },
    { label: m.whose_turn(), value: (row) => place[row.place](), text: (row) => place[row.place]() },
    {
      label: m.figure_count_proposals(),
      value: ({ count }) => count,
      text: ({ count }) => whole(count),
      href: (row) => (row.count > 0 ? paths.daftarTelaah({ meja: row.place, unit: unit.id }) : null),
      numeric: true,
    },
  ],
};
