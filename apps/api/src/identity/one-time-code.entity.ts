import { defineEntity, p } from '@mikro-orm/postgresql';
import { houseOnly } from '../platform/database/row-policy.ts';
import { AccountSchema } from './account.entity.ts';

/** A code with which the owner of an account sets its password, once. Kept as a digest; gone when it is used. */
export const OneTimeCodeSchema = defineEntity({
  name: 'OneTimeCode',
  tableName: 'one_time_code',
  ...houseOnly('one_time_code'),
  indexes: [
    { name: 'one_time_code_account', properties: ['account'] },
    { name: 'one_time_code_ends_at', properties: ['endsAt'] },
  ],
  properties: {
    digest: p.text().primary(),
    account: () => p.manyToOne(AccountSchema).mapToPk().deleteRule('cascade'),
    createdAt: p.datetime(3),
    /** First instant at which it holds no more. */
    endsAt: p.datetime(3),
  },
});
