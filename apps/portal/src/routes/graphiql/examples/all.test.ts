import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { figureNames } from '../../ringkasan/figures/names.ts';
import { examples, firstExample } from './all.ts';

const schema = buildSchema(
  readFileSync(new URL('../../../../../../schema.graphql', import.meta.url), 'utf8'),
);

describe('example queries', () => {
  it.each(Object.entries(examples))('%s asks what the schema answers', (_, { query, ofUnit }) => {
    expect(validate(schema, parse(query))).toEqual([]);
    expect(/\$unit\b/.test(query)).toBe(ofUnit === true);
  });
  it('hold one for each figure of the overview', () => {
    for (const name of figureNames) expect(examples[`ringkasan-${name}`]?.ofUnit).toBe(true);
    expect(examples[firstExample]).toBeDefined();
  });
});
