import { defineEntity, p } from '@mikro-orm/postgresql';
import type { PositionKind } from './position.rules.ts';
import { OrgUnitSchema } from './unit.entity.ts';

/** A post. Duties and standards hang here, not on the person. Public. */
export const PositionSchema = defineEntity({
  name: 'Position',
  tableName: 'position',
  indexes: [
    { name: 'position_unit', properties: ['orgUnit', 'title', 'id'] },
    { name: 'position_reports_to', properties: ['reportsTo'] },
  ],
  checks: [{ name: 'position_reports_to_another', expression: 'reports_to_id <> id' }],
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    title: p.text(),
    kind: p.text().$type<PositionKind>(),
    orgUnit: () => p.manyToOne(OrgUnitSchema).mapToPk().deleteRule('restrict'),
    reportsTo: () => p.manyToOne(PositionSchema).mapToPk().nullable().deleteRule('restrict'),
  },
});

/** One task of a post (uraian tugas), in the order of the post's description. Public. */
export const DutySchema = defineEntity({
  name: 'Duty',
  tableName: 'duty',
  uniques: [{ name: 'duty_position_seq', properties: ['position', 'seq'] }],
  checks: [{ name: 'duty_weight', expression: 'weight between 1 and 3' }],
  properties: {
    id: p.uuid().primary(),
    position: () => p.manyToOne(PositionSchema).mapToPk().deleteRule('restrict'),
    seq: p.smallint(),
    description: p.text(),
    weight: p.smallint(),
  },
});

export const positionEntities = [PositionSchema, DutySchema];
