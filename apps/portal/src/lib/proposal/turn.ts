import { m } from '@simpul/words/messages';
import { date } from '#lib/format/date.ts';
import type { Desk, Turn } from '#lib/graph/generated/graphql.ts';
import { desk as deskWord, turn } from '#lib/words/proposal.ts';

interface Waiting {
  waitingFor: Turn;
  desk: Desk | null;
  dueOn: string | null;
}

/** Whose turn it is now, in a sentence; empty when it is nobody's. */
export function nowWaits({ waitingFor, desk, dueOn }: Waiting): string {
  const who = waitingFor === 'GOVERNMENT' && desk ? deskWord[desk]() : turn[waitingFor]?.();
  if (!who) return '';
  return dueOn ? m.now_waits_until({ who, date: date(dueOn) }) : m.now_waits({ who });
}
