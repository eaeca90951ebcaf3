import * as v from 'valibot';
import { m } from '@simpul/words/messages';
import { whole } from '#lib/format/number.ts';
import { plainNumber } from './numbers.ts';

/**
 * What a field may hold. Every schema takes text as typed (or nothing, when the field was not sent); messages are
 * spoken in the language of the request. `optional…` gives null for an empty field, which empties it in the API.
 */
const typed = v.optional(v.string(), '');
const filled = (message: () => string) => v.pipe(typed, v.nonEmpty(message));

/** Text that must be there. `required` says what to do ("Isi judul"). */
export function text(max: number, required: () => string = m.error_required) {
  return v.pipe(
    filled(required),
    v.maxLength(max, () => m.error_too_long({ max })),
  );
}

export function optionalText(max: number) {
  return v.pipe(
    typed,
    v.maxLength(max, () => m.error_too_long({ max })),
    v.transform(orNull),
  );
}

export function email(required: () => string = m.error_required) {
  return v.pipe(
    filled(required),
    v.maxLength(254, () => m.error_too_long({ max: 254 })),
    v.email(m.error_email),
  );
}

/** A whole number between two others. */
export function integer(min: number, max: number, required: () => string = m.error_required) {
  return v.pipe(filled(required), between(min, max));
}

export function optionalInteger(min: number, max: number) {
  return v.pipe(typed, v.transform(orNull), v.nullable(between(min, max)));
}

/** An exact decimal from 0 to a bound, written as people do ("2.500.000", "1,5"); stays a string. */
export function amount(digits = 2, required: () => string = m.error_required, max = 1e12) {
  const shape = digits > 0 ? new RegExp(`^\\d+(\\.\\d{1,${digits}})?$`) : /^\d+$/;
  const wrong = digits > 0 ? () => m.error_not_a_number({ digits }) : m.error_not_whole;
  return v.pipe(
    filled(required),
    v.transform((typed) => plainNumber(typed) ?? typed),
    v.regex(shape, wrong),
    v.check(
      (value) => Number(value) <= max,
      () => m.error_range({ min: 0, max: whole(max) }),
    ),
  );
}

/** A calendar date, as `<input type=date>` sends it. */
export function date(required: () => string = m.error_required) {
  return v.pipe(filled(required), v.check(isDate, m.error_not_a_date));
}

export function optionalDate() {
  return v.pipe(
    typed,
    v.transform(orNull),
    v.nullable(v.pipe(v.string(), v.check(isDate, m.error_not_a_date))),
  );
}

/** One of a table's codes. */
export function choice<const Codes extends readonly string[]>(
  codes: Codes,
  required: () => string = m.error_required_choice,
) {
  return v.pipe(filled(required), v.picklist(codes, m.error_not_a_choice));
}

export function optionalChoice<const Codes extends readonly string[]>(codes: Codes) {
  return v.pipe(typed, v.transform(orNull), v.nullable(v.picklist(codes, m.error_not_a_choice)));
}

/** A checkbox: true when ticked. */
export function ticked() {
  return v.pipe(
    typed,
    v.transform((value) => value === 'on'),
  );
}

/** A checkbox that must be ticked. */
export function consent(required: () => string = m.error_required) {
  return v.pipe(typed, v.literal('on', required));
}

/** Rows of a repeating part (`sessions.0.title`). */
export function rows<const Entries extends v.ObjectEntries>(entries: Entries, max = 50) {
  return v.optional(
    v.pipe(
      v.array(v.object(entries)),
      v.maxLength(max, () => m.error_range({ min: 0, max })),
    ),
    [],
  );
}

function between(min: number, max: number) {
  return v.pipe(
    v.string(),
    v.transform((typed) => plainNumber(typed) ?? typed),
    v.regex(/^-?\d{1,15}$/, m.error_not_whole),
    v.transform(Number),
    v.minValue(min, () => m.error_range({ min, max: whole(max) })),
    v.maxValue(max, () => m.error_range({ min, max: whole(max) })),
  );
}

function orNull(value: string): string | null {
  return value === '' ? null : value;
}

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const parsed = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value);
}
