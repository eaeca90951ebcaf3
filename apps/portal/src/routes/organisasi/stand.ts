import { m } from '@simpul/words/messages';
import type { PapersFragment } from '#lib/graph/generated/graphql.ts';
import type { Tone } from '#lib/session/flash.ts';

/** Where an institution stands, and whose turn it is. */
export function standOf({ state, registration, answers }: PapersFragment): { tone: Tone; say: string } {
  if (state === 'VERIFIED') return { tone: 'success', say: m.organisation_verified() };
  if (state === 'SUSPENDED') return { tone: 'error', say: m.organisation_suspended() };
  const last = answers?.[0];
  const sentAgain = registration && last && registration.submittedAt > last.at;
  return last && !sentAgain
    ? { tone: 'warning', say: m.organisation_returned() }
    : { tone: 'info', say: m.organisation_waits() };
}
