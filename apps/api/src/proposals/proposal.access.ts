import type { Policy } from '../platform/access/policy.ts';
import { anyOf, isAmong, isOwn, setting } from '../platform/access/row-predicates.ts';
import type { Viewer } from '../platform/access/viewer.ts';
import { isStaff } from '../identity/identity.access.ts';
import { isWithinUnits } from '../organisation/unit.access.ts';
import { isMember } from '../partners/partner.access.ts';

const isOwnPartners = isAmong('partner_id', 'partners');

/** One's own assignments, and those of the units that one oversees. */
export const assignmentVisible = anyOf(
  isOwn('account_id', 'account'),
  isWithinUnits('org_unit_id', 'oversight_roots'),
);

const assignedToViewer = `select ra.proposal_id from review_assignment ra where ${isOwn('ra.account_id', 'account')}`;

/** Its partner; once it was sent, those who oversee the receiving unit, and the assigned reviewers. */
export const proposalVisible = anyOf(
  isOwnPartners,
  `submitted_at is not null and ${isWithinUnits('org_unit_id', 'oversight_roots')}`,
  `submitted_at is not null and id in (${assignedToViewer})`,
);

// For parts of a proposal the question is asked row by row, over its primary key: as `in (select …)`, and as `exists`
// when it thinks that cheaper, PostgreSQL would first gather every proposal that the viewer may see.
const visible = '(select true from proposal p where p.id = proposal_id)';
const ofOwnPartner = `exists (
  select from proposal p where p.id = proposal_id and ${isAmong('p.partner_id', 'partners')})`;

/** Revisions, links and the like are seen with their proposal. */
export const proposalPartVisible = visible;

/** The text being written: the partner alone. */
export const draftVisible = ofOwnPartner;

/** People with a role of staff; no token, and never the partner, even one who also works in the house. */
const ofTheHouse = `${setting('staff_roots')} <> '{}' and not ${ofOwnPartner}`;

/** The house's own: how far a review has come. */
export const internalPartVisible = `${visible} and ${ofTheHouse}`;

/** Internal moves are for the house. */
export const transitionVisible = `${visible} and (audience = 'ALL' or (${ofTheHouse}))`;

/** A decision, once it is published; before that the house. */
export const decisionVisible = `${visible} and (published_at is not null or (${ofTheHouse}))`;

const judged = `exists (
  select from proposal p where p.id = proposal_id and ${isWithinUnits('p.org_unit_id', 'judgement_roots')})`;

/** Assigned, and the own review of that revision or a later one is in. */
const afterOwnReview = (table: string) => `exists (
  select from review_assignment ra
  where ra.proposal_id = ${table}.proposal_id and ${isOwn('ra.account_id', 'account')}
    and ra.reviewed_revision >= ${table}.revision_number)`;

/** The own ones; those of others for secretariat, approver and leadership, and for reviewers after their own. */
export const reviewVisible = `(${anyOf(isOwn('author_id', 'account'), judged, afterOwnReview('review'))})
  and not ${ofOwnPartner}`;

export const recommendationVisible = `(${anyOf(judged, afterOwnReview('recommendation'))}) and not ${ofOwnPartner}`;

export const proposalPolicies: Record<string, Policy> = {
  proposalVisible: {},
  reviewVisible: {},
};

/** Staff who see the proposal may know its desk and its reviews, unless they belong to the partner. */
export const mayKnowProgress = (viewer: Viewer, partnerId: string): boolean =>
  isStaff(viewer) && !isMember(viewer, partnerId);

/** Outside the house a name is not said and the office speaks; one's own partner's people are known by name. */
export const mayKnowName = (viewer: Viewer, partnerId: string, isPartnersDeed: boolean): boolean =>
  isPartnersDeed ? isMember(viewer, partnerId) || isStaff(viewer) : mayKnowProgress(viewer, partnerId);
