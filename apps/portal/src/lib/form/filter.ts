import { newForm, type FieldError, type FormState } from './state.ts';

/** A filter as the address has it: the named parameters, with what is wrong about them. */
export function filterForm(url: URL, names: readonly string[], errors: FieldError[] = []): FormState {
  const values = Object.fromEntries(names.map((name) => [name, url.searchParams.get(name) ?? '']));
  return { ...newForm(values), errors };
}
