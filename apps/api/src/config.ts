import { isIP } from 'node:net';
import path from 'node:path';
import { addressProblems } from './identity/account.rules.ts';

/** What the environment says, checked. `embedded` is set when Simpul runs its own PostgreSQL. */
export interface Config {
  port: number;
  host: string;
  publicUrl: string;
  /** Addresses and networks of proxies, whose word on the address of a client is taken. */
  trustedProxies: string[];
  dataDir: string;
  database: { serve: string; own: string } | null;
  seed: 'demo' | 'none';
  rateFactor: number;
  /** Whether a session may send documents that are not in the manifest. */
  trustedDocuments: 'all' | 'only';
  /** The manifest of the portal's documents; without it none is known by its digest. */
  documents: string | null;
  portalHandler: string | null;
  /** The mail server; without one, letters go into a folder beside the data. */
  smtpUrl: string | null;
  /** The sender of letters. */
  mailFrom: string;
  /** Whose Simpul it is, for the head of each page; empty for none. */
  place: string;
  /** Administrators that a start makes where they are not there yet. */
  adminEmails: string[];
  /** Where figures for a monitor are served, on this machine alone; null for nowhere. */
  metricsPort: number | null;
}

type Environment = Record<string, string | undefined>;

/** Reads the environment at once. Throws one error that lists every fault, so that one start shows them all. */
export function readConfig(env: Environment): Config {
  const faults: string[] = [];
  const port = wholeNumber(env, 'PORT', 3000, 0, 65_535, faults);
  const config: Config = {
    port,
    host: env.HOST || '127.0.0.1',
    publicUrl: webAddress(env, 'PUBLIC_URL', `http://localhost:${port}`, faults),
    trustedProxies: networks(env, 'SIMPUL_TRUSTED_PROXIES', faults),
    dataDir: path.resolve(env.SIMPUL_DATA || '.data'),
    database: databaseOf(env, faults),
    seed: oneOf(env, 'SIMPUL_SEED', ['demo', 'none'], faults),
    rateFactor: wholeNumber(env, 'SIMPUL_RATE_FACTOR', 1, 1, 100_000, faults),
    trustedDocuments: oneOf(env, 'TRUSTED_DOCUMENTS', ['all', 'only'], faults),
    documents: env.SIMPUL_DOCUMENTS || null,
    portalHandler: env.SIMPUL_PORTAL_HANDLER || null,
    smtpUrl: smtpAddress(env, faults),
    mailFrom: env.SIMPUL_MAIL_FROM || 'Simpul <simpul@localhost>',
    place: env.SIMPUL_PLACE || (env.SIMPUL_SEED === 'none' ? '' : 'Kota Kupang'),
    adminEmails: addresses(env, 'SIMPUL_ADMIN_EMAIL', faults),
    metricsPort: env.SIMPUL_METRICS_PORT
      ? wholeNumber(env, 'SIMPUL_METRICS_PORT', 0, 0, 65_535, faults)
      : null,
  };
  if (config.smtpUrl && !env.SIMPUL_MAIL_FROM)
    faults.push('SIMPUL_SMTP_URL needs SIMPUL_MAIL_FROM, the sender of letters');
  if (config.trustedDocuments === 'only' && !config.documents)
    faults.push('TRUSTED_DOCUMENTS=only needs SIMPUL_DOCUMENTS, the manifest of the documents');
  if (faults.length > 0)
    throw new Error(`The environment has ${faults.length} fault(s):\n- ${faults.join('\n- ')}`);
  return config;
}

function databaseOf(env: Environment, faults: string[]): Config['database'] {
  const { DATABASE_URL: serve, DATABASE_OWNER_URL: own } = env;
  if (!serve && !own) return null;
  if (serve && own) return { serve, own };
  faults.push(
    'DATABASE_URL (serving role) and DATABASE_OWNER_URL (migrating role) come together or not at all',
  );
  return null;
}

function wholeNumber(
  env: Environment,
  name: string,
  otherwise: number,
  min: number,
  max: number,
  faults: string[],
) {
  const value = env[name] ? Number(env[name]) : otherwise;
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  faults.push(`${name} must be a whole number from ${min} to ${max}`);
  return otherwise; // so that one fault does not cause another
}

function webAddress(env: Environment, name: string, otherwise: string, faults: string[]): string {
  const value = env[name] || otherwise;
  const protocol = URL.canParse(value) ? new URL(value).protocol : '';
  if (protocol !== 'http:' && protocol !== 'https:') faults.push(`${name} must be an http or https address`);
  return value.replace(/\/$/, '');
}

function smtpAddress(env: Environment, faults: string[]): string | null {
  const value = env.SIMPUL_SMTP_URL || null;
  const protocol = value && URL.canParse(value) ? new URL(value).protocol : '';
  if (value && !['smtp:', 'smtps:'].includes(protocol))
    faults.push('SIMPUL_SMTP_URL must be an smtp or smtps address');
  return value;
}

function addresses(env: Environment, name: string, faults: string[]): string[] {
  const listed = (env[name] ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  if (listed.some((one) => addressProblems(one).length > 0))
    faults.push(`${name} must be an e-mail address, or several with commas between them`);
  return listed;
}

/** Addresses and networks in CIDR notation. All the world (`/0`) is no proxy: anybody could claim any address. */
function networks(env: Environment, name: string, faults: string[]): string[] {
  const given = (env[name] ?? '').split(',').map((one) => one.trim());
  const named = given.filter((one) => one !== '');
  if (!named.every(isNetwork))
    faults.push(`${name} must be IP addresses or networks (10.0.0.0/8), separated by commas`);
  return named;
}

function isNetwork(text: string): boolean {
  const [address, prefix, ...more] = text.split('/');
  const bits = { 0: 0, 4: 32, 6: 128 }[isIP(address!)] ?? 0;
  if (more.length > 0) return false;
  return prefix === undefined
    ? bits > 0
    : /^\d{1,3}$/.test(prefix) && Number(prefix) >= 1 && Number(prefix) <= bits;
}

function oneOf<T extends string>(env: Environment, name: string, choices: [T, ...T[]], faults: string[]): T {
  const value = env[name] || choices[0];
  if (!choices.includes(value as T)) faults.push(`${name} must be one of: ${choices.join(', ')}`);
  return value as T;
}
