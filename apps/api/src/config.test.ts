import path from 'node:path';
import { expect, test } from 'vitest';
import { readConfig, type Config } from './config.ts';

const defaults: Config = {
  port: 3000,
  host: '127.0.0.1',
  publicUrl: 'http://localhost:3000',
  trustedProxies: [],
  dataDir: path.resolve('.data'),
  database: null,
  seed: 'demo',
  rateFactor: 1,
  trustedDocuments: 'all',
  documents: null,
  portalHandler: null,
  smtpUrl: null,
  mailFrom: 'Simpul <simpul@localhost>',
  place: 'Kota Kupang',
  adminEmails: [],
  metricsPort: null,
};

/** The faults that an environment has, one a line. */
function faultsOf(env: Record<string, string>): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n- ');
  }
}

test('an empty environment is the demo on this machine', () => {
  expect(readConfig({})).toEqual(defaults);
});

test('a variable that is empty counts as left out', () => {
  const names = ['PORT', 'HOST', 'PUBLIC_URL', 'SIMPUL_DATA', 'DATABASE_URL', 'DATABASE_OWNER_URL'];
  const more = [
    'SIMPUL_TRUSTED_PROXIES',
    'SIMPUL_SEED',
    'SIMPUL_RATE_FACTOR',
    'TRUSTED_DOCUMENTS',
    'SIMPUL_DOCUMENTS',
    'SIMPUL_PORTAL_HANDLER',
    'SIMPUL_SMTP_URL',
    'SIMPUL_MAIL_FROM',
    'SIMPUL_PLACE',
    'SIMPUL_ADMIN_EMAIL',
    'SIMPUL_METRICS_PORT',
  ];
  expect(readConfig(Object.fromEntries([...names, ...more].map((name) => [name, ''])))).toEqual(defaults);
});

test('every setting can be set', () => {
  const config = readConfig({
    PORT: '8080',
    HOST: '0.0.0.0',
    PUBLIC_URL: 'https://simpul.example/',
    SIMPUL_TRUSTED_PROXIES: '10.0.0.7, fd00::/8,192.168.0.0/16',
    SIMPUL_DATA: '/srv/simpul',
    DATABASE_URL: 'postgres://api@db/simpul',
    DATABASE_OWNER_URL: 'postgres://owner@db/simpul',
    SIMPUL_SEED: 'none',
    SIMPUL_RATE_FACTOR: '50',
    TRUSTED_DOCUMENTS: 'only',
    SIMPUL_DOCUMENTS: '/srv/portal/documents.json',
    SIMPUL_PORTAL_HANDLER: '/srv/portal/handler.js',
    SIMPUL_METRICS_PORT: '9464',
    SIMPUL_SMTP_URL: 'smtps://simpul:rahasia@surat.example',
    SIMPUL_MAIL_FROM: 'Simpul <simpul@simpul.example>',
    SIMPUL_PLACE: 'Kota Contoh',
    SIMPUL_ADMIN_EMAIL: 'satu@simpul.example',
  });
  expect(config).toEqual({
    port: 8080,
    host: '0.0.0.0',
    publicUrl: 'https://simpul.example',
    trustedProxies: ['10.0.0.7', 'fd00::/8', '192.168.0.0/16'],
    dataDir: '/srv/simpul',
    database: { serve: 'postgres://api@db/simpul', own: 'postgres://owner@db/simpul' },
    seed: 'none',
    rateFactor: 50,
    trustedDocuments: 'only',
    documents: '/srv/portal/documents.json',
    portalHandler: '/srv/portal/handler.js',
    metricsPort: 9464,
    smtpUrl: 'smtps://simpul:rahasia@surat.example',
    mailFrom: 'Simpul <simpul@simpul.example>',
    place: 'Kota Contoh',
    adminEmails: ['satu@simpul.example'],
  });
});

test('trusted documents alone want their manifest', () => {
  expect(faultsOf({ TRUSTED_DOCUMENTS: 'only' })).toHaveLength(2);
});

test('the public address follows the port', () => {
  expect(readConfig({ PORT: '4100' }).publicUrl).toBe('http://localhost:4100');
});

test('port 0 means any that is free', () => {
  expect(readConfig({ PORT: '0' }).port).toBe(0);
});

