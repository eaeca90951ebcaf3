import { Decimal } from 'decimal.js';
import { problem, rangeProblems, textProblems, type Problem } from '../platform/problem.rules.ts';
import type { Content, NeedLink } from './content.rules.ts';

/** Limits that hold at every write, drafts included. Text in characters, money in rupiah. */
export const limits = {
  title: { min: 10, max: 150 },
  summary: { max: 1200 },
  longText: { max: 4000 },
  shortText: { max: 1000 },
  line: { max: 200 },
  minutes: [15, 600],
  capacity: [1, 100_000],
  level: [1, 5],
  rows: 50,
  money: '1000000000000',
  quantity: '1000000',
} as const;

type Path = readonly (string | number)[];

/** What may not be written, each with its place under `input.content`. */
export function contentProblems(content: Content): Problem[] {
  const at = (...path: Path): Path => ['content', ...path];
  return [
    ...textProblems(content.title, at('title'), limits.title),
    ...textProblems(content.summary, at('summary'), limits.summary),
    ...textProblems(content.rationale, at('rationale'), limits.longText),
    ...textProblems(content.objectives, at('objectives'), limits.longText),
    ...textProblems(content.audience, at('audience'), limits.shortText),
    ...textProblems(content.accessNeeds, at('accessNeeds'), limits.shortText),
    ...textProblems(content.place, at('place'), limits.line),
    ...rangeProblems(content.capacityMin, at('capacityMin'), limits.capacity),
    ...rangeProblems(content.capacityMax, at('capacityMax'), limits.capacity),
    ...orderProblems(content),
    ...(['outcomes', 'sessions', 'speakers', 'budget'] as const).flatMap((part) =>
      rowCount(content[part], at(part)),
    ),
    ...content.outcomes.flatMap((row, index) => outcomeProblems(row, at('outcomes', index))),
    ...content.sessions.flatMap((row, index) => sessionProblems(row, at('sessions', index))),
    ...content.speakers.flatMap((row, index) => speakerProblems(row, at('speakers', index))),
    ...content.budget.flatMap((row, index) => budgetProblems(row, at('budget', index))),
  ];
}

function rowCount(rows: readonly unknown[], path: Path): Problem[] {
  return rows.length > limits.rows ? [problem('INVALID', 'too_many', path, { max: limits.rows })] : [];
}

function orderProblems({ capacityMin, capacityMax, preferredFrom, preferredUntil }: Content): Problem[] {
  const problems: Problem[] = [];
  if (capacityMin !== null && capacityMax !== null && capacityMin > capacityMax) {
    problems.push(problem('INVALID', 'above_maximum', ['content', 'capacityMin'], { max: capacityMax }));
  }
  if (preferredFrom && preferredUntil && preferredFrom > preferredUntil) {
    problems.push(problem('INVALID', 'before_start', ['content', 'preferredUntil']));
  }
  return problems;
}

function outcomeProblems(row: Content['outcomes'][number], path: Path): Problem[] {
  const problems = [
    ...rangeProblems(row.toLevel, [...path, 'toLevel'], limits.level),
    ...rangeProblems(row.fromLevel, [...path, 'fromLevel'], limits.level),
    ...textProblems(row.measure, [...path, 'measure'], limits.shortText),
  ];
  if (row.fromLevel !== null && row.fromLevel > row.toLevel) {
    problems.push(problem('INVALID', 'level_lower', [...path, 'toLevel']));
  }
  return problems;
}

const sessionProblems = (row: Content['sessions'][number], path: Path): Problem[] => [
  ...textProblems(row.title, [...path, 'title'], { min: 1, ...limits.line }),
  ...rangeProblems(row.minutes, [...path, 'minutes'], limits.minutes),
  ...textProblems(row.method, [...path, 'method'], limits.line),
];

const speakerProblems = (row: Content['speakers'][number], path: Path): Problem[] => [
  ...textProblems(row.name, [...path, 'name'], { min: 1, ...limits.line }),
  ...textProblems(row.affiliation, [...path, 'affiliation'], limits.line),
  ...textProblems(row.expertise, [...path, 'expertise'], limits.line),
];

const budgetProblems = (row: Content['budget'][number], path: Path): Problem[] => [
  ...textProblems(row.description, [...path, 'description'], { min: 1, ...limits.line }),
  ...textProblems(row.unit, [...path, 'unit'], { min: 1, max: 40 }),
  ...amountProblems(row.quantity, [...path, 'quantity'], limits.quantity, 2),
  ...amountProblems(row.unitPrice, [...path, 'unitPrice', 'amount'], limits.money, 0),
];

/** An exact amount from 0 to a bound, with so many decimals at most. */
function amountProblems(amount: string, path: Path, most: string, places: number): Problem[] {
  const value = new Decimal(amount);
  if (value.lt(0) || value.gt(most)) return [problem('INVALID', 'out_of_range', path, { min: 0, max: most })];
  return value.decimalPlaces() > places
    ? [problem('INVALID', 'too_many_decimals', path, { max: places })]
    : [];
}

export function linkProblems(links: readonly NeedLink[]): Problem[] {
  const seen = new Set<string>();
  const problems = rowCount(links, ['needs']);
  links.forEach(({ needId, note }, index) => {
    problems.push(...textProblems(note, ['needs', index, 'note'], { max: 500 }));
    if (seen.has(needId)) problems.push(problem('DUPLICATE', 'duplicate', ['needs', index, 'needId']));
    seen.add(needId);
  });
  return problems;
}

/** What SUBMIT and RESUBMIT ask for beyond the limits. */
export function missingForSending(
  content: Content,
  links: readonly NeedLink[],
  initiativeReason: string | null,
): Problem[] {
  const must = ['kind', 'mode', 'summary', 'rationale', 'objectives', 'audience', 'capacityMax'] as const;
  const rows = ['sessions', 'speakers', 'outcomes'] as const;
  const missing = (...path: Path) => problem('REQUIRED', 'required_to_send', path);
  const isEmpty = (value: unknown) => value === null || (typeof value === 'string' && value.trim() === '');
  return [
    ...must.filter((field) => isEmpty(content[field])).map((field) => missing('content', field)),
    ...rows.filter((part) => content[part].length === 0).map((part) => missing('content', part)),
    ...(links.length === 0 && isEmpty(initiativeReason) ? [missing('needs')] : []),
  ];
}
