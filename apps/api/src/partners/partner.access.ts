import type { Policy } from '../platform/access/policy.ts';
import { anyOf, isAmong, setting } from '../platform/access/row-predicates.ts';
import { declareViewerPart, type Viewer } from '../platform/access/viewer.ts';

/** A membership as the viewer holds it. */
export interface HeldMembership {
  partnerId: string;
  owner: boolean;
}

declare module '../platform/access/viewer.ts' {
  interface ViewerParts {
    memberships: readonly HeldMembership[];
  }
}
declareViewerPart('memberships', []);

const isStaff = `${setting('staff_roots')} <> '{}'`;

/** Verified partners: everybody. Others: their members, and staff. */
export const partnerVisible = anyOf(`state = 'VERIFIED'`, isAmong('id', 'partners'), isStaff);

/** Who belongs to a partner, its members know. */
export const membershipVisible = isAmong('partner_id', 'partners');

export const isMember = (viewer: Viewer, partnerId: string): boolean =>
  viewer.memberships.some((one) => one.partnerId === partnerId);

export const isOwner = (viewer: Viewer, partnerId: string): boolean =>
  viewer.memberships.some((one) => one.partnerId === partnerId && one.owner);

export const partnerPolicies: Record<string, Policy> = {
  partnerVisible: {},
  partnerMember: { root: (viewer) => viewer.memberships.length > 0 },
};
