import { CostBucketSchema } from './platform/http/budget.entity.ts';
import { IdempotencyKeySchema } from './platform/journal/idempotency.entity.ts';
import { rooms } from './rooms.ts';

/** Everything that is stored, but the audit trail and the jobs, which have schemas of their own. */
export const entities = [CostBucketSchema, IdempotencyKeySchema, ...rooms.flatMap((room) => room.entities)];
