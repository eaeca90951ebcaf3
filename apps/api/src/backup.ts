// `npm run backup -- FILE` copies the data of a stopped Simpul into one file; `npm run restore -- FILE` puts it back
// into an empty folder. For a PostgreSQL of one's own, docs/operator.md says what to do instead.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isRunning } from '@simpul/postgres';
import { readConfig } from './config.ts';

/** All that makes up the data, beside each other in the folder: the cluster, its password, those of the roles. */
const PARTS = ['postgres', 'postgres.password', 'roles.json'];

/** A reason not to do it, said in one line. */
class Refused extends Error {}

const [command, given] = process.argv.slice(2);
const { dataDir, database } = readConfig(process.env);

function tar(...args: string[]): void {
  const { status, stderr, error } = spawnSync('tar', args, { encoding: 'utf8' });
  if (status !== 0) throw new Refused(`tar: ${error?.message ?? stderr.trim()}`);
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(fs.createReadStream(file), hash);
  return hash.digest('hex');
}

async function backup(file: string): Promise<void> {
  if (await isRunning(path.join(dataDir, 'postgres')))
    throw new Refused('Simpul sedang berjalan. Hentikan dahulu, agar salinannya utuh.');
  const missing = PARTS.filter((part) => !fs.existsSync(path.join(dataDir, part)));
  if (missing.length > 0) throw new Refused(`Di ${dataDir} tidak ada ${missing.join(', ')}.`);
  if (fs.existsSync(file)) throw new Refused(`${file} sudah ada. Pilih nama lain.`);
  const draft = `${file}.sebagian`; // a copy that was cut off must not pass for a whole one
  try {
    fs.closeSync(fs.openSync(draft, 'w', 0o600)); // it holds everything, passwords too
    tar('--create', '--gzip', '--numeric-owner', `--file=${draft}`, `--directory=${dataDir}`, ...PARTS);
    fs.renameSync(draft, file);
  } finally {
    fs.rmSync(draft, { force: true });
  }
  console.log(`Tersimpan: ${file}\nSHA-256: ${await digestOf(file)}`);
}

async function restore(file: string): Promise<void> {
  if (!fs.existsSync(file)) throw new Refused(`${file} tidak ada.`);
  const present = PARTS.filter((part) => fs.existsSync(path.join(dataDir, part)));
  if (present.length > 0) throw new Refused(`${dataDir} sudah berisi data. Pindahkan dahulu.`);
  const draft = `${path.resolve(dataDir)}.memulihkan`;
  fs.mkdirSync(draft, { recursive: true });
  try {
    tar(
      '--extract',
      '--gzip',
      '--numeric-owner',
      '--same-permissions',
      `--file=${file}`,
      `--directory=${draft}`,
    );
    fs.mkdirSync(dataDir, { recursive: true });
    for (const part of PARTS) fs.renameSync(path.join(draft, part), path.join(dataDir, part));
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
  }
  console.log(`Dipulihkan ke ${dataDir} dari berkas dengan SHA-256 ${await digestOf(file)}.`);
  console.log('Mulai dengan npm start, lalu periksa dengan npm run audit:check.');
}

try {
  if (database)
    throw new Refused('DATABASE_URL menunjuk PostgreSQL Anda: pakai pg_dump, lihat docs/operator.md.');
  const deeds: Record<string, (file: string) => Promise<void>> = { backup, restore };
  const deed = deeds[command ?? ''];
  if (!deed || !given) throw new Refused('Sebut berkasnya: npm run backup -- /cadangan/simpul.tar.gz');
  await deed(path.resolve(process.env.INIT_CWD ?? '.', given));
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
