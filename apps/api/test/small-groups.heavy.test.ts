import { afterAll, beforeAll, expect, test } from 'vitest';
import { who } from './actors.ts';
import { makeNeed } from './cast.ts';
import { startApp, type TestApp } from './harness.ts';

let app: TestApp;
beforeAll(async () => void (app = await startApp()));
afterAll(() => app[Symbol.asyncDispose]());

test('the priority of a need for four people, null outside, does not stand in its cursor either', async () => {
  const id = await makeNeed(app, 4, ['VERIFY', 'PUBLISH']);
  const list = '{ needs(first: 25) { edges { cursor node { id priority { score } } } } }';
  type Edge = { cursor: string; node: { id: string; priority: { score: string } | null } };
  const edgeFor = async (as: string | undefined): Promise<Edge> => {
    const { needs } = await app.data(list, {}, { as });
    return needs.edges.find(({ node }: Edge) => node.id === id);
  };
  const inside = await edgeFor(who.secretariat);
  const outside = await edgeFor(undefined);
  expect(inside.node.priority!.score).toMatch(/^\d+\.\d$/);
  expect(outside.node.priority).toBeNull();
  expect(Buffer.from(outside.cursor, 'base64url').toString()).not.toContain(inside.node.priority!.score);
});
