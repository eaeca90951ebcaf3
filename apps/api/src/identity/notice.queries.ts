import { sql } from 'kysely';
import { inOrder, type Batch } from '../platform/database/loader.ts';
import { pageOf, type Listing, type PageArguments } from '../platform/database/page.ts';
import { rowsOf } from '../platform/database/tables.ts';
import type { Work } from '../platform/database/unit-of-work.ts';
import type { IdentityTables } from './viewer.queries.ts';

export interface NoticeRow {
  id: string;
  kind: string;
  reason: string;
  values: Record<string, string>;
  proposalId: string | null;
  createdAt: string;
  readAt: string | null;
}

const columns = [
  'id',
  'kind',
  'reason',
  'sentence_values as values',
  'proposal_id as proposalId',
  'created_at as createdAt',
  'read_at as readAt',
] as const;

export const noticeById: Batch<string, NoticeRow> = async ({ em }, ids) => {
  const rows = rowsOf<IdentityTables>(em).selectFrom('notice').select(columns).where('id', 'in', ids);
  return inOrder(ids, await rows.execute(), (row) => row.id);
};

/** Newest first. */
export function listNotices(work: Work, accountId: string, args: PageArguments) {
  const listing: Listing = {
    name: 'Viewer.notices',
    id: 'notice.id',
    order: { key: sql.ref('notice.created_at'), type: 'timestamptz', direction: 'desc' },
    rows: () =>
      rowsOf<IdentityTables>(work.em)
        .selectFrom('notice')
        .select(columns)
        .where('account_id', '=', accountId),
  };
  return pageOf<NoticeRow>(work, listing, args);
}
