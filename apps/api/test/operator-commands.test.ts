import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../src/platform/clock.ts';
import { connect } from '../src/platform/database/orm.ts';
import { asHouse } from '../src/platform/database/unit-of-work.ts';
import { sealTrail } from '../src/platform/journal/audit.ts';
import { freshDatabase, type Copy } from './harness.ts';

const api = fileURLToPath(new URL('..', import.meta.url));

let copy: Copy;
beforeAll(async () => void (copy = await freshDatabase()));
afterAll(() => copy[Symbol.asyncDispose]());

/** Runs one of the operator's commands from its source, as the npm script runs what is built from it. */
function run(
  command: string,
  env: Record<string, string> = {},
): Promise<{ code: number | null; said: string }> {
  const { serve, own } = copy.addresses;
  const tsx = ['--conditions=source', '--tsconfig=tsconfig.json', `src/${command}.ts`];
  const child = spawn('tsx', tsx, {
    cwd: api,
    env: { ...process.env, PORT: '1', DATABASE_URL: serve, DATABASE_OWNER_URL: own, ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

test('the doctor finds a well database well', async () => {
  const { code, said } = await run('doctor');
  expect(said).toMatch(/✓ basis data +PostgreSQL \d+/);
  expect(said).toMatch(/✓ migrasi +semua sudah dijalankan/);
  expect([code, said.match(/✗/)]).toEqual([0, null]);
});

test('the doctor warns of a login that row policies do not bind, and of a public address without https', async () => {
  const { code, said } = await run('doctor', {
    DATABASE_URL: copy.addresses.own,
    PUBLIC_URL: 'http://simpul.example',
  });
  expect(said).toMatch(/✗ basis data +DATABASE_URL logs in as simpul_owner/);
  expect(said).toMatch(/! alamat/);
  expect(code).toBe(1);
});

test('the doctor names every fault of the environment', async () => {
  const { code, said } = await run('doctor', { PORT: '99999', SIMPUL_SEED: 'banyak' });
  expect(said).toContain('PORT');
  expect(said).toContain('SIMPUL_SEED');
  expect(code).toBe(1);
});

test('the check of the audit trail says that it is whole, and which seal breaks when it is not', async () => {
  const orm = await connect({ url: copy.addresses.serve, entities: [], pool: 1 });
  await asHouse(orm, systemClock, sealTrail);
  await orm.close(true);
  expect(await run('audit-check')).toMatchObject({
    code: 0,
    said: expect.stringContaining('Jejak audit utuh.'),
  });
  await copy.sql(`alter table audit.audit_entry disable trigger all;
    update audit.audit_entry set subject = 'acc_lain' where id = 1`);
  expect(await run('audit-check')).toMatchObject({
    code: 1,
    said: expect.stringContaining('Jejak audit RUSAK mulai segel 1.'),
  });
});
