import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasCode } from './system-error.ts';

/** What a running server says of itself in `postmaster.pid`, one fact a line. */
export interface Postmaster {
  pid: number;
  port: number;
  isReady: boolean;
}

const POLL_MS = 20;

// Recovery after a crash replays the journal first, which may take a while on a big database.
const PATIENCE_MS = 60_000;

const pidFile = (dataDir: string): string => path.join(dataDir, 'postmaster.pid');

/** The server that already serves this folder, once it is ready; nothing when there is none. */
export async function findRunning(dataDir: string): Promise<Postmaster | undefined> {
  forgetStranger(dataDir);
  return waitUntilReady(dataDir, () => isAlive(readPostmaster(dataDir)));
}

/** Waits for the server of this folder as long as `mayStillCome` says so. */
export async function waitUntilReady(
  dataDir: string,
  mayStillCome: () => boolean,
): Promise<Postmaster | undefined> {
  const deadline = Date.now() + PATIENCE_MS;
  while (mayStillCome()) {
    const postmaster = readPostmaster(dataDir);
    if (postmaster?.isReady && isAlive(postmaster)) return postmaster;
    if (Date.now() > deadline) throw new Error(`PostgreSQL in ${dataDir} did not become ready.`);
    await sleep(POLL_MS);
  }
  return undefined;
}

function readPostmaster(dataDir: string): Postmaster | undefined {
  const text = readIfThere(pidFile(dataDir));
  if (text === undefined) return undefined;
  const [pid, , , port, , , , status] = text.split('\n');
  return { pid: Number(pid), port: Number(port), isReady: status?.trim() === 'ready' };
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function isAlive(postmaster: Postmaster | undefined): boolean {
  if (!postmaster?.pid) return false;
  try {
    process.kill(postmaster.pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM'); // it lives, under another account
  }
}

/**
 * After a crash the file stays, and its number may meanwhile belong to any other program. PostgreSQL only looks
 * whether that number lives and would refuse to start. A number nobody has, it clears away itself.
 */
function forgetStranger(dataDir: string): void {
  const postmaster = readPostmaster(dataDir);
  if (!postmaster || !isAlive(postmaster)) return;
  const home = workingDirectory(postmaster.pid);
  const isStranger = home !== undefined && home !== realpathSync(dataDir); // a server always works in its folder
  if (isStranger) rmSync(pidFile(dataDir));
}

/** Only Linux tells, and only about one's own processes. */
function workingDirectory(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}
