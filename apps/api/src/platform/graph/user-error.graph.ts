import { Field, Int, InterfaceType, ObjectType } from 'type-graphql';
import type { Problem as ProblemFacts } from '../problem.rules.ts';
import { wordsFor, type Locale } from '../words.ts';
import { graphEnum } from './enum.ts';
import { Guarded } from './guarded.ts';

export const UserErrorCodeEnum = graphEnum('UserErrorCode', 'Stable codes; new ones may come.', {
  INVALID: 'The value cannot be.',
  REQUIRED: 'Something must be there and is not.',
  TOO_LONG: 'The text has too many characters.',
  NOT_FOUND: 'No such thing, or not yours to see; the two cannot be told apart.',
  NOT_PERMITTED: 'You may see it, but not do this.',
  STATE_CONFLICT: 'Not possible from the current state.',
  VERSION_CONFLICT: 'Somebody else saved first.',
  CAPACITY_FULL: 'No seat is left.',
  CONFLICT_OF_INTEREST: 'You are bound to one of the parties.',
  DEADLINE_PASSED: 'Too late.',
  DUPLICATE: 'It is there already.',
  DIGEST_MISMATCH: 'The text that you judged is not the current one.',
  IDEMPOTENCY_KEY_REUSED: 'The key was used for another deed.',
});

@InterfaceType('UserError', {
  description: 'A problem that the caller can act on.',
  resolveType: (error: ProblemFacts) =>
    error.code === 'VERSION_CONFLICT' && error.currentVersion != null
      ? 'VersionConflictError'
      : error.code === 'STATE_CONFLICT' && error.currentState != null
        ? 'StateConflictError'
        : 'Problem',
})
@Guarded('public')
export abstract class UserError {
  @Field(() => UserErrorCodeEnum, { description: 'For programs.' })
  code: string;

  @Field(() => String, { description: 'For people, in the language of Accept-Language (id, en).' })
  message: string;

  @Field(() => [String], {
    description: 'Path inside `input`, e.g. ["input", "sessions", "0", "minutes"]; empty for the whole.',
  })
  path: string[];
}

@ObjectType('Problem', { implements: UserError, description: 'Any problem without further facts.' })
@Guarded('public')
export class Problem extends UserError {}

@ObjectType('StateConflictError', {
  implements: UserError,
  description: 'Not possible from the current state.',
})
@Guarded('public')
export class StateConflictError extends UserError {
  @Field(() => String, { description: 'The state it is in.' })
  currentState: string;

  @Field(() => [String], { description: 'The actions that are possible now.' })
  allowed: string[];
}

@ObjectType('VersionConflictError', { implements: UserError, description: 'Somebody else saved first.' })
@Guarded('public')
export class VersionConflictError extends UserError {
  @Field(() => Int, { description: 'The version to read before trying again.' })
  currentVersion: number;
}

export const toUserErrors = (problems: ProblemFacts[], locale: Locale) =>
  problems.map((one) => ({ ...one, message: wordsFor(`problem_${one.reason}`, locale, one.values) }));
