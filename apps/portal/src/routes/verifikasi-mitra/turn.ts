import { m } from '@simpul/words/messages';
import type { PapersFragment } from '#lib/graph/generated/graphql.ts';

/** Whose turn it is: the secretariat's after papers came, the partner's after an answer that wants more. */
export function turnOf({ state, registration, answers }: PapersFragment): string {
  if (state !== 'PENDING') return m.nobody();
  const last = answers?.[0];
  return last && (!registration || registration.submittedAt <= last.at)
    ? m.waits_partner()
    : m.waits_secretariat();
}
