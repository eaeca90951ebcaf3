import { m } from '@simpul/words/messages';
import { csvFile, wholeList } from '#lib/csv/list.ts';
import type { CsvColumn } from '#lib/csv/table.ts';
import { graph } from '#lib/graph/graph.ts';
import { NeedsCsvDocument, type NeedCsvRowFragment } from '#lib/graph/generated/graphql.ts';
import { needState } from '#lib/words/need.ts';
import { needList } from '../kebutuhan/filter.ts';
import type { RequestHandler } from './$types';

const columns = (): CsvColumn<NeedCsvRowFragment>[] => [
  { label: m.code(), value: ({ code }) => code },
  { label: m.need_word(), value: ({ title }) => title },
  { label: m.state_code(), value: ({ state }) => state },
  { label: m.state(), value: ({ state }) => needState[state]() },
  { label: m.competency_code(), value: ({ competency }) => competency?.code },
  { label: m.competency(), value: ({ competency }) => competency?.name },
  { label: m.need_target_level(), value: ({ targetLevel }) => targetLevel },
  { label: m.need_people(), value: ({ headcount }) => headcount },
  { label: m.need_due(), value: ({ dueOn }) => dueOn },
  { label: m.proposals_received(), value: ({ coverage }) => coverage.proposals },
  { label: m.proposals_approved(), value: ({ coverage }) => coverage.approvedProposals },
];

export const GET: RequestHandler = async (event) => {
  const { filter, orderBy } = needList(event.url);
  const list = await wholeList(async (page) => {
    return (await graph(event, NeedsCsvDocument, { ...page, filter, orderBy })).needs;
  });
  return csvFile('kebutuhan', columns(), list);
};
