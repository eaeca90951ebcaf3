import { defineEntity, p } from '@mikro-orm/postgresql';
import { knownValues } from '../platform/database/check.ts';
import { guardedBy } from '../platform/database/row-policy.ts';
import { AccountSchema } from '../identity/account.entity.ts';
import { joinVisible, membershipVisible, partnerVisible, registrationVisible } from './partner.access.ts';
import {
  partnerKinds,
  partnerOutcomes,
  partnerStates,
  type PartnerCheck,
  type PartnerKind,
  type PartnerOutcome,
  type PartnerState,
} from './partner.rules.ts';

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
    /** What it can teach, in its own words. */
    summary: p.text().nullable(),
    website: p.text().nullable(),
  },
});

/** What a partner says of itself to those who verify it: not for the public. */
export const PartnerRegistrationSchema = defineEntity({
  name: 'PartnerRegistration',
  tableName: 'partner_registration',
  ...guardedBy('partner_registration', registrationVisible),
  properties: {
    partner: () => p.manyToOne(PartnerSchema).mapToPk().primary().deleteRule('cascade'),
    legalNumber: p.text(),
    address: p.text(),
    phone: p.text(),
    /** When it was sent last: a partner that was answered may send it again. */
    submittedAt: p.datetime(3),
  },
});

/** An answer of the secretariat to a partner, with what it looked at. History: appended, never changed. */
export const PartnerAnswerSchema = defineEntity({
  name: 'PartnerAnswer',
  tableName: 'partner_answer',
  ...guardedBy('partner_answer', registrationVisible),
  indexes: [{ name: 'partner_answer_partner', properties: ['partner', 'at'] }],
  checks: [
    knownValues('partner_answer', 'outcome', partnerOutcomes),
    { name: 'partner_answer_reason', expression: `outcome = 'VERIFY' or reason is not null` },
  ],
  properties: {
    id: p.uuid().primary(),
    partner: () => p.manyToOne(PartnerSchema).mapToPk().deleteRule('restrict'),
    outcome: p.text().$type<PartnerOutcome>(),
    met: p.array().$type<PartnerCheck[]>(),
    reason: p.text().nullable(),
    by: () => p.manyToOne(AccountSchema).mapToPk().deleteRule('restrict'),
    at: p.datetime(3),
  },
});

/** Somebody asks to act for a partner; one of its owners answers. */
export const PartnerJoinSchema = defineEntity({
  name: 'PartnerJoin',
  tableName: 'partner_join',
  ...guardedBy('partner_join', joinVisible),
  indexes: [
    {
      name: 'partner_join_open',
      expression:
        'create unique index partner_join_open on partner_join (partner_id, account_id) where answered_at is null',
    },
    { name: 'partner_join_account', properties: ['account'] },
  ],
  checks: [{ name: 'partner_join_answered', expression: '(accepted is null) = (answered_at is null)' }],
  properties: {
    id: p.uuid().primary(),
    partner: () => p.manyToOne(PartnerSchema).mapToPk().deleteRule('restrict'),
    account: () => p.manyToOne(AccountSchema).mapToPk().deleteRule('restrict'),
    /** Name and address as the owner reads them, who may not see accounts. */
    displayName: p.text(),
    email: p.text(),
    askedAt: p.datetime(3),
    accepted: p.boolean().nullable(),
    answeredBy: () => p.manyToOne(AccountSchema).mapToPk().nullable().deleteRule('restrict'),
    answeredAt: p.datetime(3).nullable(),
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

export const partnerEntities = [
  PartnerSchema,
  PartnerRegistrationSchema,
  PartnerAnswerSchema,
  PartnerMembershipSchema,
  PartnerJoinSchema,
];
