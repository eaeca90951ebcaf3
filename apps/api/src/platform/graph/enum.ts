import { registerEnumType } from 'type-graphql';

/**
 * Registers an enum of the graph from the values of a rules file. Every value is described; a missing or superfluous
 * one does not compile.
 */
export function graphEnum<T extends string>(name: string, description: string, values: Record<T, string>) {
  const members = Object.fromEntries(Object.keys(values).map((value) => [value, value])) as { [K in T]: K };
  const described = Object.entries<string>(values).map(([value, description]) => [value, { description }]);
  const valuesConfig = Object.fromEntries(described) as { [K in T]: { description: string } };
  registerEnumType(members, { name, description, valuesConfig });
  return members;
}
