export const competencyKinds = ['MANAGERIAL', 'SOCIO_CULTURAL', 'TECHNICAL'] as const;
export type CompetencyKind = (typeof competencyKinds)[number];

/** Levels run from 1 (paham) to 5 (ahli); PermenPANRB 38/2017. */
export const LEVELS = [1, 5] as const;
