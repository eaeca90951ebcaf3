import { m } from '@simpul/words/messages';
import type {
  EmploymentKind,
  OrgUnitKind,
  PartnerKind,
  PartnerState,
  PositionKind,
  Role,
} from '#lib/graph/generated/graphql.ts';
import type { Tone, Word } from './word.ts';

export const role = {
  SECRETARIAT: m.role_secretariat,
  REVIEWER: m.role_reviewer,
  APPROVER: m.role_approver,
  LEADERSHIP: m.role_leadership,
  HR: m.role_hr,
  ADMIN: m.role_admin,
} satisfies Record<Role, Word>;

export const orgUnitKind = {
  CITY: m.unit_city,
  AGENCY: m.unit_agency,
  DISTRICT: m.unit_district,
  SUBDISTRICT: m.unit_subdistrict,
  SECTION: m.unit_section,
  FACILITY: m.unit_facility,
} satisfies Record<OrgUnitKind, Word>;

export const partnerKind = {
  UNIVERSITY: m.partner_university,
  NGO: m.partner_ngo,
  GOVERNMENT: m.partner_government,
  COMPANY: m.partner_company,
} satisfies Record<PartnerKind, Word>;

export const partnerState = {
  PENDING: m.partner_state_pending,
  VERIFIED: m.partner_state_verified,
  SUSPENDED: m.partner_state_suspended,
} satisfies Record<PartnerState, Word>;

export const partnerTone = {
  PENDING: 'warning',
  VERIFIED: 'success',
  SUSPENDED: 'error',
} satisfies Record<PartnerState, Tone>;

export const employmentKind = {
  PNS: m.employment_pns,
  PPPK: m.employment_pppk,
} satisfies Record<EmploymentKind, Word>;

export const positionKind = {
  STRUCTURAL: m.position_structural,
  FUNCTIONAL: m.position_functional,
  GENERAL: m.position_general,
} satisfies Record<PositionKind, Word>;

const unitCount = {
  CITY: m.n_cities,
  AGENCY: m.n_agencies,
  DISTRICT: m.n_districts,
  SUBDISTRICT: m.n_subdistricts,
  SECTION: m.n_sections,
  FACILITY: m.n_facilities,
} satisfies Record<OrgUnitKind, (inputs: { count: number }) => string>;

/** "9 kelurahan" when all are of one kind, else "9 unit". */
export function countUnits(units: readonly { kind: OrgUnitKind }[]): string {
  const count = units.length;
  const [first] = units;
  return first && units.every(({ kind }) => kind === first.kind)
    ? unitCount[first.kind]({ count })
    : m.n_units({ count });
}

/** How much a duty matters, 1 to 3. */
export function dutyWeight(weight: number): string {
  return ([m.duty_ordinary, m.duty_important, m.duty_critical][weight - 1] ?? m.duty_ordinary)();
}

/** "Penelaah di Kecamatan Alak"; an administrator of everything has no unit. */
export function roleAt(held: { role: Role; orgUnit?: { name: string } | null }): string {
  const name = role[held.role]();
  return held.orgUnit
    ? m.role_at({ role: name, unit: held.orgUnit.name })
    : m.role_everywhere({ role: name });
}

/** What each role is for, where one is given. */
export const roleHint = {
  SECRETARIAT: m.role_hint_secretariat,
  REVIEWER: m.role_hint_reviewer,
  APPROVER: m.role_hint_approver,
  LEADERSHIP: m.role_hint_leadership,
  HR: m.role_hint_hr,
  ADMIN: m.role_hint_admin,
} satisfies Record<Role, Word>;
