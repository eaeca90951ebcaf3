import type { Policy } from '../platform/access/policy.ts';
import { anyOf, isOwn, setting } from '../platform/access/row-predicates.ts';
import { declareViewerPart, type Viewer } from '../platform/access/viewer.ts';
import { isAdminOf } from '../organisation/unit.access.ts';
import { holdsRole, rootsOf, staffRoles, type HeldRole, type Role } from './role.rules.ts';
import type { Scope } from './token.rules.ts';

declare module '../platform/access/viewer.ts' {
  interface ViewerParts {
    /** Roles that hold today. */
    roles: readonly HeldRole[];
    /** Scopes of a token; empty for a session. */
    scopes: readonly Scope[];
    /** The unit that a token is bound to. */
    tokenUnitId: string | null;
  }
}
declareViewerPart('roles', []);
declareViewerPart('scopes', []);
declareViewerPart('tokenUnitId', null);

const isAdmin = `${setting('admin')} = 'on'`;

export const accountVisible = anyOf(isOwn('id', 'account'), isAdmin);
export const roleVisible = anyOf(isOwn('account_id', 'account'), isAdmin);
export const tokenVisible = anyOf(isOwn('account_id', 'account'), isAdmin);
export const noticeVisible = isOwn('account_id', 'account');

const hasRole = (viewer: Viewer, wanted: readonly Role[]): boolean =>
  viewer.roles.some(({ role }) => wanted.includes(role));

export const isStaff = (viewer: Viewer): boolean => hasRole(viewer, staffRoles);

/** Whether the viewer holds one of the roles at a unit, given with all units above it. */
export const holds = (viewer: Viewer, wanted: readonly Role[], unitAndAbove: readonly string[]): boolean =>
  holdsRole(viewer.roles, wanted, unitAndAbove);

/**
 * Whether the viewer manages an account: an administrator of every unit at which it holds a role, each given with all
 * units above it (none for a role that holds everywhere). Nobody manages his or her own.
 */
export const mayManage = (
  viewer: Viewer,
  accountId: string,
  reach: readonly (readonly string[])[],
): boolean =>
  hasRole(viewer, ['ADMIN']) &&
  viewer.accountId !== accountId &&
  reach.every((unitAndAbove) => isAdminOf(viewer, unitAndAbove));

/** Numbers of a unit: its staff, and tokens with AGGREGATE_READ. */
export const mayReadAggregates = (viewer: Viewer): boolean =>
  isStaff(viewer) || viewer.scopes.includes('AGGREGATE_READ');

/** The schema itself: whoever signed in, and tokens with SCHEMA_READ. */
export const maySeeSchema = (viewer: Viewer): boolean =>
  viewer.kind === 'account' || viewer.scopes.includes('SCHEMA_READ');

/** The units whose numbers the viewer may read, with all that is below them. */
export const aggregateRoots = (viewer: Viewer): string[] =>
  viewer.tokenUnitId ? [viewer.tokenUnitId] : rootsOf(viewer.roles, staffRoles);

export const identityPolicies: Record<string, Policy> = {
  self: {},
  selfOrAdmin: {},
  admin: { root: (viewer) => hasRole(viewer, ['ADMIN']) },
  hr: { root: (viewer) => viewer.isHr },
  staff: { root: isStaff, group: isStaff },
  reviewer: { root: (viewer) => hasRole(viewer, ['REVIEWER']) },
  aggregate: { root: mayReadAggregates, group: mayReadAggregates },
};
