import type { Policy } from '../platform/access/policy.ts';
import { anyOf, isAmong, isOwn, setting } from '../platform/access/row-predicates.ts';
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

/** Papers and answers: its members, and those of the house who judge. */
export const registrationVisible = anyOf(
  isAmong('partner_id', 'partners'),
  `${setting('judgement_roots')} <> '{}'`,
);

/** A wish to join: the one who asked, and the owners. */
export const joinVisible = anyOf(isOwn('account_id', 'account'), isAmong('partner_id', 'owned_partners'));

export const isMember = (viewer: Viewer, partnerId: string): boolean =>
  viewer.memberships.some((one) => one.partnerId === partnerId);

export const isOwner = (viewer: Viewer, partnerId: string): boolean =>
  viewer.memberships.some((one) => one.partnerId === partnerId && one.owner);

/** Who looks at papers and answers. */
export const mayVerify = (viewer: Viewer): boolean => viewer.roles.some(({ role }) => role === 'SECRETARIAT');

const idOf = (holder: unknown): string => (holder as { id: string }).id;
const judges = (viewer: Viewer): boolean =>
  viewer.roles.some(({ role }) => ['SECRETARIAT', 'APPROVER', 'LEADERSHIP'].includes(role));

export const partnerPolicies: Record<string, Policy> = {
  partnerVisible: {},
  partnerPapers: { group: (viewer, holder) => isMember(viewer, idOf(holder)) || judges(viewer) },
  partnerVerifier: { root: mayVerify },
  partnerMember: { root: (viewer) => viewer.memberships.length > 0 },
};
