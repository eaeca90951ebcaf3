import { competencies } from './competencies/index.ts';
import { identity } from './identity/index.ts';
import { insight } from './insight/index.ts';
import { needs } from './needs/index.ts';
import { organisation } from './organisation/index.ts';
import { partners } from './partners/index.ts';
import type { Room } from './platform/room.ts';
import { proposals } from './proposals/index.ts';

/** The rooms in the order of the thread. A room imports those before it, never one after. */
export const rooms: Room[] = [organisation, identity, competencies, needs, partners, proposals, insight];
