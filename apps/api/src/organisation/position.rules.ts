import { textProblems, type Problem } from '../platform/problem.rules.ts';

export const positionKinds = ['STRUCTURAL', 'FUNCTIONAL', 'GENERAL'] as const;
export type PositionKind = (typeof positionKinds)[number];

export const titleProblems = (title: string): Problem[] =>
  textProblems(title, ['title'], { min: 3, max: 150 });
