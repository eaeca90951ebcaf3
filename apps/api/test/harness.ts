import { randomBytes, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { MikroORM } from '@mikro-orm/postgresql';
import { inject } from 'vitest';
import { readConfig } from '../src/config.ts';
import { entities } from '../src/entities.ts';
import { migrations } from '../src/migrations/index.ts';
import { systemClock, type Clock } from '../src/platform/clock.ts';
import { prepareDatabase, type Addresses } from '../src/platform/database/prepare.ts';
import { silentLog, type Log } from '../src/platform/http/log.ts';
import { startServing, timedJobs, type Simpul } from '../src/start.ts';

export const PASSWORD = 'simpul-demo';

/** A copy of the planted database, behind the walls and without. Dropped when its scope ends. */
export interface Copy extends AsyncDisposable {
  addresses: Addresses;
  /** Runs SQL as the superuser, whom no row policy binds. */
  sql: <Row = Record<string, unknown>>(text: string) => Promise<Row[]>;
}

const withDatabase = (url: string, database: string) =>
  Object.assign(new URL(url), { pathname: `/${database}` }).href;

const asSuperuser = (database: string) =>
  MikroORM.init({
    clientUrl: withDatabase(inject('superuser'), database),
    entities: [],
    discovery: { warnWhenNoEntities: false },
    pool: { min: 0, max: 2 },
  });

/** A database with the tables and nothing in them. */
export async function emptyDatabase(): Promise<Copy> {
  const copy = await freshDatabase('template0');
  await prepareDatabase(copy.addresses, entities, migrations, timedJobs);
  return copy;
}

export async function freshDatabase(from = 'simpul'): Promise<Copy> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  const admin = await asSuperuser('postgres');
  await admin.em.fork().execute(`create database ${name} template ${from} owner simpul_owner`);
  const behind = await asSuperuser(name);
  const template = inject('template');
  return {
    addresses: { serve: withDatabase(template.serve, name), own: withDatabase(template.own, name) },
    sql: <Row>(text: string) => behind.em.fork().execute<Row[]>(text),
    async [Symbol.asyncDispose]() {
      await behind.close(true);
      await admin.em.fork().execute(`drop database ${name} with (force)`);
      await admin.close(true);
    },
  };
}

export interface Answer {
  status: number;
  headers: Headers;
  // Answers are as various as questions; tests look into them freely.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
  /** What stands beside the answer; its cost changes from one request to the next. */
  extensions: { cost?: Record<string, unknown> } | undefined;
}

export interface Asking {
  /** Signs in as this account (once for each test app). */
  as?: string;
  token?: string;
  headers?: Record<string, string>;
}

/** Speaks to a Simpul over HTTP. */
export class Client {
  readonly url: string;
  readonly #cookies = new Map<string, Promise<string>>();

  constructor(url: string) {
    this.url = url;
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return fetch(this.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: text,
    });
  }

  cookie(email: string): Promise<string> {
    let cookie = this.#cookies.get(email);
    if (!cookie) this.#cookies.set(email, (cookie = this.#signIn(email)));
    return cookie;
  }

  async #signIn(email: string): Promise<string> {
    const response = await this.post('/auth/sign-in', { email, password: PASSWORD });
    if (response.status !== 204) throw new Error(`${email} could not sign in: ${await response.text()}`);
    return response.headers.getSetCookie()[0]!.split(';')[0]!;
  }

  async ask(query: string, variables: Record<string, unknown> = {}, asking: Asking = {}): Promise<Answer> {
    const headers: Record<string, string> = { ...asking.headers };
    if (asking.as) headers.cookie = await this.cookie(asking.as);
    if (asking.token) headers.authorization = `Bearer ${asking.token}`;
    const response = await this.post('/graphql', { query, variables }, headers);
    const { extensions, ...body } = (await response.json()) as Record<string, unknown>;
    return { status: response.status, headers: response.headers, body, extensions: extensions as never };
  }

  /** The data of an answer without top-level errors. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  async data(query: string, variables: Record<string, unknown> = {}, asking: Asking = {}): Promise<any> {
    const { body } = await this.ask(query, variables, asking);
    if (body.errors) throw new Error(JSON.stringify(body.errors));
    return body.data;
  }

  /** One mutation with `input`, answered with its payload; the key is made unless it is given. */
  async mutate(name: string, input: Record<string, unknown>, asking: Asking, selection = payloadOf[name]!) {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
    const query = `mutation M($input: ${type}) { ${name}(input: $input) { ${selection} ${errorFields} } }`;
    const data = await this.data(query, { input: { idempotencyKey: randomUUID(), ...input } }, asking);
    return data[name];
  }
}

