import type { Typed, TypedRow } from './state.ts';

export const keyField = 'kunci';
export const scopeField = 'lingkup';
export const addField = 'tambah';
export const removeField = 'hapus';

const mostRows = 60;
const own: readonly string[] = [keyField, scopeField, addField, removeField];

/**
 * Form fields into the shape their names tell: `sessions.0.title` becomes `{ sessions: [{ title }] }`. A name
 * that ends in `[]` always makes a list. Surrounding blanks are dropped, files ignored, and names that would reach
 * into prototypes as well.
 */
export function typedFrom(data: FormData): TypedRow {
  const values: TypedRow = {};
  for (const [name, value] of data) {
    if (typeof value !== 'string' || own.includes(name) || name.startsWith('/')) continue;
    const many = name.endsWith('[]');
    put(values, (many ? name.slice(0, -2) : name).split('.'), clean(value), many);
  }
  return dense(values) as TypedRow;
}

/** Rows may come with gaps, when a row was taken out by a script in the page. */
function dense(value: Typed): Typed {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Object.values(value).map((one) => dense(one)) as Typed;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, dense(one)]));
}

function clean(value: string): string {
  return value.replaceAll('\r\n', '\n').trim();
}

function put(values: TypedRow, steps: string[], value: string, many: boolean): void {
  let here: TypedRow = values;
  for (const [at, step] of steps.entries()) {
    if (!allowed(step)) return;
    const next = steps[at + 1];
    if (next === undefined) {
      here[step] = many ? [...((here[step] as string[] | undefined) ?? []), value] : value;
      return;
    }
    const child: Typed = here[step] ?? (isIndex(next) ? [] : {});
    if (typeof child !== 'object' || child === null) return;
    here[step] = child;
    here = child as TypedRow;
  }
}

function allowed(step: string): boolean {
  if (isIndex(step)) return Number(step) < mostRows;
  return (
    step !== '' && step !== '__proto__' && step !== 'prototype' && step !== 'constructor' && step !== 'length'
  );
}

function isIndex(step: string): boolean {
  return /^\d+$/.test(step);
}
