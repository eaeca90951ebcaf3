import type { Viewer } from './viewer.ts';

/**
 * A named right, as wall 2 enforces it. What it leaves out is decided by the row policy of the noun alone (wall 3): the
 * loader that returned the row is the proof.
 */
export interface Policy {
  /** Before a root field: may this viewer ask at all? */
  root?: (viewer: Viewer) => boolean;
  /** Before a field whose type is guarded: may this viewer see this group of the object that holds it? */
  group?: (viewer: Viewer, holder: unknown) => boolean;
}

/** Policies that need no domain word. Rooms add theirs. */
export const platformPolicies: Record<string, Policy> = {
  public: {},
  inherit: {},
  root: {},
  node: {},
  authenticated: { root: (viewer) => viewer.kind !== 'anonymous' },
};
