import { spawn, type ChildProcess } from 'node:child_process';
import net from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Addresses } from '../src/platform/database/prepare.ts';
import { Client } from './harness.ts';

const api = fileURLToPath(new URL('..', import.meta.url));

export interface Launch {
  /** `src/main.ts`, as an operator runs it, unless the test needs another beginning. */
  entry?: string;
  /** The one that it had before, so that its clients find it again. */
  port?: number;
}

/** A Simpul in a process of its own, which can be killed. */
export class SimpulProcess implements AsyncDisposable {
  readonly child: ChildProcess;
  readonly port: number;
  readonly client: Client;
  /** How it ended; null as long as it lives. */
  end: { code: number | null; signal: NodeJS.Signals | null } | null = null;
  readonly ended: Promise<void>;
  said = '';

  private constructor(child: ChildProcess, port: number) {
    this.child = child;
    this.port = port;
    this.client = new Client(`http://127.0.0.1:${port}`);
    this.ended = new Promise((resolve) =>
      child.once('close', (code, signal) => {
        this.end = { code, signal };
        resolve();
      }),
    );
    // The last of it is enough to see what went wrong.
    const keep = (chunk: Buffer) => (this.said = (this.said + chunk.toString()).slice(-20_000));
    child.stdout!.on('data', keep);
    child.stderr!.on('data', keep);
  }

  /** Starts one on a prepared database, and waits until it serves. */
  static async start({ serve, own }: Addresses, launch: Launch = {}): Promise<SimpulProcess> {
    const { entry = 'src/main.ts', port = await freePort() } = launch;
    const child = spawn(process.execPath, ['--conditions=source', '--import=tsx', entry], {
      cwd: api,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        ...process.env,
        TSX_TSCONFIG_PATH: 'tsconfig.json',
        NODE_ENV: 'production',
        PORT: String(port),
        PUBLIC_URL: 'http://localhost',
        SIMPUL_SEED: 'none',
        SIMPUL_RATE_FACTOR: '100000',
        DATABASE_URL: serve,
        DATABASE_OWNER_URL: own,
      },
    });
    const simpul = new SimpulProcess(child, port);
    await simpul.ready();
    return simpul;
  }

  async ready(): Promise<void> {
    for (;;) {
      if (this.end) throw new Error(`It ended before it served: ${this.said}`);
      const answer = await fetch(`${this.client.url}/readyz`).catch(() => null);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Ends at once, without a chance to finish anything. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  async [Symbol.asyncDispose]() {
    if (!this.end) this.child.kill('SIGTERM');
    await this.ended;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
