import type { Policy } from '../platform/access/policy.ts';
import { anyOf } from '../platform/access/row-predicates.ts';
import type { Viewer } from '../platform/access/viewer.ts';
import { holds } from '../identity/identity.access.ts';
import type { Role } from '../identity/role.rules.ts';
import { isWithinUnits } from '../organisation/unit.access.ts';

/** Who writes needs of a unit. */
const writers: readonly Role[] = ['SECRETARIAT', 'HR'];

/** Whose unit it is: they know the exact number of people behind a need. */
const insiders: readonly Role[] = ['SECRETARIAT', 'REVIEWER', 'APPROVER', 'LEADERSHIP', 'HR', 'ADMIN'];

/** Everybody once it has been published, whatever came later; before that staff of the unit, and the administrator. */
export const needVisible = anyOf(
  'published_at is not null',
  isWithinUnits('org_unit_id', 'staff_roots'),
  isWithinUnits('org_unit_id', 'admin_roots'),
);

/** Parts are seen with their need. Not as `exists`: PostgreSQL may then gather every need that the viewer may see. */
export const needPartVisible = '(select true from need n where n.id = need_id)';

export const mayWriteNeeds = (viewer: Viewer, unitAndAbove: readonly string[]): boolean =>
  holds(viewer, writers, unitAndAbove);

export const isInsider = (viewer: Viewer, unitAndAbove: readonly string[]): boolean =>
  holds(viewer, insiders, unitAndAbove);

export const needPolicies: Record<string, Policy> = {
  needVisible: {},
  needWrite: { root: (viewer) => viewer.roles.some(({ role }) => writers.includes(role)) },
};
