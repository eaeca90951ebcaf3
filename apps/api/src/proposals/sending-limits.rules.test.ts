import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkProblems, missingForSending } from './content-limits.rules.ts';
import { emptyContent, type Content, type NeedLink } from './content.rules.ts';

const link = (needId: string, note: string | null = null): NeedLink => ({
  needId,
  strength: 'PRIMARY',
  note,
});

describe('links to needs', () => {
  const said = (links: NeedLink[]) =>
    linkProblems(links).map(({ path, reason }) => `${path.join('.')}: ${reason}`);

  test('name each need once', () => {
    expect(said([link('a'), link('b'), link('a'), link('a')])).toEqual([
      'input.needs.2.needId: duplicate',
      'input.needs.3.needId: duplicate',
    ]);
  });

  test('are fifty at most', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => link(String(index)));
    expect(said(many(50))).toEqual([]);
    expect(said(many(51))).toEqual(['input.needs: too_many']);
  });

  test('carry a note of at most 500 characters', () => {
    expect(said([link('a', 'a'.repeat(500))])).toEqual([]);
    expect(said([link('a', 'a'.repeat(501))])).toEqual(['input.needs.0.note: too_long']);
  });
});

describe('what is missing before it can be sent', () => {
  const complete: Content = {
    ...emptyContent,
    title: 'Lokakarya komunikasi',
    kind: 'WORKSHOP',
    mode: 'ON_SITE',
    summary: 'Dua sesi praktik.',
    rationale: 'Warga pulang tanpa jawaban.',
    objectives: 'Petugas menjelaskan.',
    audience: 'Petugas loket',
    capacityMax: 25,
    outcomes: [{ competencyId: 'cmp_x', fromLevel: null, toLevel: 3, measure: null }],
    sessions: [{ key: 's', title: 'Praktik', minutes: 90, method: null }],
    speakers: [{ key: 'n', name: 'Contoh', affiliation: null, expertise: null }],
  };
  const texts = ['kind', 'mode', 'summary', 'rationale', 'objectives', 'audience', 'capacityMax'] as const;
  const parts = ['sessions', 'speakers', 'outcomes'] as const;
  const said = (content: Content, links: NeedLink[], reason: string | null) =>
    missingForSending(content, links, reason).map(({ code, reason: why, path }) => [
      code,
      why,
      path.join('.'),
    ]);

  test('is nothing when all is there, without access needs, dates, place, budget and least seats', () => {
    expect(said(complete, [link('a')], null)).toEqual([]);
    expect(said(complete, [], 'Prakarsa sendiri')).toEqual([]);
  });

  test('is a need or a reason when neither is there, and blank words are no reason', () => {
    const wanted = [['REQUIRED', 'required_to_send', 'input.needs']];
    expect(said(complete, [], null)).toEqual(wanted);
    expect(said(complete, [], ' \n ')).toEqual(wanted);
  });

  test('is exactly what was left out, whatever was', () => {
    const someLeftOut = fc.record({
      fields: fc.subarray([...texts]),
      rows: fc.subarray([...parts]),
      blank: fc.constantFrom(null, '', '  '),
      hasNeed: fc.boolean(),
    });
    fc.assert(
      fc.property(someLeftOut, ({ fields, rows, blank, hasNeed }) => {
        const isText = (field: string) => !['kind', 'mode', 'capacityMax'].includes(field);
        const emptied = {
          ...complete,
          ...Object.fromEntries(fields.map((field) => [field, isText(field) ? blank : null])),
          ...Object.fromEntries(rows.map((part) => [part, []])),
        };
        const paths = [...fields, ...rows].map((field) => `input.content.${field}`);
        expect(said(emptied, hasNeed ? [link('a')] : [], null)).toEqual(
          [...paths, ...(hasNeed ? [] : ['input.needs'])].map((path) => [
            'REQUIRED',
            'required_to_send',
            path,
          ]),
        );
      }),
    );
  });
});
