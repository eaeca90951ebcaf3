import { m } from '@simpul/words/messages';
import { list } from '#lib/format/list.ts';
import { whole } from '#lib/format/number.ts';
import type { ProposalState } from '#lib/graph/generated/graphql.ts';
import { paths } from '#lib/paths.ts';
import { proposalState } from '#lib/words/proposal.ts';
import type { Figure, Unit } from './figure.ts';
import query from './states.graphql?raw';

export interface StateRow {
  state: ProposalState;
  count: number;
}

export const states: Figure<StateRow> = {
  question: m.figure_states_q,
  query,
  means: ['proposals'],
  answer,
  bar: ({ state, count }) => ({ label: proposalState[state](), value: count, text: whole(count) }),
  columns: (unit) => [
    { label: m.state_code(), value: ({ state }) => state },
    {
      label: m.state(),
      value: ({ state }) => proposalState[state](),
      text: ({ state }) => proposalState[state](),
    },
    {
      label: m.figure_count_proposals(),
      value: ({ count }) => count,
      text: ({ count }) => whole(count),
      href: ({ state, count }) => (count > 0 ? paths.daftarTelaah({ status: state, unit: unit.id }) : null),
      numeric: true,
    },
  ],
};

function answer(rows: readonly StateRow[], { name }: Unit): string {
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return m.figure_states_none({ unit: name });
  const most = Math.max(...rows.map(({ count }) => count));
  const [first = '', ...others] = rows
    .filter(({ count }) => count === most)
    .map(({ state }) => proposalState[state]());
  if (total === 1) return m.figure_states_one({ state: first });
  const counts = { total: whole(total), count: whole(most) };
  return others.length === 0
    ? m.figure_states_most({ ...counts, state: first })
    : m.figure_states_tie({ ...counts, states: list([first, ...others]) });
}
