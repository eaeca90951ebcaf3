import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

const here = path.join(import.meta.dirname, '..');

export interface OwnServer extends AsyncDisposable {
  url: string;
  /** What it said on its way up, the ready line included. */
  said: string[];
}

/** Starts the built product beside the one of the demo, with a folder and an environment of its own. */
export async function startOwnServer(port: number, env: Record<string, string>): Promise<OwnServer> {
  const data = mkdtempSync(path.join(os.tmpdir(), 'simpul-e2e-own-'));
  const child = spawn(process.execPath, [path.join(here, '../api/dist/main.js')], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: 'production',
      PORT: String(port),
      SIMPUL_DATA: data,
      SIMPUL_RATE_FACTOR: '1000',
      SIMPUL_PORTAL_HANDLER: path.join(here, 'build/handler.js'),
      SIMPUL_DOCUMENTS: path.join(here, 'src/lib/graph/generated/persisted-documents.json'),
      TRUSTED_DOCUMENTS: 'only',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const said: string[] = [];
  const ready = new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => said.push(line));
    child.once('exit', () => reject(new Error(`it ended before it was ready: ${said.join('\n')}`)));
    const look = setInterval(() => {
      if (!said.some((line) => line.startsWith('Simpul siap'))) return;
      clearInterval(look);
      resolve();
    }, 50);
  });
  await ready;
  return {
    url: `http://localhost:${port}`,
    said,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}
