import { afterAll, beforeAll, expect, test } from 'vitest';
import { system } from '../src/platform/access/viewer.ts';
import { audit, checkTrail, sealTrail, type Seal } from '../src/platform/journal/audit.ts';
import { systemClock } from '../src/platform/clock.ts';
import { inTransaction, type Work } from '../src/platform/database/unit-of-work.ts';
import { who } from './actors.ts';
import { freshDatabase, type Copy } from './harness.ts';
import { Sight } from './sight.ts';

let copy: Copy;
let sight: Sight;
beforeAll(async () => {
  copy = await freshDatabase();
  sight = await Sight.of(copy, { admin: who.admin });
});
afterAll(async () => {
  await sight[Symbol.asyncDispose]();
  await copy[Symbol.asyncDispose]();
});

const asHouse = <T>(task: (work: Work) => Promise<T>): Promise<T> =>
  inTransaction({ orm: sight.orm, clock: systemClock, viewer: system(), readOnly: false }, task);

const write = (subject: string) => asHouse((work) => audit(work, 'session.begin', subject, {}));
const seal = (): Promise<Seal | null> => asHouse(sealTrail);
const check = () => asHouse(checkTrail);

/** Does what a superuser can, past the triggers, and undoes it after a look. */
async function tampered(change: string, look: () => Promise<void>): Promise<void> {
  const keep = ['audit_entry', 'audit_seal'];
  const every = (text: (table: string) => string) => copy.sql(keep.map(text).join(';'));
  await every((table) => `create table kept_${table} as table audit.${table}`);
  await every((table) => `alter table audit.${table} disable trigger all`);
  await copy.sql(change);
  try {
    await look();
  } finally {
    await every((table) => `delete from audit.${table}`);
    await every((table) => `insert into audit.${table} overriding system value table kept_${table}`);
    await every((table) => `alter table audit.${table} enable trigger all; drop table kept_${table}`);
  }
}

test('a seal covers what was written since the last, and each takes the last into its own digest', async () => {
  const { unsealed } = await check();
  const first = await seal();
  expect(first).toMatchObject({
    number: 1,
    entries: unsealed,
    digest: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(await seal()).toBeNull();
  await write('acc_satu');
  const second = await seal();
  expect(second).toMatchObject({ number: 2, entries: 1 });
  expect(second!.digest).not.toBe(first!.digest);
  expect(await check()).toEqual({ seals: 2, entries: first!.entries + 1, unsealed: 0, broken: null });
});

test.each([
  ['an entry that was changed', `update audit.audit_entry set subject = 'acc_lain' where id = 1`, 1],
  [
    'an entry that is gone',
    'delete from audit.audit_entry where id = (select max(id) from audit.audit_entry)',
    2,
  ],
  ['a seal that was made anew', `update audit.audit_seal set digest = repeat('0', 64) where number = 1`, 1],
  ['a seal that is gone', 'delete from audit.audit_seal where number = 1', 2],
  [
    'an entry that was slipped in',
    `insert into audit.audit_entry (id, at, actor_kind, action, subject, facts) overriding system value
      values (0, now(), 'account', 'session.begin', 'acc_x', '{}')`,
    1,
  ],
])('%s is found, with the first seal that it breaks', async (_, change, broken) => {
  await tampered(change, async () => expect((await check()).broken).toBe(broken));
  expect((await check()).broken).toBeNull();
});

test('a deed that is still under way is waited for, and comes into the seal', async () => {
  const written = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const deed = asHouse(async (work) => {
    await audit(work, 'session.begin', 'acc_lama', {});
    written.resolve();
    await held.promise;
  });
  await written.promise;
  await write('acc_cepat'); // a later entry, committed earlier
  const sealing = seal();
  setTimeout(held.resolve, 200);
  await deed;
  expect(await sealing).toMatchObject({ entries: 2 });
  expect(await check()).toMatchObject({ unsealed: 0, broken: null });
});

test('ten processes that seal at once make one chain', async () => {
  await write('acc_banyak');
  const seals = await Promise.all(Array.from({ length: 10 }, seal));
  expect(seals.filter(Boolean)).toHaveLength(1);
  expect((await check()).broken).toBeNull();
});
