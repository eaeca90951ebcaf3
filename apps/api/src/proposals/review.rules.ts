import { Decimal } from 'decimal.js';
import { problem, textProblems, type Problem } from '../platform/problem.rules.ts';

export const reviewVerdicts = ['APPROVE', 'REVISE', 'REJECT', 'ABSTAIN'] as const;
export type ReviewVerdict = (typeof reviewVerdicts)[number];

/** Reviews of the current revision that a recommendation needs, abstentions left out. */
export const REVIEWS_REQUIRED = 2;

export interface CriterionFacts {
  key: string;
  weight: number;
  maximum: number;
  /** Stays outside the total. */
  independent: boolean;
}

export type Scores = Record<string, number>;

/**
 * Σ weight · score / Σ weight · maximum · 100 over the criteria that are not independent; text with one decimal, half
 * up. With every maximum 4 that is Σ weight · score / (4 · Σ weight) · 100.
 */
export function weightedTotal(rubric: readonly CriterionFacts[], scores: Scores): string {
  const counted = rubric.filter((criterion) => !criterion.independent);
  const sum = (value: (criterion: CriterionFacts) => number) =>
    counted.reduce((total, criterion) => total.plus(value(criterion)), new Decimal(0));
  const reached = sum(({ key, weight }) => weight * (scores[key] ?? 0));
  const reachable = sum(({ weight, maximum }) => weight * maximum);
  return reached.div(reachable).times(100).toFixed(1, Decimal.ROUND_HALF_UP);
}

export interface ReviewText {
  verdict: ReviewVerdict;
  scores: readonly { criterion: string; score: number }[];
  note?: string | null;
}

/** Every criterion once and within its bounds; none when abstaining. */
export function reviewProblems(rubric: readonly CriterionFacts[], review: ReviewText): Problem[] {
  const problems = textProblems(review.note, ['note'], { max: 4000 });
  if (review.verdict === 'ABSTAIN') {
    return review.scores.length === 0
      ? problems
      : [...problems, problem('INVALID', 'no_scores_here', ['scores'])];
  }
  const seen = new Set<string>();
  review.scores.forEach(({ criterion, score }, index) => {
    const known = rubric.find(({ key }) => key === criterion);
    if (!known) problems.push(problem('NOT_FOUND', 'not_found', ['scores', index, 'criterion']));
    else if (seen.has(criterion))
      problems.push(problem('DUPLICATE', 'duplicate', ['scores', index, 'criterion']));
    else if (!Number.isInteger(score) || score < 0 || score > known.maximum) {
      const bounds = { min: 0, max: known.maximum };
      problems.push(problem('INVALID', 'out_of_range', ['scores', index, 'score'], bounds));
    }
    seen.add(criterion);
  });
  if (rubric.some(({ key }) => !seen.has(key)))
    problems.push(problem('REQUIRED', 'every_criterion', ['scores']));
  return problems;
}
