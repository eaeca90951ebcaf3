import type { Role } from '#lib/graph/generated/graphql.ts';
import type { Viewer } from './viewer.ts';

const staffRoles = ['SECRETARIAT', 'REVIEWER', 'APPROVER', 'LEADERSHIP', 'HR'] satisfies Role[];

/** For what to show, never for what is allowed: that the API says (`viewerActions`, `viewerCan…`). */
export function hasRole(viewer: Viewer | null, ...roles: Role[]): boolean {
  return viewer?.roles.some(({ role }) => roles.includes(role)) ?? false;
}

export function isStaff(viewer: Viewer | null): boolean {
  return hasRole(viewer, ...staffRoles);
}

export function isPartner(viewer: Viewer | null): boolean {
  return (viewer?.partnerMemberships.length ?? 0) > 0;
}

/** Somebody with an account and nothing else yet: no role, no partner, no post. */
export function isNobody(viewer: Viewer | null): boolean {
  return viewer !== null && viewer.roles.length === 0 && !isPartner(viewer) && !viewer.asnProfile;
}

/** Whom we invite to propose: partners, and visitors who may be one. */
export function isInvited(viewer: Viewer | null): boolean {
  return viewer === null || isPartner(viewer);
}

const overseeingRoles = ['SECRETARIAT', 'APPROVER', 'LEADERSHIP', 'HR'] satisfies Role[];

/** Units at which a viewer holds one of these roles, each once. */
export function unitsOf(viewer: Viewer | null, ...roles: Role[]) {
  const units = (viewer?.roles ?? [])
    .filter(({ role }) => roles.includes(role))
    .flatMap(({ orgUnit }) => (orgUnit ? [orgUnit] : []));
  return [...new Map(units.map((unit) => [unit.id, unit])).values()];
}

/** Units whose numbers a viewer oversees: those for which a token can be made. */
export const overseenUnits = (viewer: Viewer | null) => unitsOf(viewer, ...overseeingRoles);
