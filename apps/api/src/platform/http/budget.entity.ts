import { defineEntity, p } from '@mikro-orm/postgresql';
import { houseOnly } from '../database/row-policy.ts';

/** What one session, token or address has spent and not yet got back. Only the house looks here. */
export const CostBucketSchema = defineEntity({
  name: 'CostBucket',
  tableName: 'cost_bucket',
  ...houseOnly('cost_bucket'),
  indexes: [{ name: 'cost_bucket_at', properties: ['at'] }],
  properties: {
    /** `session …` and `token …` with their id, `address …` with a hash. */
    key: p.text().primary(),
    spent: p.double(),
    at: p.datetime(3),
  },
});
