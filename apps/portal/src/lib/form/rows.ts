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
