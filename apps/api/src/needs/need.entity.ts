import { defineEntity, p } from '@mikro-orm/postgresql';
import { knownValues } from '../platform/database/check.ts';
import { guardedBy } from '../platform/database/row-policy.ts';
import { AccountSchema } from '../identity/account.entity.ts';
import { CompetencySchema } from '../competencies/competency.entity.ts';
import { DutySchema } from '../organisation/position.entity.ts';
import { OrgUnitSchema } from '../organisation/unit.entity.ts';
import { needPartVisible, needVisible } from './need.access.ts';
import {
  needDeeds,
  needSources,
  needStates,
  SMALLEST_GROUP,
  type IndicatorDirection,
  type NeedDeed,
  type NeedSource,
  type NeedState,
} from './need.rules.ts';

/** What everybody may know of a score: needs of small groups all stand behind the others. */
export const OPEN_SCORE = `case when headcount >= ${SMALLEST_GROUP} then priority_score else 0 end`;

/** What is to be learnt, by whom, by when, and why. */
export const NeedSchema = defineEntity({
  name: 'Need',
  tableName: 'need',
  ...guardedBy('need', needVisible),
  indexes: [
    {
      name: 'need_by_priority',
      expression: 'create index need_by_priority on need (priority_score desc, id desc)',
    },
    {
      name: 'need_by_open_score',
      expression: `create index need_by_open_score on need ((${OPEN_SCORE}) desc, id desc)`,
    },
    {
      name: 'need_by_due_on',
      expression: `create index need_by_due_on on need ((coalesce(due_on, 'infinity'::date)), id)`,
    },
    {
      name: 'need_by_updated_at',
      expression: 'create index need_by_updated_at on need (updated_at desc, id desc)',
    },
    { name: 'need_unit_priority', properties: ['orgUnit', 'priorityScore', 'id'] },
    { name: 'need_competency', properties: ['competency'] },
    { name: 'need_state', properties: ['state'] },
    { name: 'need_search', expression: 'create index need_search on need using gin (title gin_trgm_ops)' },
  ],
  checks: [
    knownValues('need', 'state', needStates),
    knownValues('need', 'source', needSources),
    {
      name: 'need_published_once_open',
      expression: `state not in ('PUBLISHED', 'PLANNED', 'MET') or published_at is not null`,
    },
    { name: 'need_closed_with_reason', expression: `state <> 'CLOSED' or closed_reason is not null` },
    { name: 'need_target_level', expression: 'target_level between 1 and 5' },
    { name: 'need_headcount', expression: 'headcount > 0' },
  ],
  properties: {
    id: p.uuid().primary(),
    code: p.text().unique(),
    version: p.integer().version(),
    updatedAt: p.datetime(3),
    title: p.text(),
    rationale: p.text(),
    state: p.text().$type<NeedState>(),
    source: p.text().$type<NeedSource>(),
    orgUnit: () => p.manyToOne(OrgUnitSchema).mapToPk().deleteRule('restrict'),
    competency: () => p.manyToOne(CompetencySchema).mapToPk().deleteRule('restrict'),
    targetLevel: p.smallint(),
    headcount: p.integer().nullable(),
    dueOn: p.date().nullable(),
    publishedAt: p.datetime(3).nullable(),
    closedReason: p.text().nullable(),
    indicatorName: p.text().nullable(),
    indicatorUnit: p.text().nullable(),
    indicatorBetter: p.text().$type<IndicatorDirection>().nullable(),
    indicatorBaseline: p.decimal().precision(21).scale(6).nullable(),
    indicatorSource: p.text().nullable(),
    /** The parts of the priority as last computed; a job renews them, because urgency grows by the day. */
    priorityScore: p.decimal().precision(4).scale(1),
    severity: p.decimal().precision(4).scale(3),
    reach: p.decimal().precision(4).scale(3),
    weight: p.decimal().precision(4).scale(3),
    urgency: p.decimal().precision(4).scale(3),
    assumed: p.array(),
  },
});

/** Units whose people a need is for. */
export const NeedUnitSchema = defineEntity({
  name: 'NeedUnit',
  tableName: 'need_unit',
  ...guardedBy('need_unit', needPartVisible),
  indexes: [{ name: 'need_unit_unit', properties: ['orgUnit'] }],
  properties: {
    need: () => p.manyToOne(NeedSchema).mapToPk().primary().deleteRule('cascade'),
    orgUnit: () => p.manyToOne(OrgUnitSchema).mapToPk().primary().deleteRule('restrict'),
  },
});

/** Duties that a need serves. */
export const NeedDutySchema = defineEntity({
  name: 'NeedDuty',
  tableName: 'need_duty',
  ...guardedBy('need_duty', needPartVisible),
  indexes: [{ name: 'need_duty_duty', properties: ['duty'] }],
  properties: {
    need: () => p.manyToOne(NeedSchema).mapToPk().primary().deleteRule('cascade'),
    duty: () => p.manyToOne(DutySchema).mapToPk().primary().deleteRule('restrict'),
  },
});

/** What was done with a need, and when. History: appended, never changed. */
export const NeedMoveSchema = defineEntity({
  name: 'NeedMove',
  tableName: 'need_move',
  ...guardedBy('need_move', needPartVisible),
  checks: [knownValues('need_move', 'deed', needDeeds)],
  properties: {
    need: () => p.manyToOne(NeedSchema).mapToPk().primary().deleteRule('restrict'),
    deed: p.text().$type<NeedDeed>().primary(),
    by: () => p.manyToOne(AccountSchema).mapToPk().deleteRule('restrict'),
    at: p.datetime(3),
  },
});

export const needEntities = [NeedSchema, NeedUnitSchema, NeedDutySchema, NeedMoveSchema];
