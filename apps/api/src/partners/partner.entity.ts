import { defineEntity, p } from '@mikro-orm/postgresql';
import { knownValues } from '../platform/database/check.ts';
import { guardedBy } from '../platform/database/row-policy.ts';
import { AccountSchema } from '../identity/account.entity.ts';
import { membershipVisible, partnerVisible } from './partner.access.ts';
import { partnerKinds, partnerStates, type PartnerKind, type PartnerState } from './partner.rules.ts';

/** An organisation that can teach: a university, an NGO, another government body, a company. */
export const PartnerSchema = defineEntity({
  name: 'Partner',
  tableName: 'partner',
  ...guardedBy('partner', partnerVisible),
  indexes: [
    { name: 'partner_name', properties: ['name', 'id'] },
    {
      name: 'partner_search',
      expression: 'create index partner_search on partner using gin (name gin_trgm_ops)',
    },
  ],
  checks: [knownValues('partner', 'kind', partnerKinds), knownValues('partner', 'state', partnerStates)],
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    updatedAt: p.datetime(3),
    name: p.text(),
    kind: p.text().$type<PartnerKind>(),
    state: p.text().$type<PartnerState>(),
  },
});

/** Owners manage members and sign; members write and send. */
export const PartnerMembershipSchema = defineEntity({
  name: 'PartnerMembership',
  tableName: 'partner_membership',
  ...guardedBy('partner_membership', membershipVisible),
  uniques: [{ name: 'partner_membership_once', properties: ['partner', 'account'] }],
  indexes: [{ name: 'partner_membership_account', properties: ['account'] }],
  properties: {
    id: p.uuid().primary(),
    partner: () => p.manyToOne(PartnerSchema).mapToPk().deleteRule('restrict'),
    account: () => p.manyToOne(AccountSchema).mapToPk().deleteRule('restrict'),
    displayName: p.text(),
    owner: p.boolean(),
  },
});

export const partnerEntities = [PartnerSchema, PartnerMembershipSchema];
