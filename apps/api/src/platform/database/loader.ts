import DataLoader from 'dataloader';
import type { Work } from './unit-of-work.ts';

/** Loads many things with one statement. The answer has the order of the keys; what is unseen is null. */
export type Batch<K, V> = (work: Work, keys: readonly K[]) => Promise<(V | null)[]>;

const loadersOf = new WeakMap<object, Map<unknown, DataLoader<unknown, unknown>>>();

/**
 * One DataLoader for each batch function and transaction. Keyed by the batch function itself (or by `key`, where one
 * function serves several arguments), so that a loader needs no registry.
 */
export function loaderOf<K, V>(
  work: Work,
  batch: Batch<K, V>,
  key: unknown = batch,
): DataLoader<K, V | null> {
  let loaders = loadersOf.get(work.em);
  if (!loaders) loadersOf.set(work.em, (loaders = new Map()));
  let loader = loaders.get(key) as DataLoader<K, V | null> | undefined;
  if (!loader) {
    loader = new DataLoader<K, V | null>((keys) => batch(work, keys), {
      cache: true,
      maxBatchSize: 1000,
      batchScheduleFn: (dispatch) => void whenIdle(work).then(dispatch),
    });
    loaders.set(key, loader as DataLoader<unknown, unknown>);
  }
  return loader;
}

/**
 * The connection of a transaction serves one statement after another, so a batch loses nothing by waiting for those
 * that were asked before; and what they bring may add keys to it. Two lists in one document share their batches.
 */
async function whenIdle({ em }: Work): Promise<void> {
  const executor = em.getKysely().getExecutor();
  await executor.provideConnection(async () => undefined).catch(() => undefined); // the batch itself will say why
  await new Promise(setImmediate); // until what the last statement brought has been looked at
}

export function load<K, V>(work: Work, batch: Batch<K, V>, key: K | null | undefined): Promise<V | null> {
  return key == null ? Promise.resolve(null) : loaderOf(work, batch).load(key);
}

/** After a write: what was read before may be stale. */
export const forgetLoaded = (work: Work): boolean => loadersOf.delete(work.em);

/** Puts rows into the order of the keys. */
export function inOrder<K, V>(keys: readonly K[], rows: readonly V[], keyOf: (row: V) => K): (V | null)[] {
  const found = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => found.get(key) ?? null);
}

/** Gathers rows by their owner, in the order of the keys; an owner without rows gets an empty list. */
export function grouped<K, V>(keys: readonly K[], rows: readonly V[], keyOf: (row: V) => K): V[][] {
  const groups = new Map<K, V[]>(keys.map((key) => [key, []]));
  for (const row of rows) groups.get(keyOf(row))?.push(row);
  return keys.map((key) => groups.get(key) ?? []);
}
