import { m } from '@simpul/words/messages';
import type { Word } from './word.ts';

export type RejectionReason =
  'NOT_A_NEED' | 'DUPLICATE' | 'BUDGET' | 'QUALITY' | 'CAPACITY' | 'CONFLICT' | 'NO_ANSWER' | 'OTHER';

export const rejectionReason = {
  NOT_A_NEED: m.reason_not_a_need,
  DUPLICATE: m.reason_duplicate,
  BUDGET: m.reason_budget,
  QUALITY: m.reason_quality,
  CAPACITY: m.reason_capacity,
  CONFLICT: m.reason_conflict,
  NO_ANSWER: m.reason_no_answer,
  OTHER: m.reason_other,
} satisfies Record<RejectionReason, Word>;

/** The API may learn reasons before the portal does; an unknown one is shown as it came. */
export function reasonWord(code: string): string {
  return code in rejectionReason ? rejectionReason[code as RejectionReason]() : code;
}
