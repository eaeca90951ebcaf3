import {
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Answer } from './harness.ts';

/** What a viewer gets in one place; `·` where nothing holds the place. */
export type Cell = string;

/** One field under a thing, with the type that declares it. */
export interface Place {
  path: string[];
  declared: string;
}

export interface Plan {
  selection: string;
  places: Place[];
}

type Field = GraphQLField<unknown, unknown>;

const implementsNode = (type: GraphQLObjectType) => type.getInterfaces().some(({ name }) => name === 'Node');

/** Types that only carry others: what they carry is looked at where it lies. */
export const isCarrier = (name: string): boolean =>
  /(Connection|Edge|Payload)$/.test(name) ||
  ['PageInfo', 'Problem', 'StateConflictError', 'VersionConflictError', 'Query', 'Mutation'].includes(name);

/**
 * Everything that can be asked below a field: plain values; other nodes only by whether they come, because they have a
 * table of their own; parts without an id with all that is in them.
 */
function planOfField(field: Field, declared: string, path: string[], args = ''): Plan {
  const here = [...path, field.name];
  const place = { path: here, declared: `${declared}.${field.name}` };
  const target = getNamedType(field.type);
  if (isLeafType(target)) return { selection: field.name, places: [place] };
  if (target.name.endsWith('Connection')) {
    return { selection: `${field.name}(first: 1) { nodes { __typename } }`, places: [place] };
  }
  if (isInterfaceType(target) || !isObjectType(target) || implementsNode(target)) {
    return { selection: `${field.name}${args} { __typename }`, places: [place] };
  }
  const parts = planOfType(target, here);
  return { selection: `${field.name}${args} { ${parts.selection} }`, places: [place, ...parts.places] };
}

export function planOfType(type: GraphQLObjectType, path: string[] = []): Plan {
  const byName = Object.values(type.getFields()).sort((a, b) => (a.name < b.name ? -1 : 1));
  const plans = byName.map((field) => planOfField(field, type.name, path));
  return {
    selection: plans.map(({ selection }) => selection).join(' '),
    places: plans.flatMap(({ places }) => places),
  };
}

export function planOfRoot(schema: GraphQLSchema, name: string, args: string): Plan {
  return planOfField(schema.getQueryType()!.getFields()[name]!, 'Query', [], args);
}

const wordFor = (value: unknown): Cell => {
  if (value === null || value === undefined) return 'null';
  const list = (value as { nodes?: unknown[] }).nodes ?? value;
  return Array.isArray(list) && list.every((one) => one === null) ? 'empty' : 'value';
};

/** What stands at a path; of a list the first item speaks for all. */
export function cellAt(holder: unknown, [name, ...rest]: string[]): Cell {
  const first = Array.isArray(holder) ? (holder as unknown[])[0] : holder;
  if (first === null || first === undefined) return '·';
  const value = (first as Record<string, unknown>)[name!];
  return rest.length === 0 ? wordFor(value) : cellAt(value, rest);
}

export const errorCode = ({ body }: Answer): Cell | undefined => body.errors?.[0].extensions.code;

export interface Row {
  label: string;
  cells: Cell[];
}

/** Rows that follow one another and say the same become one. */
function folded(rows: readonly Row[]): Row[] {
  const found: Row[] = [];
  for (const { label, cells } of rows) {
    const before = found.at(-1);
    if (before?.cells.join() === cells.join()) before.label += `, ${label}`;
    else found.push({ label, cells });
  }
  return found;
}

/** A table in Markdown whose columns stand under one another, so that a diff shows what moved. */
export function tableOf(heads: readonly string[], rows: readonly Row[]): string {
  const widths = heads.map((head, index) =>
    Math.max(head.length, ...rows.map(({ cells }) => cells[index]!.length)),
  );
  const line = (cells: readonly string[], label: string) =>
    `| ${cells.map((cell, index) => cell.padEnd(widths[index]!)).join(' | ')} | ${label} |`;
  const rule = widths.map((width) => '-'.repeat(width));
  return [
    line(heads, 'what'),
    line(rule, '---'),
    ...folded(rows).map(({ cells, label }) => line(cells, label)),
  ].join('\n');
}
