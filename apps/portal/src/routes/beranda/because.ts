import { m } from '@simpul/words/messages';
import type { HomeProposalFragment } from '#lib/graph/generated/graphql.ts';

const byDesk = {
  SECRETARIAT: m.because_secretariat,
  REVIEWER: m.because_reviewer,
  APPROVER: m.because_approver,
} as const;

/** Why a proposal waits for this person: as one of its partner's people, or at the desk where it lies. */
export function because({ desk, partner }: HomeProposalFragment, partnerOf: readonly string[]): string {
  if (partner && partnerOf.includes(partner.id)) return m.because_partner();
  return desk ? byDesk[desk]() : '';
}
