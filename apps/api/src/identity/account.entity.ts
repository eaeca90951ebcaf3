import { defineEntity, p } from '@mikro-orm/postgresql';
import { knownValues } from '../platform/database/check.ts';
import { guardedBy, houseOnly } from '../platform/database/row-policy.ts';
import { AsnProfileSchema } from '../organisation/asn.entity.ts';
import { OrgUnitSchema } from '../organisation/unit.entity.ts';
import { accountVisible, roleVisible } from './identity.access.ts';
import { roles, type Role } from './role.rules.ts';

/** Somebody who can sign in. What proves it lies elsewhere, so that there can be several ways in. */
export const AccountSchema = defineEntity({
  name: 'Account',
  tableName: 'account',
  ...guardedBy('account', accountVisible),
  indexes: [
    { name: 'account_email', expression: 'create unique index account_email on account (lower(email))' },
    { name: 'account_display_name', properties: ['displayName', 'id'] },
    {
      name: 'account_search',
      expression: `create index account_search on account using gin ((display_name || ' ' || email) gin_trgm_ops)`,
    },
  ],
  properties: {
    id: p.uuid().primary(),
    displayName: p.text(),
    email: p.text(),
    asnProfile: () => p.manyToOne(AsnProfileSchema).mapToPk().nullable().unique().deleteRule('restrict'),
    /** The language of its letters. */
    locale: p.text().$type<'id' | 'en'>().default('id'),
    lastSeenAt: p.datetime(3).nullable(),
    /** When its owner first set a password; null while it is only an invitation. */
    activatedAt: p.datetime(3).nullable(),
    /** Closed by an administrator: nobody signs in with it. */
    closedAt: p.datetime(3).nullable(),
  },
});

/** A password, as argon2id leaves it. Nobody reads it but the house when somebody signs in. */
export const CredentialSchema = defineEntity({
  name: 'Credential',
  tableName: 'credential',
  ...houseOnly('credential'),
  properties: {
    account: () => p.manyToOne(AccountSchema).mapToPk().primary().deleteRule('cascade'),
    passwordHash: p.text(),
    changedAt: p.datetime(3),
  },
});

/**
 * A role at a unit and everything under it, between two days (both included). That of an administrator may hold
 * everywhere, and holds only once a second administrator has confirmed it.
 */
export const RoleAssignmentSchema = defineEntity({
  name: 'RoleAssignment',
  tableName: 'role_assignment',
  ...guardedBy('role_assignment', roleVisible),
  indexes: [
    { name: 'role_assignment_account', properties: ['account'] },
    { name: 'role_assignment_unit', properties: ['orgUnit', 'role'] },
  ],
  checks: [
    knownValues('role_assignment', 'role', roles),
    // One that ended on its first day holds on no day at all.
    { name: 'role_assignment_days', expression: 'until is null or until >= from_day - 1' },
    { name: 'role_assignment_everywhere', expression: `org_unit_id is not null or role = 'ADMIN'` },
    { name: 'role_assignment_pending', expression: `not pending or role = 'ADMIN'` },
    {
      name: 'role_assignment_second_person',
      expression:
        'confirmed_by_id is null or (confirmed_by_id <> granted_by_id and confirmed_by_id <> account_id)',
    },
  ],
  properties: {
    id: p.uuid().primary(),
    account: () => p.manyToOne(AccountSchema).mapToPk().deleteRule('restrict'),
    role: p.text().$type<Role>(),
    /** Null: everywhere. */
    orgUnit: () => p.manyToOne(OrgUnitSchema).mapToPk().nullable().deleteRule('restrict'),
    fromDay: p.date(),
    until: p.date().nullable(),
    basis: p.text().nullable(),
    /** Waits for the second administrator; holds for nothing until then. */
    pending: p.boolean().default(false),
    /** Null when it was there from the start. */
    grantedBy: () => p.manyToOne(AccountSchema).mapToPk().nullable().deleteRule('restrict'),
    confirmedBy: () => p.manyToOne(AccountSchema).mapToPk().nullable().deleteRule('restrict'),
  },
});

export const accountEntities = [AccountSchema, CredentialSchema, RoleAssignmentSchema];
