import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from './harness.ts';

/** A portal that says whom it takes the visitor for. */
const portalSource = `export const handler = (request, response) =>
  response.end(String(request.headers[process.env.ADDRESS_HEADER]));`;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'simpul-portal-'));
const portal = path.join(folder, 'handler.mjs');

let trusting: TestApp;
let alone: TestApp;
beforeAll(async () => {
  fs.writeFileSync(portal, portalSource);
  trusting = await startApp({ rateFactor: 1, trustedProxies: '127.0.0.1, 10.0.0.0/8', portal });
  alone = await startApp({ rateFactor: 1, portal });
});
afterAll(async () => {
  await trusting[Symbol.asyncDispose]();
  await alone[Symbol.asyncDispose]();
  fs.rmSync(folder, { recursive: true });
});

const through = (proxies: string) => ({ 'x-forwarded-for': proxies });

const remaining = async (app: TestApp, headers: Record<string, string>): Promise<number> =>
  (await app.ask('{ rateLimit { remaining } }', {}, { headers })).body.data.rateLimit.remaining;

async function wrongSignIns(app: TestApp, headers: Record<string, string>, times: number): Promise<number> {
  let status = 0;
  for (let i = 0; i < times; i++) {
    const body = { email: `orang${i}@uji.contoh`, password: 'salah' };
    ({ status } = await app.post('/auth/sign-in', body, headers));
  }
  return status;
}

const seenByPortal = async (app: TestApp, headers: Record<string, string>): Promise<string> =>
  (await fetch(`${app.url}/beranda`, { headers })).text();

test('the address that a trusted proxy names has a budget of its own', async () => {
  const first = await remaining(trusting, through('203.0.113.1'));
  expect(await remaining(trusting, through('203.0.113.1'))).toBeLessThan(first);
  expect(await remaining(trusting, through('203.0.113.2'))).toBe(first);
});

test('of several proxies the last stranger counts; what stands before it is only claimed', async () => {
  const first = await remaining(trusting, through('198.51.100.1, 203.0.113.3, 10.1.1.1'));
  expect(await remaining(trusting, through('198.51.100.2, 203.0.113.3, 10.2.2.2'))).toBeLessThan(first);
});

test('without a trusted proxy the header changes nothing', async () => {
  const first = await remaining(alone, through('203.0.113.1'));
  expect(await remaining(alone, through('203.0.113.2'))).toBeLessThan(first);
});

test('wrong passwords count against the address that a trusted proxy names, and against no other', async () => {
  expect(await wrongSignIns(trusting, through('203.0.113.7'), 40)).toBe(429);
  expect(await wrongSignIns(trusting, through('203.0.113.8'), 1)).toBe(401);
});

test('whoever makes up addresses cannot try more passwords', async () => {
  let status = 0;
  for (let i = 0; i < 40; i++) status = await wrongSignIns(alone, through(`203.0.113.${i}`), 1);
  expect(status).toBe(429);
});

test('the portal is told the same address, and never one that the visitor claims', async () => {
  const claimed = { 'x-simpul-address': '198.51.100.9' };
  expect(await seenByPortal(trusting, { ...claimed, ...through('203.0.113.5') })).toBe('203.0.113.5');
  expect(await seenByPortal(trusting, claimed)).toBe('127.0.0.1');
  expect(await seenByPortal(alone, { ...claimed, ...through('203.0.113.5') })).toBe('127.0.0.1');
});
