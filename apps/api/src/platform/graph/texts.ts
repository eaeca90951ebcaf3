import { GraphQLError } from 'graphql';

/**
 * Texts that came in, in one normal form (NFC). NUL and half characters cannot be stored and are refused by name of
 * the argument, never by value.
 */
export function cleanTexts<T>(args: T, ...path: (string | number)[]): T {
  return clean(args, path) as T;
}

function clean(value: unknown, path: (string | number)[]): unknown {
  if (typeof value === 'string') return cleanText(value, path);
  if (Array.isArray(value)) return value.map((item, index) => clean(item, [...path, index]));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, clean(item, [...path, key])]));
}

function cleanText(text: string, path: (string | number)[]): string {
  if (text.includes('\0') || !text.isWellFormed()) {
    throw new GraphQLError(`${path.join('.')} holds characters that are not text`, {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
  return text.normalize('NFC');
}
