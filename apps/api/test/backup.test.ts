import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';
import { systemClock } from '../src/platform/clock.ts';
import { asHouse } from '../src/platform/database/unit-of-work.ts';
import { silentLog } from '../src/platform/http/log.ts';
import { checkTrail, sealTrail } from '../src/platform/journal/audit.ts';
import { startSimpul } from '../src/start.ts';
import { who } from './actors.ts';
import { PASSWORD } from './harness.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'simpul-backup-'));
const dataDir = path.join(folder, 'data');
const file = path.join(folder, 'simpul.tar.gz');
const env = { PORT: '0', SIMPUL_DATA: dataDir, PUBLIC_URL: 'http://localhost' };

function run(command: 'backup' | 'restore', given = file): Promise<{ code: number | null; said: string }> {
  const args = ['--conditions=source', '--tsconfig=tsconfig.json', 'src/backup.ts', command, given];
  const cwd = fileURLToPath(new URL('..', import.meta.url));
  const child = spawn('tsx', args, {
    cwd,
    env: { ...process.env, ...env, DATABASE_URL: '', DATABASE_OWNER_URL: '' },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

/** What stands in the data: counts, a digest over all revisions, the chain of the audit trail, and whether one gets in. */
async function lookInto(during: () => Promise<void> = async () => undefined) {
  const simpul = await startSimpul(readConfig(env), silentLog);
  try {
    await asHouse(simpul.orm, systemClock, sealTrail);
    const state = await asHouse(simpul.orm, systemClock, async (work) => {
      const [row] = await work.em.execute<Record<string, string>[]>(`
        select (select count(*) from proposal) as proposals, (select count(*) from asn_profile) as people,
          (select string_agg(digest, ' ' order by id) from proposal_revision) as digests`);
      const { broken } = await checkTrail(work);
      return {
        ...row!,
        digests: createHash('sha256').update(row!.digests!).digest('hex'),
        broken,
      };
    });
    const signIn = await fetch(`http://127.0.0.1:${simpul.port}/auth/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: who.secretariat, password: PASSWORD }),
    });
    await during();
    return { ...state, signIn: signIn.status };
  } finally {
    await simpul.stop();
  }
}

let before: Awaited<ReturnType<typeof lookInto>>;
let whileRunning: Awaited<ReturnType<typeof run>>;
beforeAll(async () => {
  before = await lookInto(async () => {
    whileRunning = await run('backup');
  });
}, 120_000);
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

test('a running Simpul is not copied', () => {
  expect(whileRunning).toMatchObject({ code: 1, said: expect.stringContaining('Hentikan dahulu') });
  expect(fs.existsSync(file)).toBe(false);
});

test(
  'what was saved and lost comes back: counts, texts, trail and a way in',
  { timeout: 120_000 },
  async () => {
    const saved = await run('backup');
    expect(saved).toMatchObject({ code: 0, said: expect.stringMatching(/SHA-256: [0-9a-f]{64}/) });
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    expect(await run('restore')).toMatchObject({
      code: 1,
      said: expect.stringContaining('sudah berisi data'),
    });
    fs.rmSync(dataDir, { recursive: true });
    expect(await run('restore')).toMatchObject({ code: 0 });
    expect(before).toMatchObject({ broken: null, signIn: 204 });
    expect(await lookInto()).toEqual(before);
  },
);

test('a copy is never overwritten, and one that is not there is said to be so', async () => {
  const digest = () => createHash('sha256').update(fs.readFileSync(file)).digest('hex');
  const kept = digest();
  expect(await run('backup')).toMatchObject({ code: 1, said: expect.stringContaining('sudah ada') });
  expect(digest()).toBe(kept);
  const missing = await run('restore', path.join(folder, 'tidak-ada.tar.gz'));
  expect(missing).toMatchObject({ code: 1, said: expect.stringContaining('tidak ada') });
});
