import { defineEntity, p } from '@mikro-orm/postgresql';
import { guardedBy } from '../platform/database/row-policy.ts';
import { OrgUnitSchema } from '../organisation/unit.entity.ts';
import { AccountSchema } from './account.entity.ts';
import { tokenVisible } from './identity.access.ts';
import type { Scope } from './token.rules.ts';

/** A key for programs, bound to a unit and what is below it. The secret itself is shown once and not kept. */
export const ApiTokenSchema = defineEntity({
  name: 'ApiToken',
  tableName: 'api_token',
  ...guardedBy('api_token', tokenVisible),
  indexes: [{ name: 'api_token_account', properties: ['account', 'createdAt'] }],
  properties: {
    id: p.uuid().primary(),
    account: () => p.manyToOne(AccountSchema).mapToPk().deleteRule('cascade'),
    label: p.text(),
    scopes: p.array().$type<Scope[]>(),
    orgUnit: () => p.manyToOne(OrgUnitSchema).mapToPk().deleteRule('restrict'),
    secretHash: p.text(),
    createdAt: p.datetime(3),
    /** First instant at which it holds no more. */
    expiresAt: p.datetime(3),
    lastUsedAt: p.datetime(3).nullable(),
    revokedAt: p.datetime(3).nullable(),
  },
});
