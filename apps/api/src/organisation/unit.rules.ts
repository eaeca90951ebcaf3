import { problem, textProblems, type Problem } from '../platform/problem.rules.ts';

export const orgUnitKinds = ['CITY', 'AGENCY', 'DISTRICT', 'SUBDISTRICT', 'SECTION', 'FACILITY'] as const;
export type OrgUnitKind = (typeof orgUnitKinds)[number];

/** Capitals, digits and dots, such as KPG.ALK; it orders the lists and stays short enough to be said. */
const CODE = /^[A-Z0-9]+(\.[A-Z0-9]+)*$/;

/** How a unit is called. A code is at most 40 characters, a name 150. */
export const unitNameProblems = ({ code, name }: { code: string; name: string }): Problem[] => {
  const length = textProblems(code, ['code'], { min: 2, max: 40 });
  const shape =
    length.length === 0 && !CODE.test(code.trim()) ? [problem('INVALID', 'unit_code', ['code'])] : [];
  return [...length, ...shape, ...textProblems(name, ['name'], { min: 3, max: 150 })];
};

/** A city or regency stands at the top, everything else below another unit. */
export const unitPlaceProblems = (kind: OrgUnitKind, hasParent: boolean): Problem[] => {
  if ((kind === 'CITY') !== hasParent) return [];
  return [problem('INVALID', hasParent ? 'unit_city_on_top' : 'unit_below_another', ['parentId'])];
};
