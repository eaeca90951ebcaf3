import { sql } from 'kysely';
import { inOrder, type Batch } from '../platform/database/loader.ts';
import { pageOf, pageOfOwner, type Listing, type PageArguments } from '../platform/database/page.ts';
import { rowsOf, type TablesOf } from '../platform/database/tables.ts';
import type { Work } from '../platform/database/unit-of-work.ts';
import type { AsnEmploymentSchema, AsnPersonalSchema, AsnProfileSchema } from './asn.entity.ts';
import { fullName, type EmploymentKind } from './asn.rules.ts';
import type { PositionTables } from './position.queries.ts';
import { likeText, type UnitTables } from './unit.queries.ts';

export type AsnTables = UnitTables &
  PositionTables &
  TablesOf<typeof AsnProfileSchema | typeof AsnEmploymentSchema | typeof AsnPersonalSchema>;

export interface AsnProfileRow {
  id: string;
  version: number;
  updatedAt: string;
  frontTitle: string | null;
  name: string;
  backTitle: string | null;
  positionId: string;
}

export interface EmploymentRow {
  profileId: string;
  nip: string;
  rank: string | null;
  employmentKind: EmploymentKind;
  positionSince: string | null;
}

export interface PersonalRow {
  profileId: string;
  bornOn: string | null;
  phone: string | null;
  privateEmail: string | null;
}

const columns = [
  'asn_profile.id',
  'asn_profile.version',
  'asn_profile.updated_at as updatedAt',
  'asn_profile.front_title as frontTitle',
  'asn_profile.name',
  'asn_profile.back_title as backTitle',
  'asn_profile.position_id as positionId',
] as const;

const byName = { key: sql.ref('asn_profile.name'), type: 'text', direction: 'asc' } as const;

export const asnProfileById: Batch<string, AsnProfileRow> = async ({ em }, ids) => {
  const rows = rowsOf<AsnTables>(em).selectFrom('asn_profile').select(columns).where('id', 'in', ids);
  return inOrder(ids, await rows.execute(), (row) => row.id);
};

export const employmentOf: Batch<string, EmploymentRow> = async ({ em }, ids) => {
  const rows = rowsOf<AsnTables>(em)
    .selectFrom('asn_employment')
    .select([
      'asn_profile_id as profileId',
      'nip',
      'rank',
      'employment_kind as employmentKind',
      'position_since as positionSince',
    ])
    .where('asn_profile_id', 'in', ids);
  return inOrder(ids, await rows.execute(), (row) => row.profileId);
};

export const personalOf: Batch<string, PersonalRow> = async ({ em }, ids) => {
  const rows = rowsOf<AsnTables>(em)
    .selectFrom('asn_personal')
    .select(['asn_profile_id as profileId', 'born_on as bornOn', 'phone', 'private_email as privateEmail'])
    .where('asn_profile_id', 'in', ids);
  return inOrder(ids, await rows.execute(), (row) => row.profileId);
};

export interface AsnFilter {
  /** The unit and all below it. */
  unitId: string | null;
  search: string | null;
}

export function listAsnProfiles(work: Work, { unitId, search }: AsnFilter, args: PageArguments) {
  const listing: Listing = {
    name: 'asnProfiles',
    id: 'asn_profile.id',
    order: byName,
    filter: [unitId, search],
    rows: () => {
      let rows = rowsOf<AsnTables>(work.em).selectFrom('asn_profile').select(columns);
      if (search) rows = rows.where('asn_profile.name', 'ilike', `%${likeText(search)}%`);
      if (unitId) rows = rows.where('asn_profile.position_id', 'in', positionsWithin(work, unitId));
      return rows;
    },
  };
  return pageOf<AsnProfileRow>(work, listing, args);
}

const positionsWithin = ({ em }: Work, unitId: string) =>
  rowsOf<AsnTables>(em)
    .selectFrom('position')
    .innerJoin('unit_closure', 'unit_closure.unit_id', 'position.org_unit_id')
    .where('unit_closure.ancestor_id', '=', unitId)
    .select('position.id');

/** Those whose post answers to this person's post. */
export function listReports(work: Work, profileId: string, args: PageArguments) {
  const listing: Listing = {
    name: 'AsnProfile.reports',
    id: 'asn_profile.id',
    order: byName,
    rows: (chief) =>
      rowsOf<AsnTables>(work.em)
        .selectFrom('asn_profile')
        .select(columns)
        .innerJoin('position', 'position.id', 'asn_profile.position_id')
        .innerJoin('asn_profile as chief', 'chief.position_id', 'position.reports_to_id')
        .where('chief.id', '=', chief!),
  };
  return pageOfOwner<AsnProfileRow>(work, listing, profileId, args);
}

export const displayNameOf = (row: AsnProfileRow): string => fullName(row);
