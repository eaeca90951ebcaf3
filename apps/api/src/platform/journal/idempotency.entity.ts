import { defineEntity, p } from '@mikro-orm/postgresql';
import { isOwn } from '../access/row-predicates.ts';
import { guardedBy } from '../database/row-policy.ts';

/** One deed done under a key: what was asked (a hash) and what came of it (a type and an id), never the payload. */
export const IdempotencyKeySchema = defineEntity({
  name: 'IdempotencyKey',
  tableName: 'idempotency_key',
  ...guardedBy('idempotency_key', isOwn('account_id', 'account')),
  indexes: [{ name: 'idempotency_key_created_at', properties: ['createdAt'] }],
  properties: {
    accountId: p.uuid().primary(),
    key: p.uuid().primary(),
    request: p.string().length(64),
    objectId: p.uuid().nullable(),
    createdAt: p.datetime(3),
  },
});
