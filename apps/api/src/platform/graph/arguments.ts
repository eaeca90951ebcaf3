import { decodeId } from '../database/ids.ts';
import { PageFault } from '../database/page.ts';

const FEWEST = 3;
const MOST = 100;
const MOST_IN_LIST = 100;

/** A text to search for: the trigram index needs three characters. An empty one means no search. */
export function searchText(given: string | null | undefined): string | null {
  const text = given?.trim() ?? '';
  if (text === '') return null;
  if (text.length < FEWEST || text.length > MOST) {
    throw new PageFault('BAD_USER_INPUT', `search takes ${FEWEST} to ${MOST} characters`);
  }
  return text;
}

/** The UUID of an id in a filter. An id of another sort, or none at all, is the caller's mistake. */
export function argumentId(prefix: string, id: string | null | undefined, name: string): string | null {
  if (id == null) return null;
  const uuid = decodeId(prefix, id);
  if (!uuid) throw new PageFault('BAD_USER_INPUT', `${name} is not an id of that sort`);
  return uuid;
}

/** The UUIDs of a filter's list; null when the filter leaves the matter open. */
export function argumentIds(prefix: string, ids: string[] | null | undefined, name: string): string[] | null {
  return argumentList(ids, name)?.map((id) => argumentId(prefix, id, name)!) ?? null;
}

export function argumentList<T>(values: T[] | null | undefined, name: string): T[] | null {
  if (values == null) return null;
  if (values.length > MOST_IN_LIST)
    throw new PageFault('BAD_USER_INPUT', `${name} takes at most ${MOST_IN_LIST}`);
  return values;
}
