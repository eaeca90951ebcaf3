import type { PageInfo } from './connection.ts';
import type { Query } from '#lib/paths.ts';

export const afterParam = 'setelah';
export const beforeParam = 'sebelum';
export const pageSize = 25;

export interface PageArguments {
  first?: number;
  after?: string;
  last?: number;
  before?: string;
}

/** Which page of a list the address asks for: `?setelah=` and `?sebelum=` carry the cursors of the API. */
export function pageArguments(url: URL, size = pageSize): PageArguments {
  const before = url.searchParams.get(beforeParam);
  if (before) return { last: size, before };
  const after = url.searchParams.get(afterParam);
  return after ? { first: size, after } : { first: size };
}

export function nextPage(info: PageInfo): Query | null {
  return info.hasNextPage && info.endCursor ? { [afterParam]: info.endCursor, [beforeParam]: null } : null;
}

export function previousPage(info: PageInfo): Query | null {
  return info.hasPreviousPage && info.startCursor
    ? { [beforeParam]: info.startCursor, [afterParam]: null }
    : null;
}
