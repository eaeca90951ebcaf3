import { m } from '@simpul/words/messages';
import { list } from '#lib/format/list.ts';
import { whole } from '#lib/format/number.ts';
import type { NeedState } from '#lib/graph/generated/graphql.ts';
import { paths } from '#lib/paths.ts';
import { needState } from '#lib/words/need.ts';
import type { Figure } from './figure.ts';
import query from './needs.graphql?raw';

export interface NeedStateRow {
  state: NeedState;
  count: number;
}

export const needs: Figure<NeedStateRow> = {
  question: m.figure_needs_q,
  query,
  means: ['needs'],
  answer: (rows, { name }) => {
    const total = rows.reduce((sum, { count }) => sum + count, 0);
    if (total === 0) return m.figure_needs_none({ unit: name });
    const some = rows.filter(({ count }) => count > 0);
    const parts = list(some.map(({ state, count }) => `${whole(count)} ${needState[state]().toLowerCase()}`));
    return m.figure_needs_some({ count: total, total: whole(total), parts });
  },
  bar: ({ state, count }) => ({ label: needState[state](), value: count, text: whole(count) }),
  columns: (unit) => [
    { label: m.state_code(), value: ({ state }) => state },
    { label: m.state(), value: ({ state }) => needState[state](), text: ({ state }) => needState[state]() },
    {
      label: m.figure_count_needs(),
      value: ({ count }) => count,
      text: ({ count }) => whole(count),
      href: ({ state, count }) => (count > 0 ? paths.papanKebutuhan({ status: state, unit: unit.id }) : null),
      numeric: true,
    },
  ],
};
