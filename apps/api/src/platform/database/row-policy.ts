import { anyOf, isSystem } from '../access/row-predicates.ts';

/**
 * The row policy of a guarded table: the noun's own predicate, or the house itself. Spread into `defineEntity`. With
 * `insertable`, anybody who is served may add a row (audit entries, say), though only some may see it.
 */
export function guardedBy(table: string, predicate: string, { insertable = false } = {}) {
  const visible = anyOf(isSystem, predicate);
  const policies = [{ name: `${table}_visible`, using: visible, ...(insertable && { check: 'true' }) }];
  return { rowLevelSecurity: 'force' as const, policies };
}

/** For tables that only the house itself reads and writes (credentials, sessions). */
export const houseOnly = (table: string) => guardedBy(table, 'false');
