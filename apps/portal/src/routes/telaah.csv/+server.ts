import { m } from '@simpul/words/messages';
import { csvFile, wholeList } from '#lib/csv/list.ts';
import type { CsvColumn } from '#lib/csv/table.ts';
import { graph } from '#lib/graph/graph.ts';
import { QueueCsvDocument, type QueueRowFragment } from '#lib/graph/generated/graphql.ts';
import { desk, proposalState, turn } from '#lib/words/proposal.ts';
import { queue } from '../telaah/filter.ts';
import { requireStaff } from '../telaah/staff.server.ts';
import type { RequestHandler } from './$types';

const columns = (): CsvColumn<QueueRowFragment>[] => [
  { label: m.code(), value: ({ code }) => code },
  { label: m.title_word(), value: ({ title }) => title },
  { label: m.partner(), value: ({ partner }) => partner?.name },
  { label: m.needs_answered(), value: needCodes },
  { label: m.state_code(), value: ({ state }) => state },
  { label: m.state(), value: ({ state }) => proposalState[state]() },
  { label: m.whose_turn(), value: ({ waitingFor }) => turn[waitingFor]?.() },
  { label: m.queue_desk(), value: (row) => row.desk && desk[row.desk]() },
  { label: m.due(), value: ({ dueOn }) => dueOn },
  { label: m.sent_at(), value: ({ submittedAt }) => submittedAt },
  { label: m.reviews_in(), value: ({ reviewsIn }) => reviewsIn },
  { label: m.reviews_required(), value: ({ reviewsRequired }) => reviewsRequired },
];

const needCodes = ({ needLinks }: QueueRowFragment) =>
  [...new Set(needLinks.flatMap(({ need }) => (need ? [need.code] : [])))].join(' ');

/** What the page shows in two tables is one list here. */
export const GET: RequestHandler = async (event) => {
  await requireStaff(event);
  const { filter, orderBy, plain } = queue(event.url);
  const list = await wholeList(async (page) => {
    const asked = { ...page, filter: plain ? {} : filter, orderBy };
    return (await graph(event, QueueCsvDocument, asked)).proposals;
  });
  return csvFile('telaah', columns(), list);
};
