import { m } from '@simpul/words/messages';
import type {
  CompetencyKind,
  IndicatorDirection,
  NeedAction,
  NeedDeed,
  NeedSource,
  NeedState,
} from '#lib/graph/generated/graphql.ts';
import type { Tone, Word } from './word.ts';

export const needState = {
  DRAFT: m.need_state_draft,
  VERIFIED: m.need_state_verified,
  PUBLISHED: m.need_state_published,
  PLANNED: m.need_state_planned,
  MET: m.need_state_met,
  CLOSED: m.need_state_closed,
} satisfies Record<NeedState, Word>;

export const needTone = {
  DRAFT: 'plain',
  VERIFIED: 'info',
  PUBLISHED: 'success',
  PLANNED: 'info',
  MET: 'success',
  CLOSED: 'plain',
} satisfies Record<NeedState, Tone>;

export const needAction = {
  VERIFY: m.need_action_verify,
  PUBLISH: m.need_action_publish,
  CLOSE: m.need_action_close,
} satisfies Record<NeedAction, Word>;

/** What was done, in the history of a need. */
export const needDeed = {
  WRITE: m.need_deed_write,
  VERIFY: m.need_deed_verify,
  PUBLISH: m.need_deed_publish,
  CLOSE: m.need_deed_close,
} satisfies Record<NeedDeed, Word>;

/** What the banner says once it is done. */
export const needDone = {
  VERIFY: m.need_done_verify,
  PUBLISH: m.need_done_publish,
  CLOSE: m.need_done_close,
} satisfies Record<NeedAction, Word>;

export const needSource = {
  INDIVIDUAL_GAP: m.source_individual_gap,
  UNIT_DEMAND: m.source_unit_demand,
  STRATEGIC: m.source_strategic,
} satisfies Record<NeedSource, Word>;

export const competencyKind = {
  MANAGERIAL: m.competency_managerial,
  SOCIO_CULTURAL: m.competency_socio_cultural,
  TECHNICAL: m.competency_technical,
} satisfies Record<CompetencyKind, Word>;

export const indicatorDirection = {
  HIGHER: m.indicator_higher,
  LOWER: m.indicator_lower,
} satisfies Record<IndicatorDirection, Word>;

export type PriorityPart = 'severity' | 'reach' | 'weight' | 'urgency';

/** The four parts of a need's priority: their names, and what each measures. */
export const priorityPart = {
  severity: { name: m.part_severity, means: m.part_severity_means },
  reach: { name: m.part_reach, means: m.part_reach_means },
  weight: { name: m.part_weight, means: m.part_weight_means },
  urgency: { name: m.part_urgency, means: m.part_urgency_means },
} satisfies Record<PriorityPart, { name: Word; means: Word }>;
