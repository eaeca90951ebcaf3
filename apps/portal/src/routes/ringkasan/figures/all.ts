import { coverage } from './coverage.ts';
import { ready, type ReadyFigure } from './figure.ts';
import { needs } from './needs.ts';
import { readCoverage, readNeeds, readStates, readWaiting } from './readings.ts';
import { states } from './states.ts';
import { waiting } from './waiting.ts';

/** The figures of the page by their names in addresses, in the order in which they are read. */
export const figures = {
  usulan: ready(states, readStates),
  menunggu: ready(waiting, readWaiting),
  kebutuhan: ready(needs, readNeeds),
  jawaban: ready(coverage, readCoverage),
} satisfies Record<string, ReadyFigure>;

export type FigureName = keyof typeof figures;
export const figureNames = Object.keys(figures) as FigureName[];
