export const positionKinds = ['STRUCTURAL', 'FUNCTIONAL', 'GENERAL'] as const;
export type PositionKind = (typeof positionKinds)[number];
