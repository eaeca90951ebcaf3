// A Simpul that ends itself, as by a power cut, at a point that it is told; `crashes.ts` starts it as a process.
import type { PostgreSqlConnection } from '@mikro-orm/postgresql';
import { readConfig } from '../src/config.ts';
import { makeLog } from '../src/platform/http/log.ts';
import type { EventHandler } from '../src/platform/room.ts';
import { rooms } from '../src/rooms.ts';
import { startSimpul } from '../src/start.ts';
import type { Point } from './crashes.ts';

let next: Point | null = null;
process.on('message', (point: Point) => (next = point));

function dieAt(point: Point): void {
  if (next === point) process.kill(process.pid, 'SIGKILL');
}

for (const { handlers = {} } of rooms) {
  for (const [name, handle] of Object.entries(handlers) as [string, EventHandler][]) {
    const mortal: EventHandler = async (work, event) => {
      dieAt('between event and handler');
      await handle(work, event);
      dieAt('inside a handler');
    };
    Object.assign(handlers, { [name]: mortal });
  }
}

const simpul = await startSimpul(readConfig(process.env), makeLog());

type Query = (...args: unknown[]) => Promise<unknown>;
type PoolClient = { query: Query };

const writes = /insert into "?(proposal|transition)"?/i;

/** Watches the commits of those transactions that leave a proposal or a move. */
function watch(client: PoolClient): void {
  const query = client.query.bind(client);
  let isDeed = false;
  client.query = async (...args) => {
    const [asked] = args as [string | { text: string }];
    const text = typeof asked === 'string' ? asked : asked.text;
    if (/^(begin|start transaction)/i.test(text)) isDeed = false;
    isDeed ||= writes.test(text);
    const isCommit = isDeed && /^commit/i.test(text);
    if (isCommit) dieAt('before the commit');
    const result = await query(...args);
    if (isCommit) dieAt('after the commit, before the answer');
    return result;
  };
}

const watched = new WeakSet<PoolClient>();
const pool = await (simpul.orm.em.getConnection() as PostgreSqlConnection).getNativeClient();
pool.on('acquire', (client) => {
  if (!watched.has(client as PoolClient)) watch(client as PoolClient);
  watched.add(client as PoolClient);
});

process.on('SIGTERM', () => void simpul.stop().then(() => process.exit(0)));
