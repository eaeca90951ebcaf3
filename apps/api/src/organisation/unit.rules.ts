export const orgUnitKinds = ['CITY', 'AGENCY', 'DISTRICT', 'SUBDISTRICT', 'SECTION', 'FACILITY'] as const;
export type OrgUnitKind = (typeof orgUnitKinds)[number];