/** A running Simpul on a copy. */
export class TestApp extends Client implements AsyncDisposable {
  readonly simpul: Simpul;
  readonly copy: Copy;
  /** Where its letters lie. */
  readonly letters: string;

  constructor(simpul: Simpul, copy: Copy, dataDir: string) {
    super(`http://127.0.0.1:${simpul.port}`);
    this.simpul = simpul;
    this.copy = copy;
    this.letters = path.join(dataDir, 'kotak-keluar');
  }

  async [Symbol.asyncDispose]() {
    await this.simpul.stop();
    await this.copy[Symbol.asyncDispose]();
    fs.rmSync(this.letters, { recursive: true, force: true });
  }
}

export const errorFields = `errors { __typename code message path
  ... on VersionConflictError { currentVersion } ... on StateConflictError { currentState allowed } }`;

const proposalFields = `proposal { id code version state updatedAt waitingFor dueOn title viewerActions
  currentRevision { digest number } }`;

const payloadOf: Record<string, string> = {
  needCreate: 'need { id code version state viewerActions }',
  needTransition: 'need { id code version state viewerActions }',
  proposalCreate: proposalFields,
  proposalUpdate: proposalFields,
  proposalTransition: proposalFields,
  proposalLinkNeeds: proposalFields,
  reviewSubmit: 'review { id version total verdict }',
  tokenCreate: 'token { id label scopes } secret',
  tokenRevoke: 'token { id revokedAt } secret',
  noticeRead: 'notice { id readAt }',
  ...Object.fromEntries(
    ['accountCreate', 'accountSendLink', 'accountClose', 'accountReopen'].map((name) => [
      name,
      'account { id email state viewerActions }',
    ]),
  ),
  accountPrintCode: 'account { id state } code endsAt',
  asnPrintCode: 'asnProfile { id } code endsAt',
  roleGrant: 'role { id role pending viewerActions orgUnit { name } }',
  roleConfirm: 'role { id pending viewerActions }',
  roleEnd: 'role { id until viewerActions }',
};

interface Start {
  /** A database other than a copy of the planted one. */
  copy?: Copy;
  adminEmails?: string[];
  clock?: Clock;
  log?: Log;
  /** Of budgets: large, unless the test is about them. */
  rateFactor?: number;
  /** A manifest of trusted documents, and whether sessions may send no others. */
  documents?: string;
  trustedOnly?: boolean;
  /** Proxies whose word on the client's address counts, and the file of a portal. */
  trustedProxies?: string;
  portal?: string;
  publicUrl?: string;
  /** Serves figures for a monitor at any free port. */
  metrics?: boolean;
}

export async function startApp({
  copy,
  adminEmails = [],
  clock = systemClock,
  log = silentLog,
  rateFactor = 1000,
  documents = '',
  trustedOnly = false,
  trustedProxies = '',
  portal = '',
  publicUrl = 'http://localhost',
  metrics = false,
}: Start = {}) {
  copy ??= await freshDatabase();
  const config = readConfig({
    PORT: '0',
    SIMPUL_SEED: 'none',
    PUBLIC_URL: publicUrl,
    SIMPUL_RATE_FACTOR: String(rateFactor),
    SIMPUL_DOCUMENTS: documents,
    SIMPUL_ADMIN_EMAIL: adminEmails.join(','),
    SIMPUL_DATA: path.join(os.tmpdir(), `simpul-data-${randomUUID()}`),
    SIMPUL_TRUSTED_PROXIES: trustedProxies,
    SIMPUL_PORTAL_HANDLER: portal,
    SIMPUL_METRICS_PORT: metrics ? '0' : '',
    ...(trustedOnly && { TRUSTED_DOCUMENTS: 'only' }),
  });
  const simpul = await startServing(config, copy.addresses, log, clock);
  return new TestApp(simpul, copy, config.dataDir);
}

/** Waits until something is so; jobs run beside the request that caused them. */
export async function until<T>(
  look: () => Promise<T | undefined | false>,
  milliseconds = 10_000,
): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`not so after ${milliseconds} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
