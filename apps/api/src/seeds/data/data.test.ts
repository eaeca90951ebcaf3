import { expect, test } from 'vitest';
import { accounts } from './accounts.ts';
import { competencies, levelNames } from './framework.ts';
import { needs } from './needs.ts';
import { partners } from './partners.ts';
import { fullName, makePeople } from './people.ts';
import { posts } from './posts.ts';
import { rubric } from './rubric.ts';
import { units } from './units.ts';

const today = new Date('2026-11-24T00:00:00Z');
const people = makePeople(posts, today);
const codes = new Set(competencies.map(({ code }) => code));
const unitByCode = new Map(units.map((unit) => [unit.code, unit]));
const postByKey = new Map(posts.map((post) => [post.key, post]));

function repeated<T>(values: T[]): T[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

/** The unit and all units above it. */
function lineage(code: string | null): string[] {
  return code === null ? [] : [code, ...lineage(unitByCode.get(code)?.parent ?? null)];
}

test('units: one root, parents before children, unique codes and names', () => {
  const seen = new Set<string>();
  for (const { code, parent } of units) {
    if (parent !== null) expect(seen, `${code} under ${parent}`).toContain(parent);
    seen.add(code);
  }
  expect(repeated(units.map(({ code }) => code))).toEqual([]);
  expect(repeated(units.map(({ name }) => name))).toEqual([]);
  expect(units.filter(({ parent }) => parent === null).map(({ code }) => code)).toEqual(['KPG']);
  expect(units.filter(({ kind }) => kind === 'DISTRICT')).toHaveLength(6);
  expect(units.filter(({ kind, parent }) => kind === 'SUBDISTRICT' && parent === 'KPG.ALK')).toHaveLength(12);
  expect(units.filter(({ kind, parent }) => kind === 'FACILITY' && parent === 'KPG.DINKES')).toHaveLength(3);
});

test('framework: nine and eight competencies, five levels each', () => {
  expect(levelNames).toHaveLength(5);
  expect(competencies.filter(({ kind }) => kind === 'MANAGERIAL')).toHaveLength(8);
  expect(competencies.filter(({ kind }) => kind === 'SOCIO_CULTURAL')).toHaveLength(1);
  expect(competencies.filter(({ kind }) => kind === 'TECHNICAL')).toHaveLength(8);
  expect(codes.size).toBe(17);
  for (const { levels } of competencies) expect(new Set(levels).size).toBe(5);
});

test('posts: references resolve, duties call only for what the post requires', () => {
  expect(postByKey.size).toBe(posts.length);
  expect(posts.length).toBeGreaterThanOrEqual(110);
  expect(posts.length).toBeLessThanOrEqual(140);
  for (const post of posts) {
    expect(unitByCode.has(post.unit), post.unit).toBe(true);
    expect(post.duties.length).toBeGreaterThanOrEqual(1);
    expect(post.duties.length).toBeLessThanOrEqual(3);
    for (const code of Object.keys(post.standards)) expect(codes, post.key).toContain(code);
    for (const { competencies: needed } of post.duties) {
      expect(needed.length).toBeGreaterThan(0);
      for (const code of needed) expect(Object.keys(post.standards), post.key).toContain(code);
    }
  }
});

test('posts: reporting lines end at one head without a circle', () => {
  for (const post of posts) {
    const way: string[] = [];
    for (let key: string | null = post.key; key !== null; key = postByKey.get(key)?.reportsTo ?? null) {
      expect(way, post.key).not.toContain(key);
      expect(postByKey.has(key), key).toBe(true);
      way.push(key);
    }
    expect(way.at(-1)).toBe('sekda');
    const superior = post.reportsTo === null ? undefined : postByKey.get(post.reportsTo);
    if (superior) expect(superior.holders, `${post.key} has one superior`).toBe(1);
  }
});

test('people: about 150, the same ones every time, nobody twice', () => {
  expect(people.length).toBeGreaterThanOrEqual(140);
  expect(people.length).toBeLessThanOrEqual(160);
  expect(makePeople(posts, today)).toEqual(people);
  for (const part of ['key', 'name', 'nip', 'phone', 'privateEmail'] as const)
    expect(repeated(people.map((person) => person[part])), part).toEqual([]);
  for (const { privateEmail } of people) expect(privateEmail).toMatch(/^[a-z.]+@surel\.contoh$/);
});

test.each(['2024-01-01', '2026-11-24', '2028-02-29', '2033-12-31'])('people: lives add up on %s', (day) => {
  const year = Number(day.slice(0, 4));
  for (const person of makePeople(posts, new Date(`${day}T00:00:00Z`))) {
    const { nip, bornOn, employmentKind, positionSince, rank, key } = person;
    expect(nip, key).toMatch(/^\d{14}[12]\d{3}$/);
    expect(nip.slice(0, 8), key).toBe(bornOn.replaceAll('-', ''));
    expect(new Date(bornOn).toISOString().slice(0, 10), key).toBe(bornOn);
    expect(nip.slice(15), key).not.toBe('000');
    const appointed = Number(nip.slice(8, 12));
    const month = Number(nip.slice(12, 14));
    if (employmentKind === 'PNS') {
      expect(month, key).toBeGreaterThanOrEqual(1);
      expect(month, key).toBeLessThanOrEqual(12);
      expect(rank, key).toMatch(/^(Pengatur|Penata|Pembina)[A-Za-z ]*, (II|III|IV)\/[a-d]$/);
    } else {
      expect(month, key).toBeGreaterThanOrEqual(21);
      expect(rank, key).toMatch(/^(V|VII|IX|X)$/);
    }
    expect(appointed - Number(bornOn.slice(0, 4)), key).toBeGreaterThanOrEqual(19);
    expect(year - Number(bornOn.slice(0, 4)), key).toBeLessThanOrEqual(58);
    const since = `${appointed}-${employmentKind === 'PNS' ? nip.slice(12, 14) : '01'}-01`;
    expect(positionSince >= since, `${key} took up the post after appointment`).toBe(true);
    expect(positionSince < day, key).toBe(true);
  }
});

test('accounts: every person, unit and partner is there, names agree', () => {
  expect(accounts).toHaveLength(14);
  expect(repeated(accounts.map(({ email }) => email))).toEqual([]);
  for (const account of accounts) {
    expect(account.email).toMatch(/\.contoh$/);
    for (const { unit, basis } of account.roles) {
      expect(unitByCode.has(unit), unit).toBe(true);
      expect(basis).not.toBe('');
    }
    if (account.partner) expect(partners.map(({ key }) => key)).toContain(account.partner.key);
    if (account.person === undefined) continue;
    const person = people.find(({ key }) => key === account.person);
    expect(person?.post).toBe(account.post);
    expect(person && fullName(person)).toBe(account.displayName);
  }
});

test('accounts: the supervisor leads the civil servant and others too', () => {
  const postOf = (email: string) => accounts.find((account) => account.email === email)?.post ?? '';
  expect(postByKey.get(postOf('asn@alak.contoh'))?.reportsTo).toBe(postOf('atasan@alak.contoh'));
  const reports = posts.filter(({ reportsTo }) => reportsTo === postOf('atasan@alak.contoh'));
  expect(reports.reduce((sum, { holders }) => sum + holders, 0)).toBeGreaterThanOrEqual(5);
  expect(accounts.filter(({ roles }) => roles.some(({ role }) => role === 'REVIEWER'))).toHaveLength(2);
});

test('partners and rubric: unique keys, weights that make a hundred', () => {
  expect(repeated(partners.map(({ key }) => key))).toEqual([]);
  expect(partners.filter(({ state }) => state === 'VERIFIED')).toHaveLength(3);
  for (const { name } of partners) expect(name).toContain('Contoh');
  expect(repeated(rubric.map(({ key }) => key))).toEqual([]);
  expect(rubric.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
  for (const { weight, independent, maximum } of rubric) {
    expect(weight === 0).toBe(independent);
    expect(maximum).toBe(4);
  }
});

test('needs: references resolve, duties and people stand behind them', () => {
  expect(needs.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(needs.filter(({ path }) => path.join() === 'VERIFY,PUBLISH').length).toBeGreaterThanOrEqual(6);
  expect(needs.map(({ path }) => path.length)).toEqual(expect.arrayContaining([0, 1, 2]));
  for (const need of needs) {
    expect(codes).toContain(need.competency);
    expect(repeated(need.forUnits)).toEqual([]);
    for (const unit of need.forUnits) expect(unitByCode.has(unit), unit).toBe(true);
    const behind = new Set<string>();
    for (const { post: key, duty } of need.duties) {
      const post = postByKey.get(key);
      expect(post?.duties[duty]?.competencies, `need ${need.number}: ${key}`).toContain(need.competency);
      expect(post?.standards[need.competency], key).toBe(need.targetLevel);
      expect(
        lineage(post?.unit ?? null).some((code) => need.forUnits.includes(code)),
        key,
      ).toBe(true);
      behind.add(key);
    }
    const holders = [...behind].reduce((sum, key) => sum + (postByKey.get(key)?.holders ?? 0), 0);
    if (need.headcount !== null) expect(need.headcount, `need ${need.number}`).toBe(holders);
  }
});