test('all faults are told at once', () => {
  const env = {
    PORT: '70000',
    PUBLIC_URL: 'ftp://simpul.example',
    DATABASE_URL: 'postgres://api@db/simpul',
    SIMPUL_SEED: 'everything',
    SIMPUL_RATE_FACTOR: '0',
    TRUSTED_DOCUMENTS: 'some',
  };
  expect(faultsOf(env)).toEqual([
    'The environment has 6 fault(s):',
    'PORT must be a whole number from 0 to 65535',
    'PUBLIC_URL must be an http or https address',
    'DATABASE_URL (serving role) and DATABASE_OWNER_URL (migrating role) come together or not at all',
    'SIMPUL_SEED must be one of: demo, none',
    'SIMPUL_RATE_FACTOR must be a whole number from 1 to 100000',
    'TRUSTED_DOCUMENTS must be one of: all, only',
  ]);
});

test.each(['-1', '65536', '80.5', 'http', '0x', 'NaN', 'Infinity', '3000;'])('PORT=%s is no port', (PORT) => {
  expect(faultsOf({ PORT })).toEqual([
    'The environment has 1 fault(s):',
    'PORT must be a whole number from 0 to 65535',
  ]);
});

test.each(['localhost:3000', 'simpul.example', '//simpul.example', 'file:///etc', 'javascript:0'])(
  'PUBLIC_URL=%s is no address of the web',
  (PUBLIC_URL) => {
    expect(faultsOf({ PUBLIC_URL })).toEqual([
      'The environment has 1 fault(s):',
      'PUBLIC_URL must be an http or https address',
    ]);
  },
);

test.each([
  'proxy',
  '10.0.0.7/33',
  '0.0.0.0/0',
  '::/0',
  '10.0.0.0/8/8',
  '10.0.0.7/',
  '10.0.0.7;10.0.0.8',
  'loopback',
])('SIMPUL_TRUSTED_PROXIES=%s is no address of a proxy', (SIMPUL_TRUSTED_PROXIES) => {
  expect(faultsOf({ SIMPUL_TRUSTED_PROXIES })).toEqual([
    'The environment has 1 fault(s):',
    'SIMPUL_TRUSTED_PROXIES must be IP addresses or networks (10.0.0.0/8), separated by commas',
  ]);
});

test('one of the two addresses of the database alone is a fault, whichever it is', () => {
  const fault =
    'DATABASE_URL (serving role) and DATABASE_OWNER_URL (migrating role) come together or not at all';
  for (const name of ['DATABASE_URL', 'DATABASE_OWNER_URL']) {
    expect(faultsOf({ [name]: 'postgres://db/simpul' })).toEqual(['The environment has 1 fault(s):', fault]);
  }
});

test('a fault does not repeat what was given: it may be a password', () => {
  const secret = 'RAHASIA-123';
  const env = {
    PORT: secret,
    PUBLIC_URL: secret,
    SIMPUL_TRUSTED_PROXIES: secret,
    DATABASE_URL: `postgres://simpul:${secret}@db/simpul`,
    SIMPUL_SEED: secret,
    SIMPUL_RATE_FACTOR: secret,
    TRUSTED_DOCUMENTS: secret,
    SIMPUL_METRICS_PORT: secret,
  };
  expect(faultsOf(env)).toHaveLength(9);
  expect(faultsOf(env).join()).not.toContain(secret);
});

test('administrators are listed with commas between them', () => {
  const { adminEmails } = readConfig({ SIMPUL_ADMIN_EMAIL: 'satu@kota.contoh, dua@kota.contoh' });
  expect(adminEmails).toEqual(['satu@kota.contoh', 'dua@kota.contoh']);
  expect(faultsOf({ SIMPUL_ADMIN_EMAIL: 'satu@kota.contoh, dua' })).toHaveLength(2);
});

test('a mail server needs a sender, and an address of its own kind', () => {
  const server = {
    SIMPUL_SMTP_URL: 'smtps://simpul:rahasia@surat.contoh',
    SIMPUL_MAIL_FROM: 'simpul@kota.contoh',
  };
  expect(readConfig(server).smtpUrl).toBe(server.SIMPUL_SMTP_URL);
  expect(faultsOf({ SIMPUL_SMTP_URL: server.SIMPUL_SMTP_URL })).toHaveLength(2);
  expect(faultsOf({ ...server, SIMPUL_SMTP_URL: 'https://surat.contoh' })).toHaveLength(2);
});
