import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { who } from './actors.ts';
import { startApp, type TestApp } from './harness.ts';

const known = 'query Siapa { viewer { account { displayName } } }';
const unit = 'query Unit { needs(first: 1) { nodes { orgUnit { id } } } }';
const make = 'mutation Buat($input: TokenCreateInput!) { tokenCreate(input: $input) { secret } }';
const other = '{ figures { positions } }';
const idOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'simpul-documents-'));
const manifest = path.join(folder, 'documents.json');
const write = (...texts: string[]) =>
  fs.writeFileSync(manifest, JSON.stringify(Object.fromEntries(texts.map((text) => [idOf(text), text]))));

let app: TestApp;
beforeAll(async () => {
  write(known, unit, make);
  app = await startApp({ documents: manifest, trustedOnly: true });
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  fs.rmSync(folder, { recursive: true });
});

async function send(body: object, headers: Record<string, string> = {}) {
  const response = await app.post('/graphql', body, headers);
  return { status: response.status, ...((await response.json()) as { data?: unknown; errors?: unknown }) };
}

interface Data {
  data: { needs?: { nodes: { orgUnit: { id: string } }[] }; tokenCreate?: { secret: string } };
}

const refused = (status: number, code: string) => ({ status, errors: [{ extensions: { code } }] });

test('a session is answered by the digest of a document that was checked', async () => {
  const cookie = await app.cookie(who.university);
  expect(await send({ documentId: idOf(known) }, { cookie })).toMatchObject({
    status: 200,
    data: { viewer: { account: { displayName: expect.any(String) } } },
  });
});

test('a session may send no text, not even that of a document that was checked', async () => {
  const cookie = await app.cookie(who.university);
  for (const query of [known, other]) {
    expect(await send({ query }, { cookie })).toMatchObject(refused(403, 'DOCUMENT_NOT_TRUSTED'));
  }
});

test('a digest that nobody checked is refused, whoever sends it', async () => {
  const cookie = await app.cookie(who.university);
  for (const documentId of [idOf(other), 'sha256:', '', '__proto__']) {
    expect(await send({ documentId }, { cookie })).toMatchObject(refused(400, 'DOCUMENT_NOT_TRUSTED'));
    expect(await send({ documentId })).toMatchObject(refused(400, 'DOCUMENT_NOT_TRUSTED'));
  }
});

test('text and digest together are no operation', async () => {
  expect(await send({ query: other, documentId: idOf(known) })).toMatchObject(refused(400, 'BAD_USER_INPUT'));
});

test('programs with a token, and anybody for what is public, may send any text', async () => {
  const cookie = await app.cookie(who.secretariat);
  const { data: found } = (await send({ documentId: idOf(unit) }, { cookie })) as Data;
  const input = {
    idempotencyKey: randomUUID(),
    label: 'Uji',
    scopes: ['NEED_READ'],
    orgUnitId: found.needs!.nodes[0]!.orgUnit.id,
    expiresOn: new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10),
  };
  const { data: made } = (await send({ documentId: idOf(make), variables: { input } }, { cookie })) as Data;
  const authorization = `Bearer ${made.tokenCreate!.secret}`;
  expect(await send({ query: other }, { authorization })).toMatchObject({ status: 200 });
  expect(await send({ query: other })).toMatchObject({ status: 200 });
});

test('a manifest that was written anew is read anew', async () => {
  write(known, other);
  fs.utimesSync(manifest, new Date(), new Date(Date.now() + 5000));
  expect(await send({ documentId: idOf(other) })).toMatchObject({ status: 200 });
});
