import { m } from '@simpul/words/messages';
import type { Word } from '#lib/words/word.ts';
import { coverage as coverageFigure } from '../../ringkasan/figures/coverage.ts';
import { needs as needsFigure } from '../../ringkasan/figures/needs.ts';
import { states as statesFigure } from '../../ringkasan/figures/states.ts';
import { waiting as waitingFigure } from '../../ringkasan/figures/waiting.ts';
import budget from './budget.gql?raw';
import coverage from './coverage.gql?raw';
import openNeeds from './open-needs.gql?raw';
import publicFigures from './public.gql?raw';
import queue from './queue.gql?raw';
import states from './states.gql?raw';

export interface Example {
  label: Word;
  query: string;
  /** It asks about a unit, given with the address. */
  ofUnit?: true;
}

const overview = ({ question, query }: { question: Word; query: string }): Example => ({
  label: () => m.example_overview({ question: question() }),
  query,
  ofUnit: true,
});

/** By their names in addresses. Those of a unit are opened from its overview. */
export const examples: Record<string, Example> = {
  'kebutuhan-terbuka': { label: m.example_open_needs, query: openNeeds },
  'usulan-status': { label: m.example_states, query: states },
  'kebutuhan-kursi': { label: m.example_coverage, query: coverage },
  'usulan-tenggat': { label: m.example_queue, query: queue },
  'angka-depan': { label: m.example_public, query: publicFigures },
  'sisa-jatah': { label: m.example_budget, query: budget },
  'ringkasan-usulan': overview(statesFigure),
  'ringkasan-menunggu': overview(waitingFigure),
  'ringkasan-kebutuhan': overview(needsFigure),
  'ringkasan-jawaban': overview(coverageFigure),
};

export const firstExample = 'kebutuhan-terbuka';
