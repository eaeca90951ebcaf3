import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Catalogue = Record<string, unknown>;

function read(locale: string): Catalogue {
  const file = new URL(`../../../../../packages/words/messages/${locale}.json`, import.meta.url);
  const { $schema: _, ...messages } = JSON.parse(readFileSync(file, 'utf8')) as Catalogue;
  return messages;
}

/** The parameters that a message takes, in any of its plural forms. */
function parameters(message: unknown): string[] {
  return [...new Set(JSON.stringify(message).match(/\{\w+\}/g))].sort();
}

describe('the catalogue', () => {
  const [id, en] = [read('id'), read('en')];

  it('says everything in both languages', () => {
    expect(Object.keys(en)).toEqual(Object.keys(id));
  });
  it('keeps its keys sorted and in snake case', () => {
    expect(Object.keys(id)).toEqual(Object.keys(id).sort());
    expect(Object.keys(id).filter((key) => !/^[a-z][a-z0-9_]*$/.test(key))).toEqual([]);
  });
  it('gives both languages the same parameters', () => {
    const taken = (messages: Catalogue) =>
      Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, parameters(message)]));
    expect(taken(en)).toEqual(taken(id));
  });
});
