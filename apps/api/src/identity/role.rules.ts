import { problem, textProblems, type Problem } from '../platform/problem.rules.ts';

/** Roles of the house. Being an ASN follows from the profile, supervising from the post. */
export const roles = ['SECRETARIAT', 'REVIEWER', 'APPROVER', 'LEADERSHIP', 'HR', 'ADMIN'] as const;
export type Role = (typeof roles)[number];

/** Those who work with proposals and needs. The administrator runs the system and reads neither. */
export const staffRoles: readonly Role[] = ['SECRETARIAT', 'REVIEWER', 'APPROVER', 'LEADERSHIP', 'HR'];

/** Staff who see the numbers of their unit; a reviewer sees the proposals assigned to him or her and no others. */
export const overseeingRoles: readonly Role[] = ['SECRETARIAT', 'APPROVER', 'LEADERSHIP', 'HR'];

/** A role at a unit and everything under it; an administrator's may hold everywhere (null). */
export interface HeldRole {
  role: Role;
  unitId: string | null;
}

/** Whether one of these roles is held at a unit, given with all units above it. */
export function holdsRole(
  held: readonly HeldRole[],
  wanted: readonly Role[],
  unitAndAbove: readonly string[],
): boolean {
  return held.some(
    ({ role, unitId }) => wanted.includes(role) && (unitId === null || unitAndAbove.includes(unitId)),
  );
}

/** The units at which one of these roles is held; their rights reach down from there. */
export const rootsOf = (held: readonly HeldRole[], wanted: readonly Role[]): string[] => [
  ...new Set(held.flatMap(({ role, unitId }) => (wanted.includes(role) && unitId ? [unitId] : []))),
];

/** A role about to be given. Days are ISO dates, both included. */
export interface Grant {
  role: Role;
  from: string;
  until: string | null;
  basis: string;
}

/**
 * What speaks against a grant. Whoever runs the system neither judges nor decides in it: an administrator holds no other
 * role. `heldAlready` are the roles of the account that have not ended.
 */
export function grantProblems(grant: Grant, heldAlready: readonly Role[]): Problem[] {
  const isAdmin = grant.role === 'ADMIN';
  const clashes = heldAlready.some((role) => (role === 'ADMIN') !== isAdmin);
  return [
    ...(clashes ? [problem('CONFLICT_OF_INTEREST', 'role_admin_alone', ['role'])] : []),
    ...(grant.until !== null && grant.until < grant.from
      ? [problem('INVALID', 'until_before_from', ['until'])]
      : []),
    ...textProblems(grant.basis, ['basis'], { min: 5, max: 200 }),
  ];
}

export const roleActions = ['CONFIRM', 'END'] as const;
export type RoleAction = (typeof roleActions)[number];

/** What an administrator of its unit may do with a role of somebody else. Days are ISO dates. */
export function actionsOnRole(
  role: { pending: boolean; until: string | null },
  today: string,
  grantedByViewer: boolean,
): RoleAction[] {
  if (role.until !== null && role.until < today) return [];
  return role.pending && !grantedByViewer ? ['CONFIRM', 'END'] : ['END'];
}

/** An administrator is made by two of them. */
export const needsSecondPerson = (role: Role): boolean => role === 'ADMIN';

/** Roles whose holders get a new password by letter only: whoever prints a code could act in their name. */
const decidingRoles: readonly Role[] = ['APPROVER', 'ADMIN'];

export const takesCodeOnPaper = (held: readonly Role[]): boolean =>
  !held.some((role) => decidingRoles.includes(role));
