/**
 * Pieces of the SQL predicates that row policies are made of. Settings are read in sub-selects, once per statement and
 * not once per row: written plainly, a count over 100 000 rows takes minutes.
 */
export const setting = (name: string): string =>
  `(select nullif(current_setting('simpul.${name}', true), ''))`;

export const isSystem = `${setting('system')} = 'on'`;

export const isSignedIn = `${setting('account')} is not null`;

/** The column holds the id in the setting. */
export const isOwn = (column: string, name: string): string => `${column} = ${setting(name)}::uuid`;

/** The column holds one of the ids in the setting, a PostgreSQL array literal. */
export const isAmong = (column: string, name: string): string => `${column} = any (${setting(name)}::uuid[])`;

export const anyOf = (...predicates: string[]): string => predicates.map((one) => `(${one})`).join(' or ');

/** A PostgreSQL array literal of UUIDs, for a setting. */
export const idList = (ids: Iterable<string>): string => `{${[...ids].join(',')}}`;
