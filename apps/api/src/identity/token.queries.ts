import { grouped, inOrder, type Batch } from '../platform/database/loader.ts';
import { rowsOf } from '../platform/database/tables.ts';
import type { Scope } from './token.rules.ts';
import type { IdentityTables } from './viewer.queries.ts';

export interface TokenRow {
  id: string;
  accountId: string;
  label: string;
  scopes: Scope[];
  orgUnitId: string;
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
}

const columns = [
  'id',
  'account_id as accountId',
  'label',
  'scopes',
  'org_unit_id as orgUnitId',
  'created_at as createdAt',
  'expires_at as expiresAt',
  'last_used_at as lastUsedAt',
  'revoked_at as revokedAt',
] as const;

export const tokenById: Batch<string, TokenRow> = async ({ em }, ids) => {
  const rows = rowsOf<IdentityTables>(em).selectFrom('api_token').select(columns).where('id', 'in', ids);
  return inOrder(ids, await rows.execute(), (row) => row.id);
};

/** The own tokens, newest first; at most the last hundred. */
export const tokensOfAccount: Batch<string, TokenRow[]> = async ({ em }, accountIds) => {
  const rows = await rowsOf<IdentityTables>(em)
    .selectFrom('api_token')
    .select(columns)
    .where('account_id', 'in', accountIds)
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute();
  return grouped(accountIds, rows, (row) => row.accountId);
};
