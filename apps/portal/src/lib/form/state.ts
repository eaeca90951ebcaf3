/** What is wrong, and where: `path` is the name of a field (`sessions.0.minutes`), or empty for the whole form. */
export interface FieldError {
  path: string;
  message: string;
  /** For the summary, where the message alone does not tell the field: "Sesi 2, Menit". */
  place?: string;
}

/** What people typed, as typed: text, ticked boxes, and rows of the same. */
export type Typed = string | string[] | TypedRow | TypedRow[] | undefined | null;
export interface TypedRow {
  [name: string]: Typed;
}

/** A form on its way: the same shape on first sight and after a failed attempt. */
export interface FormState {
  /** Idempotency key of the deed; made when the page is first shown, kept until the deed succeeds. */
  key: string;
  values: TypedRow;
  errors: FieldError[];
  /** Tells this form from others on the page that have fields of the same name. */
  scope?: string;
}

/** For `load`: the form as the page first shows it. */
export function newForm(values: TypedRow = {}): FormState {
  return { key: crypto.randomUUID(), values, errors: [] };
}

/** What stands in the field of this name. */
export function typedAt(form: FormState, path: string): string {
  const found = walk(form.values, path);
  return typeof found === 'string' ? found : '';
}

/** Everything ticked or chosen under this name. */
export function chosenAt(form: FormState, path: string): string[] {
  const found = walk(form.values, path);
  if (typeof found === 'string') return [found];
  return Array.isArray(found) ? found.filter((one) => typeof one === 'string') : [];
}

/** The rows of a repeating part; at least `least` of them, so that a first one is there to fill in. */
export function rowsAt(form: FormState, path: string, least = 0): TypedRow[] {
  const found = walk(form.values, path);
  const rows = Array.isArray(found) ? found.filter(isRow) : [];
  return [...rows, ...Array.from({ length: Math.max(0, least - rows.length) }, () => ({}))];
}

export function errorAt(form: FormState, path: string): string | undefined {
  return form.errors.find((error) => error.path === path)?.message;
}

/** The id of a field, so that the summary can link to it. */
export function fieldId(path: string, scope?: string): string {
  return `f-${scope ? `${scope}-` : ''}${path.replaceAll('.', '-')}`;
}

function walk(values: TypedRow, path: string): Typed {
  let here: Typed = values;
  for (const step of path.split('.')) {
    if (!isRow(here) && !Array.isArray(here)) return undefined;
    if (!Object.hasOwn(here, step)) return undefined;
    here = (here as TypedRow)[step];
  }
  return here;
}

function isRow(value: Typed): value is TypedRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
