import path from 'node:path';
import { findBinaries } from './binaries.ts';
import { initialise, isInitialised, readPassword, SUPERUSER } from './data-directory.ts';
import { findRunning } from './postmaster.ts';
import { freePort, startServer } from './server.ts';
import { chooseLauncher } from './unprivileged.ts';

export interface PostgresOptions {
  /** A free one by default. A server that already runs keeps its own. */
  port?: number;
  /** What was committed survives a power cut. Only tests do without. */
  durable?: boolean;
  /** Where the server writes its log; beside the data by default. */
  log?: string;
}

export interface RunningPostgres {
  port: number;
  /** The superuser's address, unless another user is named. */
  url(database: string, user?: string, password?: string): string;
  /** Another process started it, and it ends with that one. */
  reused: boolean;
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on a folder, or joins the server that already runs there. Makes the folder when it is new.
 * Works as root and as anyone else; the server dies with this process, however that ends.
 */
export async function startPostgres(
  dataDir: string,
  options: PostgresOptions = {},
): Promise<RunningPostgres> {
  const directory = path.resolve(dataDir);
  const running = await join(directory);
  if (running) return running;
  try {
    return await start(directory, options);
  } catch (error) {
    const winner = await join(directory); // another process may have started it in the same moment
    if (winner) return winner;
    throw error;
  }
}

/** Whether a server runs on this folder now, whoever started it. */
export const isRunning = async (dataDir: string): Promise<boolean> =>
  (await findRunning(path.resolve(dataDir))) !== undefined;

async function join(dataDir: string): Promise<RunningPostgres | undefined> {
  const postmaster = await findRunning(dataDir);
  if (!postmaster) return undefined;
  const { port } = postmaster;
  return { port, url: addressBook(port, readPassword(dataDir)), reused: true, stop: async () => {} };
}

async function start(dataDir: string, options: PostgresOptions): Promise<RunningPostgres> {
  const { durable = true, log = `${dataDir}.log` } = options;
  const binaries = await findBinaries();
  const launcher = chooseLauncher();
  if (!isInitialised(dataDir)) initialise(dataDir, binaries.initdb, launcher, durable);
  const password = readPassword(dataDir);
  const port = options.port ?? (await freePort());
  const server = await startServer(dataDir, binaries.postgres, launcher, { port, durable, log });
  return { port, url: addressBook(port, password), reused: false, stop: server.stop };
}

function addressBook(port: number, superuserPassword: string): RunningPostgres['url'] {
  return (database, user = SUPERUSER, password = user === SUPERUSER ? superuserPassword : undefined) => {
    const secret = password === undefined ? '' : `:${encodeURIComponent(password)}`;
    return `postgres://${encodeURIComponent(user)}${secret}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
  };
}
