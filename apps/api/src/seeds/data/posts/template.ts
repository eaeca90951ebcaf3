import type { Level } from '../framework.ts';

export interface DutySeed {
  description: string;
  /** 1 ordinary, 2 important, 3 critical to public service. */
  weight: 1 | 2 | 3;
  competencies: string[];
}

export interface PostSeed {
  key: string;
  title: string;
  kind: 'STRUCTURAL' | 'FUNCTIONAL' | 'GENERAL';
  unit: string;
  reportsTo: string | null;
  duties: DutySeed[];
  /** Required level by competency code. */
  standards: Record<string, Level>;
  /** How many people hold it. */
  holders: number;
}

/** Usual level of the nine competencies by class of post (PermenPANRB 38/2017); a post may require another. */
export const classLevel = {
  head: 4,
  administrator: 3,
  supervisor: 2,
  staff: 1,
  expertJunior: 3,
  expertFirst: 2,
  skilled: 2,
} as const satisfies Record<string, Level>;

const core = ['M.01', 'M.02', 'M.03', 'M.04', 'M.05', 'M.06', 'M.07', 'M.08', 'SK.01'];

/** The nine at the level of the class, then what this post requires beside or above it. */
export function standards(
  postClass: keyof typeof classLevel,
  own: Record<string, Level> = {},
): Record<string, Level> {
  const usual = Object.fromEntries(core.map((code): [string, Level] => [code, classLevel[postClass]]));
  return { ...usual, ...own };
}

export function duty(weight: 1 | 2 | 3, description: string, ...competencies: string[]): DutySeed {
  return { description, weight, competencies };
}
