import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { hasCode } from './system-error.ts';
import { commandLine, type Launcher } from './unprivileged.ts';

export const SUPERUSER = 'simpul_root';

/** Beside the data, not in it: PostgreSQL owns every file in there. */
const passwordFile = (dataDir: string): string => `${dataDir}.password`;

export const isInitialised = (dataDir: string): boolean => fs.existsSync(path.join(dataDir, 'PG_VERSION'));

export function readPassword(dataDir: string): string {
  const file = passwordFile(dataDir);
  if (!fs.existsSync(file)) {
    throw new Error(
      `The password of ${SUPERUSER} is missing: ${file}. Put the file back, or remove ${dataDir}.`,
    );
  }
  return fs.readFileSync(file, 'utf8').trim();
}

/** Several processes may come here at once for the same folder; exactly one of their clusters becomes the folder. */
export function initialise(dataDir: string, initdb: string, launcher: Launcher, durable: boolean): void {
  fs.mkdirSync(path.dirname(dataDir), { recursive: true });
  createPassword(dataDir, launcher);
  // In a folder of its own first: a half-made cluster, after a power cut, must never be taken for a whole one.
  const draft = `${dataDir}.new-${process.pid}`;
  try {
    runInitdb(draft, passwordFile(dataDir), initdb, launcher, durable);
    moveInto(dataDir, draft);
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
  }
}

function createPassword(dataDir: string, { account }: Launcher): void {
  const draft = `${passwordFile(dataDir)}-${process.pid}`;
  fs.writeFileSync(draft, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (account) fs.chownSync(draft, account.uid, account.gid); // initdb reads it under that account
  try {
    fs.linkSync(draft, passwordFile(dataDir)); // unlike a rename, refuses to replace the one another process made
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    fs.rmSync(draft);
  }
}

function runInitdb(
  target: string,
  password: string,
  initdb: string,
  launcher: Launcher,
  durable: boolean,
): void {
  fs.mkdirSync(target, { mode: 0o700 });
  if (launcher.account) fs.chownSync(target, launcher.account.uid, launcher.account.gid);
  const [command, args] = commandLine(launcher, initdb, [
    `--pgdata=${target}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    ...(durable ? [] : ['--no-sync']),
  ]);
  const result = spawnSync(command, args, { ...launcher.account, encoding: 'utf8' });
  if (result.status !== 0) {
    throw new Error(`initdb could not make ${target}: ${result.error?.message ?? result.stderr}`);
  }
}

function moveInto(dataDir: string, draft: string): void {
  try {
    fs.renameSync(draft, dataDir); // replaces an empty folder, never a full one
  } catch (error) {
    if (!isInitialised(dataDir)) throw error;
    return; // another process was first, with the same password
  }
  fs.chmodSync(dataDir, 0o700);
}
