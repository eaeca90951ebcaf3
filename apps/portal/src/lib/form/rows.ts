import { rowsAt, type FormState, type TypedRow } from './state.ts';
import { addField, removeField } from './typed.ts';

/**
 * Rows without JavaScript. A button named `tambah` with the list's name as its value asks for one more row, one
 * named `hapus` with `sessions.1` for one less. Returns the form with the rows changed, to be shown again at once,
 * or null when another button was pressed.
 */
export function changeRows(form: FormState, data: FormData, blank: TypedRow = {}): FormState | null {
  const add = data.get(addField);
  if (typeof add === 'string') return withRows(form, add, [...rowsAt(form, add), { ...blank }]);
  const remove = data.get(removeField);
  if (typeof remove !== 'string') return null;
  const at = remove.lastIndexOf('.');
  const list = remove.slice(0, at);
  return withRows(
    form,
    list,
    rowsAt(form, list).filter((_, index) => index !== Number(remove.slice(at + 1))),
  );
}

/** Lists stand at the top of a form; errors of the attempt are dropped, because their places have moved. */
function withRows(form: FormState, list: string, rows: TypedRow[]): FormState {
  if (!/^[a-zA-Z]+$/.test(list)) return form;
  return { ...form, errors: [], values: { ...form.values, [list]: rows } };
}

/**
 * Rows in which nothing was typed are no rows: they fall away before a form is read. `silent` names the fields of a
 * row that do not count, because the page fills them in (`key`).
 */
export function withoutEmptyRows(data: FormData, lists: readonly string[], silent = ['key']): FormData {
  const rowOf = (name: string) => /^([a-zA-Z]+)\.(\d+)\.(.+)$/.exec(name);
  const filled = new Set<string>();
  for (const [name, value] of data) {
    const [, list = '', index = '', field = ''] = rowOf(name) ?? [];
    const counts = !silent.includes(field) && typeof value === 'string' && value.trim() !== '';
    if (counts) filled.add(`${list}.${index}`);
  }
  const kept = new FormData();
  for (const [name, value] of data) {
    const [, list = '', index = ''] = rowOf(name) ?? [];
    if (!lists.includes(list) || filled.has(`${list}.${index}`)) kept.append(name, value);
  }
  return kept;
}
