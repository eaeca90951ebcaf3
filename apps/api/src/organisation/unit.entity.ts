import { defineEntity, p } from '@mikro-orm/postgresql';
import type { OrgUnitKind } from './unit.rules.ts';

/** A unit of the organisation tree. Public. */
export const OrgUnitSchema = defineEntity({
  name: 'OrgUnit',
  tableName: 'org_unit',
  indexes: [
    { name: 'org_unit_parent', properties: ['parent'] },
    {
      name: 'org_unit_name_search',
      expression: 'create index org_unit_name_search on org_unit using gin (name gin_trgm_ops)',
    },
  ],
  checks: [{ name: 'org_unit_only_root_has_no_parent', expression: `(parent_id is null) = (kind = 'CITY')` }],
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    code: p.text().unique(),
    name: p.text(),
    kind: p.text().$type<OrgUnitKind>(),
    parent: () => p.manyToOne(OrgUnitSchema).mapToPk().nullable().deleteRule('restrict'),
  },
});

/** The tree as a closure: every unit with itself and with each unit above it. Row policies read it. Public. */
export const UnitClosureSchema = defineEntity({
  name: 'UnitClosure',
  tableName: 'unit_closure',
  indexes: [{ name: 'unit_closure_unit', properties: ['unit'] }],
  properties: {
    ancestor: () => p.manyToOne(OrgUnitSchema).mapToPk().primary().deleteRule('cascade'),
    unit: () => p.manyToOne(OrgUnitSchema).mapToPk().primary().deleteRule('cascade'),
    /** Steps from the ancestor down to the unit; 0 for the unit itself. */
    distance: p.smallint(),
  },
});

/** Days on which nobody works, beside weekends. Public. */
export const HolidaySchema = defineEntity({
  name: 'Holiday',
  tableName: 'holiday',
  properties: { on: p.date().primary(), name: p.text() },
});

export const unitEntities = [OrgUnitSchema, UnitClosureSchema, HolidaySchema];
