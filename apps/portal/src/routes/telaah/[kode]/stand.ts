import type {
  ReviewRowFragment,
  ReviewStandQuery,
  ReviewWorkspaceQuery,
} from '#lib/graph/generated/graphql.ts';
import type { DeedName } from './moves.ts';

/** The text with what was thought of it, and what the viewer may do. */
export type Workspace = NonNullable<ReviewWorkspaceQuery['proposal']> &
  NonNullable<ReviewStandQuery['proposal']>;

export interface Judged {
  /** The viewer's own review of the current text. */
  own: ReviewRowFragment | null;
  others: ReviewRowFragment[];
  /** Of earlier texts, whoever wrote them. */
  earlier: ReviewRowFragment[];
  /** The viewer judged an earlier text, and this one not yet. */
  outdated: boolean;
}

/** The API puts the own review first; that it is the own one, its author says. */
export function judged({ reviews, currentRevision }: Workspace, viewerName: string): Judged {
  const all = reviews?.nodes ?? [];
  const current = all.filter(({ revisionNumber }) => revisionNumber === currentRevision?.number);
  const own = current.find(({ author }) => author?.displayName === viewerName) ?? null;
  const earlier = all.filter((review) => !current.includes(review));
  return {
    own,
    others: current.filter((review) => review !== own),
    earlier,
    outdated: !own && earlier.some(({ author }) => author?.displayName === viewerName),
  };
}

/** The one deed that is drawn open, from what the API allows; the others are folded away. */
export function mainDeed(proposal: Workspace, own: ReviewRowFragment | null): DeedName | null {
  const may = new Set(proposal.viewerActions);
  if (proposal.viewerCanReview && !own) return 'telaah';
  if (may.has('RECOMMEND') && !proposal.recommendation) return 'rekomendasi';
  if (may.has('START_REVIEW')) return 'mulai';
  if (may.has('APPROVE')) return 'setujui';
  if (may.has('WAITLIST') && proposal.viewerCanLinkNeeds && proposal.needLinks.length === 0) return 'tautkan';
  return null;
}
