import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deliveryModes, fundingSources, needStrengths, programmeKinds } from './content.rules.ts';
import { changedContent } from './draft.rules.ts';
import { digestOf, seal, unseal, type Sealed } from './revision.rules.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 20 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const day = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const few = <T>(row: fc.Arbitrary<T>) => fc.array(row, { maxLength: 3 });
const level = fc.integer({ min: 1, max: 5 });

const anySealed: fc.Arbitrary<Sealed> = fc.record({
  content: fc.record({
    title: text,
    kind: maybe(fc.constantFrom(...programmeKinds)),
    mode: maybe(fc.constantFrom(...deliveryModes)),
    summary: maybe(text),
    rationale: maybe(text),
    objectives: maybe(text),
    audience: maybe(text),
    accessNeeds: maybe(text),
    capacityMin: maybe(fc.nat()),
    capacityMax: maybe(fc.nat()),
    preferredFrom: maybe(day),
    preferredUntil: maybe(day),
    place: maybe(text),
    outcomes: few(
      fc.record({ competencyId: text, fromLevel: maybe(level), toLevel: level, measure: maybe(text) }),
    ),
    sessions: few(fc.record({ key: text, title: text, minutes: fc.nat(), method: maybe(text) })),
    speakers: few(fc.record({ key: text, name: text, affiliation: maybe(text), expertise: maybe(text) })),
    budget: few(
      fc.record({
        key: text,
        description: text,
        quantity: fc.nat().map(String),
        unit: text,
        unitPrice: fc.nat().map(String),
        source: fc.constantFrom(...fundingSources),
      }),
    ),
  }),
  needs: few(fc.record({ needId: text, strength: fc.constantFrom(...needStrengths), note: maybe(text) })),
  initiativeReason: maybe(text),
});

type Path = (string | number)[];

/** The ways to all values that hold no others, and to all lists. */
function places(value: unknown, path: Path = []): Path[] {
  if (Array.isArray(value)) return [path, ...value.flatMap((one, index) => places(one, [...path, index]))];
  if (value === null || typeof value !== 'object') return [path];
  return Object.entries(value).flatMap(([key, one]) => places(one, [...path, key]));
}

/** Another value of a sort that fits the place. */
function other(value: unknown): unknown {
  if (Array.isArray(value)) return value.length > 0 ? value.slice(1) : [{ key: 'baru' }];
  if (typeof value === 'number') return value + 1;
  return value === null ? '' : `${String(value)}.`;
}

function mutated(sealed: Sealed, pick: number): Sealed {
  const copy = structuredClone(sealed);
  const all = places(copy);
  const path = all[pick % all.length]!;
  let holder = copy as unknown as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) holder = holder[step] as typeof holder;
  const last = path.at(-1)!;
  holder[last] = other(holder[last]);
  return copy;
}

/** The same value with the keys of every object the other way round. */
function reversed<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reversed) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, one]) => [key, reversed(one)]),
  ) as T;
}

describe('the digest', () => {
  test('is SHA-256 in hex over exactly the stored text', () => {
    fc.assert(
      fc.property(anySealed, (sealed) => {
        const { text: stored, digest } = seal(sealed);
        expect(digest).toBe(createHash('sha256').update(Buffer.from(stored, 'utf8')).digest('hex'));
        expect(digest).toMatch(/^[0-9a-f]{64}$/);
      }),
    );
  });

  test('changes with every single change of content, links or reason', () => {
    fc.assert(
      fc.property(anySealed, fc.nat(), (sealed, pick) => {
        expect(seal(mutated(sealed, pick)).digest).not.toBe(seal(sealed).digest);
      }),
      { numRuns: 500 },
    );
  });

  test('changes when two rows change places', () => {
    fc.assert(
      fc.property(anySealed, (sealed) => {
        const { sessions } = sealed.content;
        fc.pre(sessions.length > 1 && JSON.stringify(sessions[0]) !== JSON.stringify(sessions[1]));
        const [first, second, ...rest] = sessions;
        const swapped = { ...sealed, content: { ...sealed.content, sessions: [second!, first!, ...rest] } };
        expect(seal(swapped).digest).not.toBe(seal(sealed).digest);
      }),
    );
  });

  test('stays with another order of keys, and through writing and reading', () => {
    fc.assert(
      fc.property(anySealed, (sealed) => {
        const { digest } = seal(sealed);
        expect(seal(reversed(sealed)).digest).toBe(digest);
        expect(seal(JSON.parse(JSON.stringify(sealed)) as Sealed).digest).toBe(digest);
        expect(seal(unseal(seal(sealed).text)).digest).toBe(digest);
      }),
    );
  });

  test('stays with what is not of the text', () => {
    fc.assert(
      fc.property(anySealed, (sealed) => {
        const row = { ...sealed, proposalId: 'x', orgUnitId: null };
        expect(seal(row)).toEqual(seal(sealed));
      }),
    );
  });

  test('stays when equal numbers are spelled another way', () => {
    const spelled = (quantity: string, amount: string) => (sealed: Sealed) => {
      const row = { key: 'b1', description: 'Konsumsi', unit: 'kotak', source: 'SHARED' } as const;
      const budget = [{ ...row, quantity, unitPrice: { amount, currencyCode: 'IDR' } }];
      return seal({ ...sealed, content: changedContent(sealed.content, { budget }) }).digest;
    };
    fc.assert(
      fc.property(anySealed, (sealed) => {
        const digest = spelled('2.5', '35000')(sealed);
        expect(spelled('2.50', '35000.00')(sealed)).toBe(digest);
        expect(spelled('002.500000', '035000')(sealed)).toBe(digest);
        expect(spelled('2.51', '35000')(sealed)).not.toBe(digest);
      }),
    );
  });
});

describe('the frozen text', () => {
  test('reads back as what was sealed', () => {
    fc.assert(
      fc.property(anySealed, (sealed) => {
        expect(unseal(seal(sealed).text)).toEqual(sealed);
      }),
    );
  });

  test('is canonical: sorted keys, no spaces, its format named', () => {
    const sealed = seal({
      ...fc.sample(anySealed, { seed: 7, numRuns: 1 })[0]!,
      needs: [],
      initiativeReason: null,
    });
    expect(Object.keys(JSON.parse(sealed.text) as object)).toEqual([
      'content',
      'format',
      'initiativeReason',
      'needs',
    ]);
    expect(sealed.text).toContain(',"format":1,"initiativeReason":null,"needs":[]}');
    expect(JSON.stringify(JSON.parse(sealed.text))).toBe(sealed.text);
  });

  test('keeps letters of every script as they are, and tells look-alikes apart', () => {
    const sealed = fc.sample(anySealed, { seed: 7, numRuns: 1 })[0]!;
    const reasoned = (initiativeReason: string) => seal({ ...sealed, initiativeReason });
    const words = 'Oeleta 🌿 ꦱꦶꦩ꧀ꦥꦸꦭ\u2028"\\\u0007é';
    expect(unseal(reasoned(words).text).initiativeReason).toBe(words);
    expect(reasoned('🌿').text).toContain('🌿');
    expect(reasoned('é').digest).not.toBe(reasoned('e\u0301').digest);
  });

  test('of a format that is not known is refused, not guessed at', () => {
    expect(() => unseal('{"format":2}')).toThrow('unknown format 2');
  });
});

test('digestOf counts bytes of UTF-8', () => {
  expect(digestOf('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(digestOf('é')).toBe(
    createHash('sha256')
      .update(Buffer.from([0xc3, 0xa9]))
      .digest('hex'),
  );
});
