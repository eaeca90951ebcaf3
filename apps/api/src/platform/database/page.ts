import { createHash } from 'node:crypto';
import { sql, type Kysely, type RawBuilder, type SelectQueryBuilder } from 'kysely';
import { loaderOf } from './loader.ts';
import { rowsOf } from './tables.ts';
import type { Work } from './unit-of-work.ts';

export const PAGE_DEFAULT = 25;
export const PAGE_MOST = 100;

export interface PageArguments {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

/** A page of rows. `total` counts by the same filter and runs only when it is called. */
export interface Page<Row> {
  rows: { row: Row; cursor: string }[];
  hasNext: boolean;
  hasPrevious: boolean;
  total: () => Promise<number>;
}

/** The caller asked for a page that cannot be: top-level error `BAD_USER_INPUT` or `BAD_CURSOR`. */
export class PageFault extends Error {
  readonly code: 'BAD_USER_INPUT' | 'BAD_CURSOR';
  constructor(code: PageFault['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** The order of a list: a non-null SQL expression, its PostgreSQL type, and a direction; ties are broken by id. */
export interface Order {
  key: RawBuilder<unknown>;
  type: keyof typeof KEYS;
  direction: 'asc' | 'desc';
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  text >= '0001-01-01' &&
  new Date(`${text}T00:00:00Z`).toString() !== 'Invalid Date' &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?\+00$/.test(text);

/** Whether a cursor's key can be read back as its PostgreSQL type; a forged one must not become an error in SQL. */
const KEYS = {
  text: (key: string) => key.length <= 400 && !key.includes('\0'),
  numeric: (key: string) => /^-?\d{1,20}(\.\d{1,20})?$/.test(key),
  integer: (key: string) => /^-?\d{1,9}$/.test(key),
  date: (key: string) => key === 'infinity' || isDay(key),
  timestamptz: (key: string) =>
    key === 'infinity' || (key[10] === ' ' && isDay(key.slice(0, 10)) && isTime(key.slice(11))),
} as const;

// The row type varies from list to list; Kysely's builder is invariant in it.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Rows = SelectQueryBuilder<any, any, any>;

/**
 * A list that can be paged: all rows for one owner (`parent` is a column holding the owner's id) or for nobody.
 * `id` is the qualified id column that breaks ties. `filter` is all that shaped the list, for the cursor's seal.
 */
export interface Listing {
  name: string;
  id: string;
  order: Order;
  filter?: unknown;
  rows: (parent?: RawBuilder<string>) => Rows;
}

interface Cut {
  limit: number;
  backwards: boolean;
  from: { key: string; id: string } | null;
  seal: string;
  asked: PageArguments;
}

/** A page of a list that belongs to nobody. One statement, and one more when the total is asked. */
export async function pageOf<Row>(work: Work, listing: Listing, args: PageArguments): Promise<Page<Row>> {
  const cut = cutOf(listing, args);
  const rows = await slice(listing, cut, listing.rows()).execute();
  return assemble(cut, rows, async () => {
    const counted = await countOf(listing.rows()).executeTakeFirst();
    return Number(counted?.total ?? 0);
  });
}

/** A page for one owner. All owners that are asked in one tick share one statement, whatever their number. */
export async function pageOfOwner<Row>(
  work: Work,
  listing: Listing,
  ownerId: string,
  args: PageArguments,
): Promise<Page<Row>> {
  const cut = cutOf(listing, args);
  const key = `${listing.name} ${cut.seal} ${JSON.stringify(args)}`;
  const owners = (ids: readonly string[]) => ownersTable(rowsOf(work.em), ids);
  const pages = loaderOf<string, Record<string, unknown>[]>(
    work,
    async (_, ids) => {
      const inner = slice(listing, cut, listing.rows(sql.ref<string>('owner.id')));
      const found = await owners(ids)
        .innerJoinLateral(inner.as('row'), (join) => join.onTrue())
        .selectAll('row')
        .select('owner.id as ownerKey')
        .execute();
      return ids.map((id) => found.filter((row: Record<string, unknown>) => row.ownerKey === id));
    },
    key,
  );
  const totals = loaderOf<string, number>(
    work,
    async (_, ids) => {
      const counted = await owners(ids)
        .innerJoinLateral(countOf(listing.rows(sql.ref<string>('owner.id'))).as('row'), (join) =>
          join.onTrue(),
        )
        .select(['owner.id as ownerKey', 'row.total as total'])
        .execute();
      const byOwner = new Map(counted.map((row) => [row.ownerKey, Number(row.total)]));
      return ids.map((id) => byOwner.get(id) ?? 0);
    },
    `total of ${key}`,
  );
  return assemble(cut, (await pages.load(ownerId)) ?? [], async () => (await totals.load(ownerId)) ?? 0);
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any
function ownersTable(rows: Kysely<any>, ids: readonly string[]) {
  return rows.selectFrom(sql<{ id: string }>`unnest(${[...ids]}::uuid[])`.as<'owner'>(sql`owner(id)`));
}

const countOf = (rows: Rows) => rows.clearSelect().select(sql<string>`count(*)`.as('total'));

function slice(listing: Listing, cut: Cut, rows: Rows): Rows {
  const { key, type, direction } = listing.order;
  const ascending = (direction === 'asc') !== cut.backwards;
  const way = sql.raw(ascending ? 'asc' : 'desc');
  const id = sql.ref(listing.id);
  let query = rows.select([sql<string>`(${key})::text`.as('orderKey'), sql<string>`${id}`.as('orderId')]);
  if (cut.from) {
    const compare = sql.raw(ascending ? '>' : '<');
    const at = sql`(${cut.from.key}::${sql.raw(type)}, ${cut.from.id}::uuid)`;
    query = query.where(sql<boolean>`(${key}, ${id}) ${compare} ${at}`);
  }
  return query.orderBy(sql`${key} ${way}, ${id} ${way}`).limit(cut.limit + 1);
}

function assemble<Row>(cut: Cut, found: Record<string, unknown>[], total: Page<Row>['total']): Page<Row> {
  const kept = found.slice(0, cut.limit);
  const more = found.length > cut.limit;
  if (cut.backwards) kept.reverse();
  const rows = kept.map((row) => ({
    row: row as Row,
    cursor: encodeCursor(cut.seal, String(row.orderKey), String(row.orderId)),
  }));
  const hasNext = cut.backwards ? cut.asked.before != null : more;
  const hasPrevious = cut.backwards ? more : cut.asked.after != null;
  return { rows, hasNext, hasPrevious, total };
}

function cutOf(listing: Listing, args: PageArguments): Cut {
  const { first, after, last, before } = args;
  if (first != null && last != null) throw new PageFault('BAD_USER_INPUT', 'Use first or last, not both');
  if ((after != null && last != null) || (before != null && last == null)) {
    throw new PageFault('BAD_USER_INPUT', 'Use after with first, before with last');
  }
  const limit = last ?? first ?? PAGE_DEFAULT;
  if (limit < 0 || limit > PAGE_MOST) {
    throw new PageFault('BAD_USER_INPUT', `A page holds 0 to ${PAGE_MOST} rows`);
  }
  const seal = sealOf(listing);
  const cursor = last == null ? after : before;
  return {
    limit,
    backwards: last != null,
    from: cursor == null ? null : decodeCursor(listing, seal, cursor),
    seal,
    asked: args,
  };
}

/** Ties a cursor to the list, its order and its filter. */
function sealOf({ name, order, filter }: Listing): string {
  const shape = JSON.stringify([name, order.direction, order.type, filter ?? null]);
  return createHash('sha256').update(shape).digest('base64url').slice(0, 12);
}

const encodeCursor = (seal: string, key: string, id: string): string =>
  Buffer.from(JSON.stringify([seal, key, id])).toString('base64url');

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function decodeCursor(listing: Listing, seal: string, cursor: string): { key: string; id: string } {
  const parts = cursor.length > 1000 ? [] : parsed(Buffer.from(cursor, 'base64url').toString());
  const [theSeal, key, id] = Array.isArray(parts) ? (parts as unknown[]) : [];
  const sound =
    typeof key === 'string' && typeof id === 'string' && UUID.test(id) && KEYS[listing.order.type](key);
  if (theSeal !== seal || !sound) {
    throw new PageFault('BAD_CURSOR', 'The cursor belongs to another list, order or filter');
  }
  return { key: key as string, id: id as string };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
