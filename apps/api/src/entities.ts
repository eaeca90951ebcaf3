import { CostBucketSchema } from './platform/http/budget.entity.ts';
import { IdempotencyKeySchema } from './platform/journal/idempotency.entity.ts';
import { LetterSchema } from './platform/mail/letter.entity.ts';
import { rooms } from './rooms.ts';

/** Everything that is stored, but the audit trail and the jobs, which have schemas of their own. */
export const entities = [
  CostBucketSchema,
  IdempotencyKeySchema,
  LetterSchema,
  ...rooms.flatMap((room) => room.entities),
];
