import { m } from '@simpul/words/messages';
import { csvFile, wholeList } from '#lib/csv/list.ts';
import type { CsvColumn } from '#lib/csv/table.ts';
import { graph } from '#lib/graph/graph.ts';
import { MyProposalsDocument, type MyProposalsQuery } from '#lib/graph/generated/graphql.ts';
import { proposalState, turn } from '#lib/words/proposal.ts';
import { proposalList } from '../usulan/filter.ts';
import { ownPartners } from '../usulan/own-partners.server.ts';
import type { RequestHandler } from './$types';

type Row = NonNullable<MyProposalsQuery['proposals']>['nodes'][number];

const columns = (): CsvColumn<Row>[] => [
  { label: m.code(), value: ({ code }) => code },
  { label: m.title_word(), value: ({ title }) => title },
  { label: m.partner(), value: ({ partner }) => partner?.name },
  { label: m.needs_answered(), value: needCodes },
  { label: m.state_code(), value: ({ state }) => state },
  { label: m.state(), value: ({ state }) => proposalState[state]() },
  { label: m.whose_turn(), value: ({ waitingFor }) => turn[waitingFor]?.() },
  { label: m.due(), value: ({ dueOn }) => dueOn },
  { label: m.changed(), value: ({ updatedAt }) => updatedAt },
];

const needCodes = ({ needLinks }: Row) =>
  [...new Set(needLinks.flatMap(({ need }) => (need ? [need.code] : [])))].join(' ');

export const GET: RequestHandler = async (event) => {
  const { filter, orderBy } = proposalList(event.url, await ownPartners(event));
  const list = await wholeList(async (page) => {
    return (await graph(event, MyProposalsDocument, { ...page, filter, orderBy })).proposals;
  });
  return csvFile('usulan', columns(), list);
};
