/** Roles of the house. Being an ASN follows from the profile, supervising from the post. */
export const roles = ['SECRETARIAT', 'REVIEWER', 'APPROVER', 'LEADERSHIP', 'HR', 'ADMIN'] as const;
export type Role = (typeof roles)[number];

/** Those who work with proposals and needs. The administrator runs the system and reads neither. */
export const staffRoles: readonly Role[] = ['SECRETARIAT', 'REVIEWER', 'APPROVER', 'LEADERSHIP', 'HR'];

/** Staff who see the numbers of their unit; a reviewer sees the proposals assigned to him or her and no others. */
export const overseeingRoles: readonly Role[] = ['SECRETARIAT', 'APPROVER', 'LEADERSHIP', 'HR'];

/** A role at a unit and everything under it. */
export interface HeldRole {
  role: Role;
  unitId: string;
}

/** Whether one of these roles is held at a unit, given with all units above it. */
export function holdsRole(
  held: readonly HeldRole[],
  wanted: readonly Role[],
  unitAndAbove: readonly string[],
): boolean {
  return held.some(({ role, unitId }) => wanted.includes(role) && unitAndAbove.includes(unitId));
}

/** The units at which one of these roles is held; their rights reach down from there. */
export const rootsOf = (held: readonly HeldRole[], wanted: readonly Role[]): string[] => [
  ...new Set(held.filter(({ role }) => wanted.includes(role)).map(({ unitId }) => unitId)),
];
