import type { Policy } from '../platform/access/policy.ts';
import { anyOf, isAmong, isOwn, setting } from '../platform/access/row-predicates.ts';
import { declareViewerPart, type Viewer } from '../platform/access/viewer.ts';
import { isWithinUnits } from './unit.access.ts';

declare module '../platform/access/viewer.ts' {
  interface ViewerParts {
    /** The viewer's own profile, when the viewer is a civil servant. */
    asnProfileId: string | null;
    positionId: string | null;
    /** Profiles that report to the viewer directly. */
    reportIds: ReadonlySet<string>;
    /** A civil servant or somebody with a role: may read the directory. */
    isOfTheHouse: boolean;
    /** HR at some unit; at which, `simpul.hr_roots` says. */
    isHr: boolean;
    /** A token that may read the directory of its unit. */
    readsDirectory: boolean;
  }
}
declareViewerPart('asnProfileId', null);
declareViewerPart('positionId', null);
declareViewerPart('reportIds', new Set());
declareViewerPart('isOfTheHouse', false);
declareViewerPart('isHr', false);
declareViewerPart('readsDirectory', false);

// Asked row by row over primary keys; see the same in `proposals/proposal.access.ts`.
const holdsPostIn = (roots: string) => `exists (
  select from "position" p where p.id = position_id and ${isWithinUnits('p.org_unit_id', roots)})`;

/** Name and post: everybody of the house; a token with the scope, in its unit. */
export const asnProfileVisible = anyOf(`${setting('house')} = 'on'`, holdsPostIn('directory_roots'));

const isUnderHr = `exists (
  select from asn_profile a join "position" p on p.id = a.position_id
  where a.id = asn_profile_id and ${isWithinUnits('p.org_unit_id', 'hr_roots')})`;

/** NIP and rank: the person, the direct supervisor, HR. */
export const employmentVisible = anyOf(
  isOwn('asn_profile_id', 'asn'),
  isAmong('asn_profile_id', 'reports'),
  isUnderHr,
);

/** Birth and phone: the person, and HR, whose every reading is logged. */
export const personalVisible = anyOf(isOwn('asn_profile_id', 'asn'), isUnderHr);

const idOf = (holder: unknown): string => (holder as { id: string }).id;
const isSelf = (viewer: Viewer, holder: unknown): boolean => viewer.asnProfileId === idOf(holder);

export const organisationPolicies: Record<string, Policy> = {
  asnDirectory: { root: (viewer) => viewer.isOfTheHouse || viewer.readsDirectory },
  asnSelfLineOrHr: {
    group: (viewer, holder) => isSelf(viewer, holder) || viewer.reportIds.has(idOf(holder)) || viewer.isHr,
  },
  asnSelfOrHr: { group: (viewer, holder) => isSelf(viewer, holder) || viewer.isHr },
};

/** Whose direct reports may be listed: one's own, and anybody's by HR. */
export const maySeeReports = (viewer: Viewer, profileId: string): boolean =>
  viewer.asnProfileId === profileId || viewer.isHr;
