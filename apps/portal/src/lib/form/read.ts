import { fail, type ActionFailure } from '@sveltejs/kit';
import * as v from 'valibot';
import { m } from '@simpul/words/messages';
import { newForm, type FieldError, type FormState } from './state.ts';
import { keyField, scopeField, typedFrom } from './typed.ts';

type Schema = v.GenericSchema<unknown, unknown>;
export type Read<S extends Schema> =
  { ok: true; output: v.InferOutput<S>; form: FormState } | { ok: false; form: FormState };

/** For form actions: what was typed, checked. `output` has the types of the schema, `form` goes back to the page. */
export function readForm<S extends Schema>(data: FormData, schema: S): Read<S> {
  const form: FormState = { ...newForm(typedFrom(data)), ...givenKey(data), ...givenScope(data) };
  const result = v.safeParse(schema, form.values);
  if (result.success) return { ok: true, output: result.output, form };
  return { ok: false, form: { ...form, errors: firstOfEachField(result.issues) } };
}

/** Sends the form back as it was typed, with what is wrong. Status 422, so that nothing counts as done. */
export function refuseForm(
  form: FormState,
  errors: FieldError[] = form.errors,
): ActionFailure<{ form: FormState }> {
  return fail(422, { form: { ...form, errors } });
}

export interface UserErrorData {
  code: string;
  message: string;
  path: readonly string[];
}

/**
 * The API's refusals, at the fields they speak of. `["input", "content", "sessions", "0", "minutes"]` belongs to
 * `sessions.0.minutes`; fields that the form calls otherwise are named in `names` (`{ needs: 'kebutuhan' }`), and
 * what no field can show is said of the whole form.
 */
export function fieldErrors(
  errors: readonly UserErrorData[],
  names: Record<string, string> = {},
): FieldError[] {
  return errors.map(({ code, message, path }) => {
    const own = path.filter((step, at) => !(at === 0 && step === 'input') && step !== 'content').join('.');
    const [head = '', ...rest] = own.split('.');
    const named = names[own] ?? (names[head] === undefined ? own : [names[head], ...rest].join('.'));
    return { path: named, message: code === 'VERSION_CONFLICT' ? m.error_version_conflict() : message };
  });
}

function givenKey(data: FormData): { key?: string } {
  const key = data.get(keyField);
  return v.is(v.pipe(v.string(), v.uuid()), key) ? { key } : {};
}

function givenScope(data: FormData): { scope?: string } {
  const scope = data.get(scopeField);
  return typeof scope === 'string' && /^[\w-]{1,40}$/.test(scope) ? { scope } : {};
}

function firstOfEachField(issues: readonly v.BaseIssue<unknown>[]): FieldError[] {
  const first = new Map<string, FieldError>();
  for (const issue of issues) {
    const path = v.getDotPath(issue) ?? '';
    if (!first.has(path)) first.set(path, { path, message: issue.message });
  }
  return [...first.values()];
}
