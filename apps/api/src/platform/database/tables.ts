import type { EntityManager, InferKyselyDB, EntitySchemaWithMeta } from '@mikro-orm/postgresql';
import {
  HandleEmptyInListsPlugin,
  replaceWithNoncontingentExpression,
  type ColumnType,
  type Kysely,
} from 'kysely';

/** What the driver really returns: instants as text (`2026-11-24 06:12:07.44+00`), exact numbers as text. */
type Stored<T> = T extends Date ? string : T;
type StoredColumn<C> =
  C extends ColumnType<infer S, infer I, infer U> ? ColumnType<Stored<S>, Stored<I>, Stored<U>> : Stored<C>;
type StoredTable<T> = { [K in keyof T]: StoredColumn<T[K]> };

/** The tables of a room as Kysely sees them, inferred from its entity schemas. */
export type TablesOf<Schema extends EntitySchemaWithMeta> = {
  [K in keyof InferKyselyDB<Schema>]: StoredTable<InferKyselyDB<Schema>[K]>;
};

/** "In none of these" is no row, not an error of syntax. */
const emptyLists = new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression });

/** Rows for reading, inside the transaction of the entity manager. */
export const rowsOf = <Tables>(em: EntityManager): Kysely<Tables> =>
  (em.getKysely<Tables>() as Kysely<Tables>).withPlugin(emptyLists);
