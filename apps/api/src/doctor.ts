// `npm run doctor`: looks at everything that Simpul needs, and says of each thing whether it is well and what to do.
// Ends with 1 when something is missing.
import fs from 'node:fs';
import { readConfig, type Config } from './config.ts';
import { entities } from './entities.ts';
import { migrations } from './migrations/index.ts';
import { connect } from './platform/database/orm.ts';
import { startOwnServer } from './platform/database/own-server.ts';
import { refusePrivileged, type Addresses } from './platform/database/prepare.ts';

type Finding = { state: 'ok' | 'warning' | 'fault'; text: string };

const ok = (text: string): Finding => ({ state: 'ok', text });
const warning = (text: string): Finding => ({ state: 'warning', text });
const fault = (text: string): Finding => ({ state: 'fault', text });

const signs = { ok: '✓', warning: '!', fault: '✗' };
const LEAST_DISK = 2 * 1024 ** 3;
const MOST_CLOCK_DIFFERENCE = 2000;

const found: Finding[] = [];

/** Looks at one thing; what it throws is what is wrong with it. */
async function look(name: string, check: () => Finding | Promise<Finding>): Promise<void> {
  const { state, text } = await Promise.resolve()
    .then(check)
    .catch((error: Error) => fault(error.message));
  found.push({ state, text });
  console.log(`${signs[state]} ${name.padEnd(14)} ${text}`);
}

function lookAtNode(): Finding {
  const [major] = process.versions.node.split('.');
  return Number(major) >= 24
    ? ok(process.version)
    : fault(`${process.version}; jalankan lewat npm, yang membawa Node 24`);
}

function lookAtOrigin({ publicUrl }: Config): Finding {
  const { protocol, hostname } = new URL(publicUrl);
  if (protocol === 'https:') return ok(`${publicUrl}, cookie hanya lewat https`);
  if (hostname === 'localhost' || hostname === '127.0.0.1') return ok(`${publicUrl}, untuk mesin ini saja`);
  return warning(`${publicUrl} tanpa https: sesi orang dapat disadap di jalan`);
}

async function lookAtPort({ port, host }: Config): Promise<Finding> {
  const answer = await fetch(`http://${host}:${port}/readyz`).catch(() => null);
  if (!answer) return ok(`${port} bebas`);
  const body = (await answer.json().catch(() => null)) as { ready?: boolean } | null;
  if (body?.ready === undefined) return fault(`${port} dipakai program lain`);
  return body.ready ? ok(`${port} dilayani Simpul`) : fault(`Simpul di ${port} tidak mencapai basis datanya`);
}

function lookAtDisk({ dataDir }: Config): Finding {
  fs.mkdirSync(dataDir, { recursive: true });
  const { bavail, bsize } = fs.statfsSync(dataDir);
  const free = bavail * bsize;
  const text = `${(free / 1024 ** 3).toFixed(1)} GiB tersisa di ${dataDir}`;
  return free >= LEAST_DISK ? ok(text) : warning(`${text}; sediakan paling sedikit 2 GiB`);
}

async function lookAtServingRole({ serve }: Addresses): Promise<Finding> {
  const orm = await connect({ url: serve, entities, pool: 1 });
  try {
    await refusePrivileged(orm);
    const [row] = await orm.em
      .fork()
      .execute<{ version: string; role: string }[]>(
        `select current_setting('server_version') as version, current_user as role`,
      );
    return ok(`PostgreSQL ${row!.version}, melayani sebagai ${row!.role}, terikat kebijakan baris`);
  } finally {
    await orm.close(true);
  }
}

async function lookAtMigrations({ own }: Addresses): Promise<Finding> {
  const orm = await connect({ url: own, entities, migrations, pool: 1 });
  try {
    const pending = await orm.migrator.getPending();
    if (pending.length === 0) return ok('semua sudah dijalankan');
    return warning(`${pending.length} belum dijalankan; npm start menjalankannya`);
  } finally {
    await orm.close(true);
  }
}

async function lookAtClock({ serve }: Addresses): Promise<Finding> {
  const orm = await connect({ url: serve, entities, pool: 1 });
  try {
    const [row] = await orm.em.fork().execute<{ at: string }[]>('select clock_timestamp()::text as at');
    const difference = Math.abs(Date.parse(row!.at) - Date.now());
    const text = `jam basis data berbeda ${difference} ms`;
    return difference <= MOST_CLOCK_DIFFERENCE ? ok(text) : fault(`${text}; samakan jam kedua mesin`);
  } finally {
    await orm.close(true);
  }
}

function readOrSay(): Config | null {
  try {
    return readConfig(process.env);
  } catch (error) {
    found.push(fault(''));
    console.log(`${signs.fault} pengaturan     ${(error as Error).message}`);
    return null;
  }
}

await look('Node', lookAtNode);
const config = readOrSay();
if (config) {
  await look('alamat', () => lookAtOrigin(config));
  await look('port', () => lookAtPort(config));
  await look('cakram', () => lookAtDisk(config));
  const own = config.database ? null : await startOwnServer(config.dataDir);
  const addresses = config.database ?? own!.addresses;
  await look('basis data', () => lookAtServingRole(addresses));
  await look('migrasi', () => lookAtMigrations(addresses));
  await look('jam', () => lookAtClock(addresses));
  await own?.stop();
}

const faults = found.filter(({ state }) => state === 'fault').length;
console.log(faults === 0 ? 'Simpul dapat berjalan di sini.' : `${faults} hal harus dibereskan dahulu.`);
process.exitCode = faults === 0 ? 0 : 1;
