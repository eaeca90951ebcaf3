import { defineEntity, p } from '@mikro-orm/postgresql';
import { DutySchema, PositionSchema } from '../organisation/position.entity.ts';
import type { CompetencyKind } from './competency.rules.ts';

/** A competency of the published framework. Public. */
export const CompetencySchema = defineEntity({
  name: 'Competency',
  tableName: 'competency',
  properties: {
    id: p.uuid().primary(),
    code: p.text().unique(),
    name: p.text(),
    definition: p.text(),
    kind: p.text().$type<CompetencyKind>(),
  },
});

/** What a level of a competency looks like in behaviour. Public. */
export const CompetencyLevelSchema = defineEntity({
  name: 'CompetencyLevel',
  tableName: 'competency_level',
  checks: [{ name: 'competency_level_range', expression: 'level between 1 and 5' }],
  properties: {
    competency: () => p.manyToOne(CompetencySchema).mapToPk().primary().deleteRule('cascade'),
    level: p.smallint().primary(),
    name: p.text(),
    description: p.text(),
  },
});

/** The level that a post requires. Public. */
export const CompetencyStandardSchema = defineEntity({
  name: 'CompetencyStandard',
  tableName: 'competency_standard',
  uniques: [{ name: 'competency_standard_once', properties: ['position', 'competency'] }],
  indexes: [{ name: 'competency_standard_competency', properties: ['competency', 'position'] }],
  checks: [{ name: 'competency_standard_range', expression: 'required_level between 1 and 5' }],
  properties: {
    id: p.uuid().primary(),
    position: () => p.manyToOne(PositionSchema).mapToPk().deleteRule('cascade'),
    competency: () => p.manyToOne(CompetencySchema).mapToPk().deleteRule('restrict'),
    requiredLevel: p.smallint(),
  },
});

/** What a task calls for. Public. */
export const DutyCompetencySchema = defineEntity({
  name: 'DutyCompetency',
  tableName: 'duty_competency',
  indexes: [{ name: 'duty_competency_competency', properties: ['competency'] }],
  properties: {
    duty: () => p.manyToOne(DutySchema).mapToPk().primary().deleteRule('cascade'),
    competency: () => p.manyToOne(CompetencySchema).mapToPk().primary().deleteRule('restrict'),
  },
});

export const competencyEntities = [
  CompetencySchema,
  CompetencyLevelSchema,
  CompetencyStandardSchema,
  DutyCompetencySchema,
];
