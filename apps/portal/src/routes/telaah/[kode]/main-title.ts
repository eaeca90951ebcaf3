import { m } from '@simpul/words/messages';
import { proposalAction } from '#lib/words/proposal.ts';
import { moves, type DeedName } from './moves.ts';

/** Over the one open form. */
export function mainTitle(main: DeedName): string {
  if (main === 'telaah') return m.your_review();
  if (main === 'tautkan') return m.link_needs();
  if (main === 'mulai') return m.next_step();
  return main === 'setujui' ? m.decide() : proposalAction[moves[main].action]();
}

/** On the bar of a phone: where the button leads. */
export function barLabel(main: DeedName): string {
  if (main === 'telaah') return m.review_fill_in();
  return main === 'setujui' ? m.decide() : mainTitle(main);
}
