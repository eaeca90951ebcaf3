/** Stable codes of user errors; see `UserErrorCode` in the graph. */
export const userErrorCodes = [
  'INVALID',
  'REQUIRED',
  'TOO_LONG',
  'NOT_FOUND',
  'NOT_PERMITTED',
  'STATE_CONFLICT',
  'VERSION_CONFLICT',
  'CAPACITY_FULL',
  'CONFLICT_OF_INTEREST',
  'DEADLINE_PASSED',
  'DUPLICATE',
  'DIGEST_MISMATCH',
  'IDEMPOTENCY_KEY_REUSED',
] as const;
export type UserErrorCode = (typeof userErrorCodes)[number];

/**
 * A refusal that the caller can act on. `reason` names the sentence in the message catalogue (`problem_<reason>`),
 * `values` fill its gaps, `path` leads to the field inside `input`.
 */
export interface Problem {
  code: UserErrorCode;
  reason: string;
  path: string[];
  values?: Record<string, string | number>;
  /** With STATE_CONFLICT. */
  currentState?: string;
  allowed?: readonly string[];
  /** With VERSION_CONFLICT. */
  currentVersion?: number;
}

export const problem = (
  code: UserErrorCode,
  reason: string,
  path: readonly (string | number)[] = [],
  values?: Problem['values'],
): Problem => ({ code, reason, path: ['input', ...path.map(String)], ...(values && { values }) });

/** For what concerns the deed as a whole and no single field. */
export const problemOfAll = (code: UserErrorCode, reason: string, values?: Problem['values']): Problem => ({
  code,
  reason,
  path: [],
  ...(values && { values }),
});

export const notFound = (...path: (string | number)[]): Problem => problem('NOT_FOUND', 'not_found', path);
export const notPermitted = (): Problem => problemOfAll('NOT_PERMITTED', 'not_permitted');

export const versionConflict = (currentVersion: number): Problem => ({
  ...problemOfAll('VERSION_CONFLICT', 'version_conflict'),
  currentVersion,
});

export const stateConflict = (currentState: string, allowed: readonly string[]): Problem => ({
  ...problemOfAll('STATE_CONFLICT', 'state_conflict'),
  currentState,
  allowed,
});

/** Text that must be there and may not be too long; counted in characters as people see them (code points). */
export function textProblems(
  value: string | null | undefined,
  path: readonly (string | number)[],
  bounds: { min?: number; max: number },
): Problem[] {
  const length = [...(value ?? '').trim()].length;
  const min = bounds.min ?? 0;
  if (length === 0) return min > 0 ? [problem('REQUIRED', 'required', path)] : [];
  if (length < min) return [problem('INVALID', 'too_short', path, { min })];
  if (length > bounds.max) return [problem('TOO_LONG', 'too_long', path, { max: bounds.max })];
  return [];
}

/** A whole number within bounds, if there is one. */
export function rangeProblems(
  value: number | null | undefined,
  path: readonly (string | number)[],
  [min, max]: readonly [number, number],
): Problem[] {
  if (value == null || (Number.isInteger(value) && value >= min && value <= max)) return [];
  return [problem('INVALID', 'out_of_range', path, { min, max })];
}
