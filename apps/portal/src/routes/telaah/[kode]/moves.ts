import * as v from 'valibot';
import { m } from '@simpul/words/messages';
import { choice, integer, optionalText, text } from '#lib/form/fields.ts';
import type { DecisionOutcome, ProposalAction } from '#lib/graph/generated/graphql.ts';
import { rejectionReason } from '#lib/words/reasons.ts';
import { decisionOutcome } from '#lib/words/proposal.ts';
import { codes } from '#lib/words/word.ts';

/** What every deed on this page tells of the proposal that was read. Its fields lie under the name of the deed. */
export const seen = { id: text(60), version: integer(1, 1_000_000_000), digest: optionalText(64) };

export interface MoveWords {
  id: string;
  version: number;
  digest: string | null;
  reason?: string | null;
  reasonCode?: string;
  forwardToId?: string;
  mergeIntoId?: string;
  outcome?: DecisionOutcome;
}

interface Move {
  action: ProposalAction;
  schema: v.GenericSchema<unknown, MoveWords>;
}

const words = (required: () => string) => v.object({ ...seen, reason: text(2000, required) });
const note = (max = 2000) => v.object({ ...seen, reason: optionalText(max) });

/** The deeds of staff that move a proposal, by the names of their form actions. */
export const moves = {
  mulai: { action: 'START_REVIEW', schema: v.object(seen) },
  kembalikan: { action: 'RETURN', schema: words(m.changes_wanted_required) },
  teruskan: {
    action: 'FORWARD',
    schema: v.object({
      forwardToId: text(60, m.forward_to_required),
      ...words(m.forward_reason_required).entries,
    }),
  },
  gabungkan: {
    action: 'MERGE',
    schema: v.object({ mergeIntoId: text(60, m.merge_into_required), ...note().entries }),
  },
  minta: { action: 'REQUEST_CHANGES', schema: words(m.changes_wanted_required) },
  rekomendasi: {
    action: 'RECOMMEND',
    schema: v.object({
      outcome: choice(codes(decisionOutcome), m.recommend_outcome_required),
      ...note(4000).entries,
    }),
  },
  setujui: { action: 'APPROVE', schema: note() },
  tunggu: { action: 'WAITLIST', schema: note() },
  tolak: {
    action: 'REJECT',
    schema: v.object({
      reasonCode: choice(codes(rejectionReason), m.reject_code_required),
      ...words(m.reject_words_required).entries,
    }),
  },
  batalkan: { action: 'CANCEL', schema: words(m.cancel_reason_required) },
} satisfies Record<string, Move>;

export type MoveName = keyof typeof moves;
export type DeedName = MoveName | 'telaah' | 'tautkan';

export const moveNames = Object.keys(moves) as MoveName[];
