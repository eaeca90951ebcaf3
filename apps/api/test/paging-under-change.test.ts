import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeId } from '../src/platform/database/ids.ts';
import { settled } from './fingerprint.ts';
import { startApp, type TestApp } from './harness.ts';
import { pageOf, type List, type PageSeen } from './paging.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await settled(app.copy);
});
afterAll(() => app[Symbol.asyncDispose]());

/** A key is a small number, so that many rows share one; the last of them is "no date". */
const KEYS = 5;
const NONE = KEYS - 1;
const columns = {
  PRIORITY: ['priority_score', (key: number) => String(key * 10)],
  DUE_ON: ['due_on', (key: number) => (key === NONE ? 'null' : `date '2030-01-01' + ${key}`)],
  UPDATED_AT: [
    'updated_at',
    (key: number) => `timestamptz '2026-01-01 00:00:00Z' + ${key} * interval '1 ms'`,
  ],
} as const;
type Field = keyof typeof columns;

interface Row {
  id: string;
  key: number;
}

type Change =
  { do: 'insert'; key: number } | { do: 'delete' | 'move'; at: number; key: number } | { do: 'cut' };

interface Case {
  field: Field;
  direction: 'ASC' | 'DESC';
  isForward: boolean;
  size: number;
  keys: number[];
  /** What happens after each page. */
  changes: Change[][];
}

const key = fc.nat(KEYS - 1);
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ do: fc.constant('insert' as const), key }),
  fc.record({ do: fc.constantFrom('delete' as const, 'move' as const), at: fc.nat(1000), key }),
  // The row of the cursor itself goes.
  fc.record({ do: fc.constant('cut' as const) }),
);
const aCase: fc.Arbitrary<Case> = fc.record({
  field: fc.constantFrom<Field>('PRIORITY', 'DUE_ON', 'UPDATED_AT'),
  direction: fc.constantFrom('ASC' as const, 'DESC' as const),
  isForward: fc.boolean(),
  size: fc.integer({ min: 2, max: 6 }),
  keys: fc.array(key, { minLength: 8, maxLength: 20 }),
  changes: fc.array(fc.array(change, { maxLength: 4 }), { minLength: 3, maxLength: 8 }),
});

/** Needs of one competency, kept here as they are kept there. */
class Needs {
  readonly rows = new Map<string, Row>();
  readonly changed = new Set<string>();
  readonly #field: Field;
  readonly #competency: string;

  constructor(field: Field, competency: string) {
    this.#field = field;
    this.#competency = competency;
  }

