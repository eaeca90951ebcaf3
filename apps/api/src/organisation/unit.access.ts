import { setting } from '../platform/access/row-predicates.ts';

/** The column holds a unit that lies at or below one of the roots in the setting. */
export const isWithinUnits = (column: string, roots: string): string =>
  `${column} in (select uc.unit_id from unit_closure uc where uc.ancestor_id = any (${setting(roots)}::uuid[]))`;
