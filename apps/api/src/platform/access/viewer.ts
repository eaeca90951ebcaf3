/**
 * Who asks. A room adds what it knows of the viewer by declaration merging on `ViewerParts` and fills it through the
 * `viewerPart` that it exports, so that the platform learns no domain word.
 */
export interface Viewer extends ViewerParts {
  kind: 'anonymous' | 'account' | 'token' | 'system';
  /** Null for anonymous and system viewers; for a token, the account that made it. */
  accountId: string | null;
  /** The session or token that proves it; null for anonymous and system viewers. */
  proofId: string | null;
  /** What row policies read in PostgreSQL, by name without the `simpul.` prefix. */
  settings: Record<string, string>;
}

// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- rooms merge their parts into it
export interface ViewerParts {}

/** The parts of somebody about whom nothing is known; each room registers its own. */
const nothingKnown: { [K in keyof ViewerParts]?: ViewerParts[K] } = {};

/** A room declares what its part is for a viewer without any right. Called once, when the room is loaded. */
export function declareViewerPart<K extends keyof ViewerParts>(name: K, empty: ViewerParts[K]): void {
  nothingKnown[name] = empty;
}

export function makeViewer(
  kind: Viewer['kind'],
  accountId: string | null,
  parts: Partial<ViewerParts> = {},
  settings: Record<string, string> = {},
): Viewer {
  // A token reads what its scopes say, never what belongs to the account that made it.
  const account: Record<string, string> = accountId && kind !== 'token' ? { account: accountId } : {};
  return {
    ...(nothingKnown as ViewerParts),
    ...parts,
    kind,
    accountId,
    proofId: null,
    settings: { ...account, ...settings },
  };
}

export const anonymous = (): Viewer => makeViewer('anonymous', null);

/** For seeds, jobs and the deeds that must write where the viewer may not look. Sees every row. */
export const system = (): Viewer => makeViewer('system', null, {}, { system: 'on' });

export const isSignedIn = (viewer: Viewer): boolean => viewer.kind === 'account';
