import type { Viewer } from '../access/viewer.ts';
import type { Spending } from '../http/budget.ts';
import type { Work } from '../database/unit-of-work.ts';
import type { Deed } from '../journal/deed.ts';
import type { Locale } from '../words.ts';

/** What a request is, before its transaction begins. */
export interface RequestContext {
  requestId: string;
  viewer: Viewer;
  locale: Locale;
  /** The portal's own documents, over loopback: trusted and checked at build, they pass the limits of a session. */
  fromPortal: boolean;
  /** The document was named by its digest, so its name is one of those that we know. */
  isTrusted: boolean;
  /** The bucket of cost that this request draws from. */
  bucket: string;
  /** What it cost and what is left; null until that is known. */
  spending: Spending | null;
}

/** Writes down that these things were read. */
export type NoteReadings = (work: Deed, ids: readonly string[]) => Promise<void>;

/** Remembers, once, that something was read which has to be written down. */
export function noteAfterwards({ afterReading }: Context, write: NoteReadings, id: string): void {
  const ids = afterReading.get(write) ?? new Set();
  afterReading.set(write, ids.add(id));
}

/** What resolvers get: the request, and the work inside the operation's one transaction. */
export interface Context extends RequestContext {
  work: Deed;
  /**
   * What must be written because something was read (personal data by HR): done in a short transaction of its own,
   * after the reading and before the answer leaves.
   */
  afterReading: Map<NoteReadings, Set<string>>;
  /** Counts that rest on rows which the reader may not see, in a transaction of the house beside this one. */
  asHouse: <T>(task: (work: Work) => Promise<T>) => Promise<T>;
  /** The same for what is equal for everybody: whoever asks while it is being counted gets that count. */
  countedOnce: <T>(task: (work: Work) => Promise<T>) => Promise<T>;
}
