import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localeOf, locales, wordsFor } from '../src/platform/words.ts';
import { who } from './actors.ts';
import { startApp, type TestApp } from './harness.ts';

let app: TestApp;
beforeAll(async () => void (app = await startApp()));
afterAll(() => app[Symbol.asyncDispose]());

test.each([
  [undefined, 'id'],
  ['', 'id'],
  ['*', 'id'],
  ['en', 'en'],
  ['EN-gb', 'en'],
  ['id-ID,id;q=0.9,en;q=0.8', 'id'],
  ['en-US,en;q=0.9,id;q=0.8', 'en'],
  ['id;q=0.3, en;q=0.7', 'en'],
  ['en;q=0.5 , id;q=0.5', 'en'],
  ['fr, de;q=0.9', 'id'],
  ['fr, en;q=0.1', 'en'],
  ['en;q=0', 'id'],
  ['en;q=0, id;q=0.1', 'id'],
  ['en;q=abc', 'id'],
  ['enx', 'id'],
  ['idn, en;q=0.5', 'en'],
  [';;;,,,q=', 'id'],
] as const)('Accept-Language %j chooses %s', (header, locale) => {
  expect(localeOf(header)).toBe(locale);
});

test('a header of any length is read fast', () => {
  const begun = process.cpuUsage();
  expect(localeOf(`${'x;q=0.1,'.repeat(10_000)}en`)).toBe('en');
  expect(localeOf(`en ${' '.repeat(50_000)};q=1`)).toBe('en');
  expect(process.cpuUsage(begun).user / 1000).toBeLessThan(500);
});

test('a key that is not in the catalogue is a fault of ours', () => {
  expect(() => wordsFor('problem_tidak_ada', 'id')).toThrow('The catalogue has no message problem_tidak_ada');
});

const messages = path.resolve(import.meta.dirname, '../../../packages/words/messages');
const catalogue = Object.fromEntries(
  locales.map((locale) => [
    locale,
    JSON.parse(fs.readFileSync(path.join(messages, `${locale}.json`), 'utf8')) as Record<string, unknown>,
  ]),
);

test('both languages have the same messages', () => {
  expect(Object.keys(catalogue.en!).sort()).toEqual(Object.keys(catalogue.id!).sort());
});

/** The reasons that the code names, as literal arguments of problems. */
function reasonsInCode(): string[] {
  const source = path.resolve(import.meta.dirname, '../src');
  const files = fs.readdirSync(source, { recursive: true, encoding: 'utf8' });
  const reasons = files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => [
      ...fs
        .readFileSync(path.join(source, file), 'utf8')
        .matchAll(/problem(?:OfAll)?\(\s*'[A-Z_]+',\s*'([a-z_]+)'/g),
    ]);
  return [...new Set(reasons.map(([, reason]) => reason!))].sort();
}

test('every reason of a refusal has its sentence in both languages', () => {
  const reasons = reasonsInCode();
  expect(reasons.length).toBeGreaterThan(20);
  const unsaid = reasons.filter((reason) =>
    locales.some((locale) => !catalogue[locale]![`problem_${reason}`]),
  );
  expect(unsaid).toEqual([]);
});

const tokenFor = async (language: string | undefined) => {
  const { viewer } = await app.data('{ viewer { roles { orgUnit { id } } } }', {}, { as: who.secretariat });
  const input = { label: 'x', scopes: [], orgUnitId: viewer.roles[0].orgUnit.id, expiresOn: '2020-01-01' };
  const headers: Record<string, string> = language ? { 'accept-language': language } : {};
  const { token, errors } = await app.mutate('tokenCreate', input, { as: who.secretariat, headers });
  expect(token).toBeNull();
  return errors.map(({ path, message }: { path: string[]; message: string }) => [path.join('.'), message]);
};

test('user errors speak Indonesian or English, as the reader asks', async () => {
  const problems = [
    ['input.label', 'too_short', { min: 3 }],
    ['input.scopes', 'required', {}],
    ['input.expiresOn', 'token_lifetime', { max: 365 }],
  ] as const;
  const inLocale = (locale: 'id' | 'en') =>
    problems.map(([place, reason, values]) => [place, wordsFor(`problem_${reason}`, locale, values)]);
  expect(inLocale('id')).not.toEqual(inLocale('en'));
  expect(await tokenFor(undefined)).toEqual(inLocale('id'));
  expect(await tokenFor('en-GB')).toEqual(inLocale('en'));
  expect(await tokenFor('fr, id;q=0.2, en;q=0.1')).toEqual(inLocale('id'));
});

test('the door speaks both languages too', async () => {
  const wrong = async (language: string) => {
    const body = { email: who.asn, password: 'salah' };
    const response = await app.post('/auth/sign-in', body, { 'accept-language': language });
    return response.json();
  };
  const saying = (locale: 'id' | 'en') => ({
    errors: [
      { code: 'INVALID', message: wordsFor('problem_sign_in_wrong', locale), path: ['input', 'password'] },
    ],
  });
  expect(await wrong('en')).toEqual(saying('en'));
  expect(await wrong('id')).toEqual(saying('id'));
  expect(saying('id')).not.toEqual(saying('en'));
});

test('notices are said in the language of each reading', async () => {
  const read = async (language: string) => {
    const asking = { as: who.university, headers: { 'accept-language': language } };
    const { viewer } = await app.data(
      '{ viewer { notices(first: 5) { nodes { id text reason } } } }',
      {},
      asking,
    );
    return viewer.notices.nodes as { id: string; text: string; reason: string }[];
  };
  const [indonesian, english] = [await read('id'), await read('en')];
  expect(english.map(({ id }) => id)).toEqual(indonesian.map(({ id }) => id));
  expect(indonesian.length).toBeGreaterThan(0);
  english.forEach(({ text, reason }, i) => {
    expect([text, reason]).not.toEqual([indonesian[i]!.text, indonesian[i]!.reason]);
  });
});
