import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { PageFault } from '../database/page.ts';
import { TOO_REPEATED } from './repetition.ts';

const KNOWN = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'QUERY_TOO_COMPLEX',
  'RATE_LIMITED',
  'DOCUMENT_NOT_TRUSTED',
  'BAD_CURSOR',
]);

export const SURPRISE = 'Something went wrong on our side. Name the errorId when you report it.';

const MOST_ERRORS = 5;

/** Called for a surprise: it goes to the log under an id that the caller can name. */
export type ReportSurprise = (errorId: string, error: unknown) => void;

/**
 * Top-level errors with fixed codes and without secrets: no value that was sent, no "Did you mean", no stack. What is
 * no fault of the caller becomes INTERNAL_SERVER_ERROR with an `errorId` that stands in the log.
 */
export function formatErrorWith(report: ReportSurprise) {
  return (formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError => {
    const cause = causeOf(thrown);
    if (cause instanceof PageFault)
      return { ...formatted, message: cause.message, extensions: { code: cause.code } };
    const code = codeOf(formatted);
    if (KNOWN.has(code))
      return { ...formatted, message: withoutValues(formatted.message), extensions: { code } };
    const errorId = randomUUID();
    report(errorId, cause);
    const { path } = formatted;
    return {
      message: SURPRISE,
      ...(path && { path }),
      extensions: { code: 'INTERNAL_SERVER_ERROR', errorId },
    };
  };
}

function codeOf({ message, extensions }: GraphQLFormattedError): string {
  if (message === TOO_REPEATED) return 'QUERY_TOO_COMPLEX';
  const code = String(extensions?.code ?? 'INTERNAL_SERVER_ERROR');
  return code === 'OPERATION_RESOLUTION_FAILURE' ? 'GRAPHQL_VALIDATION_FAILED' : code;
}

function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? causeOf(error.originalError) : error;
}

/**
 * GraphQL's own messages repeat what a document says: `String cannot represent a non string value: 7`. Types stay,
 * values and guesses go.
 */
function withoutValues(message: string): string {
  return message
    .replace(/(cannot represent [^:]*?)( value)?: [\s\S]*$/, '$1$2')
    .replace(/(Expected value of type "[^"]*"), found [\s\S]*$/, '$1')
    .replace(/Value "[^"]*" does not exist in "([^"]*)" enum/, 'No such value in the enum "$1"')
    .replace(/ Did you mean [\s\S]*$/, '');
}

/** Five at most; a document that was not looked at any further has one. */
export const atMost = <E extends { message: string }>(errors: readonly E[]): E[] =>
  errors.slice(0, errors[0]?.message === TOO_REPEATED ? 1 : MOST_ERRORS);
