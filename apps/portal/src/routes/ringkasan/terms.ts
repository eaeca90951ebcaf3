import { m } from '@simpul/words/messages';
import type { Word } from '#lib/words/word.ts';
import type { Term } from './figures/figure.ts';

/** What the numbers of the page count. */
export const terms = {
  proposals: { word: m.means_proposals, text: m.means_proposals_text },
  waiting: { word: m.means_waiting, text: m.means_waiting_text },
  needs: { word: m.means_needs, text: m.means_needs_text },
  open: { word: m.means_open, text: m.means_open_text },
  people: { word: m.means_people, text: m.means_people_text },
  seats: { word: m.means_seats, text: m.means_seats_text },
} satisfies Record<Term, { word: Word; text: Word }>;
