/** What is known about a need when it is ranked (`domain.md`, section 2). */
export interface PriorityFacts {
  /** Evidence about people; null while there is none or fewer than five were rated. */
  evidence: { meanGap: number; below: number; rated: number; requiredInUnits: number } | null;
  /** People affected as the unit states it. */
  headcount: number | null;
  /** People whose post requires the competency in the ranking unit (the nearest kecamatan above, else the root). */
  requiredInRankingUnit: number;
  /** Of the heaviest duty that the need serves, 1 to 3; null when it is linked to none. */
  dutyWeight: number | null;
  /** Days until the due date, negative once it is past; null without a date. */
  daysLeft: number | null;
  /** Whether a document sets the date. Without one urgency reaches 0.6 at most. */
  documented: boolean;
}

export type PriorityPart = 'severity' | 'reach' | 'weight' | 'urgency';
export const priorityParts: readonly PriorityPart[] = ['severity', 'reach', 'weight', 'urgency'];

export interface Priority extends Record<PriorityPart, number> {
  /** 0 to 100, one decimal. */
  score: number;
  /** Parts that are assumed because no evidence is there yet. */
  assumed: PriorityPart[];
}

/** Exponents of the four parts; they add to one. A quarter each unless HR sets others with a reason. */
export type PriorityWeights = Record<PriorityPart, number>;
export const EVEN_WEIGHTS: PriorityWeights = { severity: 0.25, reach: 0.25, weight: 0.25, urgency: 0.25 };

const FEWEST_RATED = 5;
const SMALLEST_POPULATION = 10;

/**
 * Priority = 100 · Π xᵢ^kᵢ over four parts from 0 to 1, each rounded to three decimals so that the score can be checked
 * by hand from what is shown. Example: mean gap 1.3, 14 of 20 rated below, all of the ranking unit, weight 2, due in
 * 120 days by decree: 0.65, 0.7, 0.667, 0.785, score 69.9.
 */
export function priorityOf(facts: PriorityFacts, weights: PriorityWeights = EVEN_WEIGHTS): Priority {
  const assumed: PriorityPart[] = [];
  const note = (part: PriorityPart, value: number, isAssumed: boolean): number => {
    if (isAssumed) assumed.push(part);
    return Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;
  };
  const rated = facts.evidence && facts.evidence.rated >= FEWEST_RATED ? facts.evidence : null;
  const parts = {
    severity: note('severity', rated ? rated.meanGap / 2 : 0.5, !rated),
    reach: note('reach', reachOf(facts, rated), !rated),
    weight: note('weight', (facts.dutyWeight ?? 1) / 3, facts.dutyWeight === null),
    urgency: note('urgency', urgencyOf(facts.daysLeft, facts.documented), false),
  };
  const product = priorityParts.reduce((soFar, part) => soFar * parts[part] ** weights[part], 1);
  return { ...parts, score: Math.round(product * 1000) / 10, assumed };
}

function reachOf(facts: PriorityFacts, rated: PriorityFacts['evidence']): number {
  const population = Math.max(SMALLEST_POPULATION, facts.requiredInRankingUnit);
  if (rated) return ((rated.below / rated.rated) * rated.requiredInUnits) / population;
  if (facts.headcount === null || facts.requiredInRankingUnit === 0) return 0.5;
  return (Math.round(facts.headcount / 5) * 5) / population;
}

/** 1 up to 30 days before the date and after it, then falling evenly to 0.2 at 365 days; 0.2 without a date. */
export function urgencyOf(daysLeft: number | null, documented: boolean): number {
  if (daysLeft === null) return 0.2;
  const far = Math.min(365, Math.max(30, daysLeft)) - 30;
  const urgency = 1 - (0.8 * far) / 335;
  return documented ? urgency : Math.min(0.6, urgency);
}
