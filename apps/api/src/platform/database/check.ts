/** A column holds one of the values that the rules know; also what comes past the rules. Null where it may be null. */
export const knownValues = (table: string, column: string, values: readonly string[]) => ({
  name: `${table}_${column}_known`,
  expression: `${column} in (${values.map((value) => `'${value}'`).join(', ')})`,
});
