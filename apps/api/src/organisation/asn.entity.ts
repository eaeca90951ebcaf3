import { defineEntity, p } from '@mikro-orm/postgresql';
import { guardedBy } from '../platform/database/row-policy.ts';
import { asnProfileVisible, employmentVisible, personalVisible } from './asn.access.ts';
import type { EmploymentKind } from './asn.rules.ts';
import { PositionSchema } from './position.entity.ts';

/** A civil servant as colleagues may know one: name and post. */
export const AsnProfileSchema = defineEntity({
  name: 'AsnProfile',
  tableName: 'asn_profile',
  ...guardedBy('asn_profile', asnProfileVisible),
  indexes: [
    { name: 'asn_profile_position', properties: ['position'] },
    { name: 'asn_profile_name', properties: ['name', 'id'] },
    {
      name: 'asn_profile_search',
      expression: 'create index asn_profile_search on asn_profile using gin (name gin_trgm_ops)',
    },
  ],
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    updatedAt: p.datetime(3),
    frontTitle: p.text().nullable(),
    name: p.text(),
    backTitle: p.text().nullable(),
    position: () => p.manyToOne(PositionSchema).mapToPk().deleteRule('restrict'),
  },
});

/** NIP and rank: personal data under UU 27/2022. A table of its own, so that one policy guards all of it. */
export const AsnEmploymentSchema = defineEntity({
  name: 'AsnEmployment',
  tableName: 'asn_employment',
  ...guardedBy('asn_employment', employmentVisible),
  checks: [{ name: 'asn_employment_nip', expression: `nip ~ '^[0-9]{18}$'` }],
  properties: {
    asnProfile: () => p.manyToOne(AsnProfileSchema).mapToPk().primary().deleteRule('cascade'),
    nip: p.text().unique(),
    rank: p.text().nullable(),
    employmentKind: p.text().$type<EmploymentKind>(),
    positionSince: p.date().nullable(),
  },
});

/** Birth, phone, private address. Nobody but the person and HR. */
export const AsnPersonalSchema = defineEntity({
  name: 'AsnPersonal',
  tableName: 'asn_personal',
  ...guardedBy('asn_personal', personalVisible),
  properties: {
    asnProfile: () => p.manyToOne(AsnProfileSchema).mapToPk().primary().deleteRule('cascade'),
    bornOn: p.date().nullable(),
    phone: p.text().nullable(),
    privateEmail: p.text().nullable(),
  },
});

export const asnEntities = [AsnProfileSchema, AsnEmploymentSchema, AsnPersonalSchema];
