import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import net from 'node:net';
import { waitUntilReady } from './postmaster.ts';
import { commandLine, dyingWithParent, type Launcher } from './unprivileged.ts';

export interface ServerOptions {
  port: number;
  durable: boolean;
  log: string;
}

export interface Server {
  stop(): Promise<void>;
}

interface Exit {
  happened: boolean;
  reason: string;
  done: Promise<void>;
}

/** Starts the server of an initialised folder and waits until it takes connections. */
export async function startServer(
  dataDir: string,
  postgres: string,
  launcher: Launcher,
  options: ServerOptions,
): Promise<Server> {
  const log = openSync(options.log, 'a', 0o600);
  const logStart = fstatSync(log).size;
  const [command, args] = commandLine(dyingWithParent(launcher), postgres, serverArguments(dataDir, options));
  const child = spawn(command, args, {
    ...launcher.account,
    detached: true, // Ctrl-C must reach Node first, which then closes the database last
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const exit = watchExit(child);
  const ready = await waitUntilReady(dataDir, () => !exit.happened);
  if (!ready || ready.pid !== child.pid) {
    const said = readFileSync(options.log).subarray(logStart).toString();
    throw new Error(`PostgreSQL did not start in ${dataDir}. ${exit.reason}\n${said}`);
  }
  child.unref(); // the database alone is no reason for Node to stay
  return { stop: () => stopServer(child, exit) };
}

/** Nobody else takes the port in the moment between asking and using it, or almost nobody. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

function serverArguments(dataDir: string, { port, durable }: ServerOptions): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    // Statements and the details of errors carry personal data; a log is no place for it.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', dataDir, '-p', String(port), ...flags];
}

function watchExit(child: ChildProcess): Exit {
  const exit: Exit = { happened: false, reason: '', done: Promise.resolve() };
  const interrupt = () => child.kill('SIGINT');
  process.once('exit', interrupt); // for systems without a death signal
  exit.done = new Promise((resolve) => {
    const finish = (reason: string) => {
      process.off('exit', interrupt);
      Object.assign(exit, { happened: true, reason });
      resolve();
    };
    child.once('error', (error) => finish(error.message));
    child.once('exit', (code, signal) => finish(`It ended with ${signal ?? code}.`));
  });
  return exit;
}

async function stopServer(child: ChildProcess, exit: Exit): Promise<void> {
  if (exit.happened) return;
  child.ref();
  child.kill('SIGINT'); // "fast": ends the sessions, writes a checkpoint
  await exit.done;
}
