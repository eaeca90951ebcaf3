import { m } from '@simpul/words/messages';
import { typedFrom } from './typed.ts';
import { newForm, type FieldError, type FormState } from './state.ts';

/** As the API counts it; whether it is easily guessed, the API alone knows. */
const BOUNDS = { min: 12, max: 128 };

/** What was typed into password fields: as it is, since blanks around a password are part of it. */
export function typedPassword(data: FormData, name: string): string {
  return String(data.get(name) ?? '');
}

/** The form without its passwords: those never travel back to a page. */
export function withoutPasswords(data: FormData, ...names: string[]): FormState {
  const kept = Object.entries(typedFrom(data)).filter(([name]) => !names.includes(name));
  return newForm(Object.fromEntries(kept));
}

/** What is wrong with a new password that was typed twice, as `password` and `again`. */
export function newPasswordErrors(data: FormData): FieldError[] {
  const password = typedPassword(data, 'password');
  const length = [...password].length;
  const { min, max } = BOUNDS;
  if (length === 0) return [{ path: 'password', message: m.password_new_required() }];
  if (length < min) return [{ path: 'password', message: m.password_short({ min }) }];
  if (length > max) return [{ path: 'password', message: m.error_too_long({ max }) }];
  if (password !== typedPassword(data, 'again')) return [{ path: 'again', message: m.password_not_same() }];
  return [];
}
