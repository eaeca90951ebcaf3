import type { DraftFragment, ProposalTextFragment } from '#lib/graph/generated/graphql.ts';

/** A proposal whose text this viewer may write now. */
export type Draft = DraftFragment & { draft: ProposalTextFragment };

/** The partner's own links: those of the government are not the partner's to change. */
export function ownLinks({ needLinks }: Draft) {
  return needLinks.filter(({ byGovernment }) => !byGovernment);
}

export interface Receiver {
  name: string;
  /** By the owner of the first main need, and not chosen by the partner. */
  byNeed: boolean;
}

/** Who receives it when it is sent; null while that is open. */
export function receiverOf(draft: Draft): Receiver | null {
  if (draft.orgUnit) return { name: draft.orgUnit.name, byNeed: false };
  const owner = ownLinks(draft).find(({ strength }) => strength === 'PRIMARY')?.need?.orgUnit;
  return owner ? { name: owner.name, byNeed: true } : null;
}

/** What was asked for when the text was sent back; null in a first draft. */
export function wishOf({ state, transitions }: Pick<Draft, 'state' | 'transitions'>) {
  if (state !== 'CHANGES_REQUESTED') return null;
  const asked = (transitions?.nodes ?? []).filter(
    ({ action }) => action === 'RETURN' || action === 'REQUEST_CHANGES',
  );
  return asked.at(-1) ?? null;
}
