import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

/** A scalar whose literals are strings. Its errors never repeat the value: it may be a secret or personal. */
function textScalar(config: {
  name: string;
  description: string;
  specifiedByURL?: string;
  accepts: (text: string) => boolean;
  /** One spelling for one value; what was accepted as it is when left out. */
  plain?: (text: string) => string;
  show?: (value: unknown) => string;
}) {
  const { name, description, specifiedByURL, accepts, plain = (text) => text, show = String } = config;
  const read = (value: unknown): string => {
    if (typeof value === 'string' && accepts(value)) return plain(value);
    throw new GraphQLError(`Not a valid ${name}`);
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    ...(specifiedByURL && { specifiedByURL }),
    serialize: show,
    parseValue: read,
    parseLiteral: (node: ValueNode) => read(node.kind === Kind.STRING ? node.value : undefined),
  });
}

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const INSTANT =
  /^\d{4}-\d\d-\d\d[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

export function isDay(text: string): boolean {
  return (
    DAY.test(text) && text >= '0001-01-01' && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)
  );
}

/** A true calendar day, and in UTC a year that PostgreSQL can hold. */
function isInstant(text: string): boolean {
  if (!INSTANT.test(text) || !isDay(text.slice(0, 10))) return false;
  const year = new Date(text).getUTCFullYear();
  return year >= 1 && year <= 9999;
}

export const DateTimeScalar = textScalar({
  name: 'DateTime',
  description: 'Instant, RFC 3339, UTC, milliseconds.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time',
  accepts: isInstant,
  plain: (text) => new Date(text).toISOString(),
  show: (value) => new Date(value as string | Date).toISOString(),
});

export const DateScalar = textScalar({
  name: 'Date',
  description: 'Calendar date without a zone, ISO 8601.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/local-date',
  accepts: isDay,
});

export const DecimalScalar = textScalar({
  name: 'Decimal',
  description:
    'Exact decimal number as a string, never a float. Credit hours have one decimal ("5.0"), money none for IDR.',
  accepts: (text) => /^-?\d{1,15}(\.\d{1,6})?$/.test(text),
});

export const UuidScalar = textScalar({
  name: 'UUID',
  description: 'RFC 9562 UUID; the idempotency key of a mutation.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc9562',
  accepts: (text) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text),
});