  static async of({ field, keys }: Case): Promise<Needs> {
    const competency = randomUUID();
    await app.copy.sql(`insert into competency (id, code, name, definition, kind)
      values ('${competency}', 'T.${competency}', 'Uji', 'Uji', 'TECHNICAL')`);
    const needs = new Needs(field, competency);
    await app.copy.sql(keys.map((one) => needs.#insert(one)).join(';'));
    return needs;
  }

  list(direction: 'ASC' | 'DESC'): List {
    const filter = `filter: { competency: ["${encodeId('cmp', this.#competency)}"] }`;
    const orderBy = `orderBy: { field: ${this.#field}, direction: ${direction} }`;
    return { name: 'needs', query: (args) => `needs(${args}, ${filter}, ${orderBy})`, wanted: () => '' };
  }

  async happen(changes: readonly Change[], cursor: Row | undefined): Promise<void> {
    const statements = changes.map((one) => this.#statement(one, cursor)).filter(Boolean);
    if (statements.length > 0) await app.copy.sql(statements.join(';'));
  }

  #statement(one: Change, cursor: Row | undefined): string {
    if (one.do === 'insert') return this.#insert(one.key);
    const all = [...this.rows.values()];
    const row = one.do === 'cut' ? cursor && this.rows.get(cursor.id) : all[one.at % all.length];
    if (!row) return '';
    this.changed.add(row.id);
    if (one.do === 'move') {
      this.rows.set(row.id, { id: row.id, key: one.key });
      const [column, value] = columns[this.#field];
      return `update need set ${column} = ${value(one.key)} where id = '${row.id}'`;
    }
    this.rows.delete(row.id);
    return `delete from need where id = '${row.id}'`;
  }

  #insert(one: number): string {
    const id = randomUUID();
    this.rows.set(id, { id, key: one });
    const values = Object.fromEntries(
      Object.entries(columns).map(([field, [column, value]]) => [
        column,
        value(field === this.#field ? one : 0),
      ]),
    );
    return `insert into need (id, code, title, rationale, state, source, org_unit_id, competency_id, target_level,
      published_at, headcount, severity, reach, weight, urgency, assumed, ${Object.keys(values).join(', ')})
      select '${id}', 'T-${id}', 'Uji', 'Uji', 'PUBLISHED', 'UNIT_DEMAND', id, '${this.#competency}', 1, now(),
        5, 0, 0, 0, 0, '{}', ${Object.values(values).join(', ')} from org_unit where kind = 'CITY'`;
  }
}

const compare = (a: Row, b: Row): number => a.key - b.key || (a.id < b.id ? -1 : Number(a.id > b.id));

test(
  'a walk misses and repeats nothing that stays, while rows come, go and change',
  { timeout: 120_000 },
  async () => {
    const property = fc.asyncProperty(aCase, async (given) => {
      const { direction, isForward, size, changes } = given;
      const needs = await Needs.of(given);
      const list = needs.list(direction);
      const atStart = [...needs.rows.keys()];
      // The way of this walk: along the order, or against it.
      const isRising = (direction === 'ASC') === isForward;
      const along = (a: Row, b: Row) => (isRising ? compare(a, b) : compare(b, a));
      const seen: string[] = [];
      let cursor: Row | undefined;
      let page: PageSeen | undefined;
      for (let step = 0; ; step++) {
        const from = page && (isForward ? page.pageInfo.endCursor : page.pageInfo.startCursor);
        const way = isForward ? `first: ${size}` : `last: ${size}`;
        const place = from ? `, ${isForward ? 'after' : 'before'}: "${from}"` : '';
        page = await pageOf(app, list, way + place);

        const ahead = [...needs.rows.values()].filter((row) => !cursor || along(cursor, row) < 0).sort(along);
        const wanted = ahead.slice(0, size);
        const found = isForward ? page.ids : [...page.ids].reverse();
        expect(found).toEqual(wanted.map(({ id }) => id));
        expect(page.totalCount).toBe(needs.rows.size);
        const { hasNextPage, hasPreviousPage } = page.pageInfo;
        expect(isForward ? hasNextPage : hasPreviousPage).toBe(ahead.length > size);

        seen.push(...found);
        if (ahead.length <= size) break;
        cursor = wanted.at(-1);
        await needs.happen(changes[step] ?? [], cursor);
      }
      const stayed = atStart.filter((id) => !needs.changed.has(id));
      expect(seen.filter((id) => stayed.includes(id)).sort()).toEqual([...stayed].sort());
      const twice = seen.filter((id, index) => seen.indexOf(id) !== index);
      expect(twice.filter((id) => !needs.changed.has(id))).toEqual([]);
    });
    await fc.assert(property, { numRuns: 30, endOnFailure: true });
  },
);

test('a cursor outlives its row', async () => {
  const needs = await Needs.of({ field: 'DUE_ON', keys: [0, 1, 1, 2, NONE] } as Case);
  const list = needs.list('ASC');
  const before = await pageOf(app, list, 'first: 5');
  for (const [index, cursor] of before.cursors.entries()) {
    await app.copy.sql(`delete from need where id = '${before.ids[index]}'`);
    expect((await pageOf(app, list, `first: 5, after: "${cursor}"`)).ids).toEqual(
      before.ids.slice(index + 1),
    );
    expect((await pageOf(app, list, `last: 5, before: "${cursor}"`)).ids).toEqual([]);
  }
});

test('a cursor of another order, direction, filter or list is refused', async () => {
  const { pageInfo } = await pageOf(
    app,
    { name: 'needs', query: (args) => `needs(${args})`, wanted: () => '' },
    'first: 2',
  );
  const after = `first: 2, after: "${pageInfo.endCursor}"`;
  const others = [
    `needs(${after}, orderBy: { field: UPDATED_AT })`,
    `needs(${after}, orderBy: { field: PRIORITY, direction: ASC })`,
    `needs(${after}, filter: { state: [PUBLISHED] })`,
    `partners(${after})`,
    `competencies(${after})`,
    `needs(first: 2, after: "${pageInfo.endCursor}x")`,
    'needs(first: 2, after: "")',
    'needs(first: 2, after: "bukan kursor")',
  ];
  for (const query of others) {
    const { body } = await app.ask(`{ ${query} { nodes { id } } }`);
    const codes = body.errors?.map((error: { extensions: { code: string } }) => error.extensions.code);
    expect([query, codes]).toEqual([query, ['BAD_CURSOR']]);
  }
  const { body } = await app.ask(`{ needs(${after}) { nodes { id } } }`);
  expect(body.errors).toBeUndefined();
});
