import { coverage } from './coverage.ts';
import { ready, type ReadyFigure } from './figure.ts';
import type { FigureName } from './names.ts';
import { needs } from './needs.ts';
import { readCoverage, readNeeds, readStates, readWaiting } from './readings.ts';
import { states } from './states.ts';
import { waiting } from './waiting.ts';

export const figures = {
  usulan: ready(states, readStates),
  menunggu: ready(waiting, readWaiting),
  kebutuhan: ready(needs, readNeeds),
  jawaban: ready(coverage, readCoverage),
} satisfies Record<FigureName, ReadyFigure>;
