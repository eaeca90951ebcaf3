import { problem, rangeProblems, textProblems, type Problem } from '../platform/problem.rules.ts';

export const needStates = ['DRAFT', 'VERIFIED', 'PUBLISHED', 'PLANNED', 'MET', 'CLOSED'] as const;
export type NeedState = (typeof needStates)[number];

export const needActions = ['VERIFY', 'PUBLISH', 'CLOSE'] as const;
export type NeedAction = (typeof needActions)[number];

export const needSources = ['INDIVIDUAL_GAP', 'UNIT_DEMAND', 'STRATEGIC'] as const;
export type NeedSource = (typeof needSources)[number];

export const indicatorDirections = ['HIGHER', 'LOWER'] as const;
export type IndicatorDirection = (typeof indicatorDirections)[number];

/** Legal moves of a need: from where, to where. PLANNED and MET come with programmes and evaluation. */
export const needMoves: Record<NeedAction, { from: readonly NeedState[]; to: NeedState }> = {
  VERIFY: { from: ['DRAFT'], to: 'VERIFIED' },
  PUBLISH: { from: ['VERIFIED'], to: 'PUBLISHED' },
  CLOSE: { from: ['DRAFT', 'VERIFIED', 'PUBLISHED', 'PLANNED', 'MET'], to: 'CLOSED' },
};

/** What stands in the history of a need: that it was written, and each move. Every one of them happens once. */
export const needDeeds = ['WRITE', ...needActions] as const;
export type NeedDeed = (typeof needDeeds)[number];

/** Needs that a partner may answer. */
export const openNeedStates: readonly NeedState[] = ['PUBLISHED', 'PLANNED'];

export const movesFrom = (state: NeedState): NeedAction[] =>
  needActions.filter((action) => needMoves[action].from.includes(state));

/** What outsiders may know of a number of people: nothing under five, then steps of five (`api.md` 17). */
export const roundedHeadcount = (people: number | null): number | null =>
  people === null || people < SMALLEST_GROUP ? null : Math.round(people / 5) * 5;

/** A smaller group would tell of single people. */
export const SMALLEST_GROUP = 5;

export interface NeedText {
  title: string;
  rationale: string;
  targetLevel: number;
  headcount?: number | null;
  forUnitIds: readonly string[];
  dutyIds?: readonly string[] | null;
  indicator?: { name: string; unit: string; source?: string | null } | null;
}

const MOST_ROWS = 50;

export function needProblems(need: NeedText): Problem[] {
  const { indicator } = need;
  return [
    ...textProblems(need.title, ['title'], { min: 10, max: 150 }),
    ...textProblems(need.rationale, ['rationale'], { min: 10, max: 2000 }),
    ...rangeProblems(need.targetLevel, ['targetLevel'], [1, 5]),
    ...rangeProblems(need.headcount, ['headcount'], [1, 1_000_000]),
    ...listProblems(need.forUnitIds, 'forUnitIds', 1),
    ...listProblems(need.dutyIds ?? [], 'dutyIds', 0),
    ...(indicator
      ? [
          ...textProblems(indicator.name, ['indicator', 'name'], { min: 3, max: 200 }),
          ...textProblems(indicator.unit, ['indicator', 'unit'], { min: 1, max: 40 }),
          ...textProblems(indicator.source, ['indicator', 'source'], { max: 200 }),
        ]
      : []),
  ];
}

function listProblems(ids: readonly string[], field: string, fewest: number): Problem[] {
  if (ids.length < fewest) return [problem('REQUIRED', 'required', [field])];
  if (ids.length > MOST_ROWS) return [problem('INVALID', 'too_many', [field], { max: MOST_ROWS })];
  return [];
}
