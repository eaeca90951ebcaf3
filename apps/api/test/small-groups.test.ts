import { afterAll, beforeAll, expect, test } from 'vitest';
import { who } from './actors.ts';
import { makeNeed } from './cast.ts';
import { startApp, type TestApp } from './harness.ts';

let app: TestApp;
beforeAll(async () => void (app = await startApp()));
afterAll(() => app[Symbol.asyncDispose]());

test('the priority of a need for four people, null outside, stands neither in its cursor nor in the order', async () => {
  const id = await makeNeed(app, 4, ['VERIFY', 'PUBLISH']);
  const list = '{ needs(first: 25) { edges { cursor node { id priority { score } } } } }';
  type Edge = { cursor: string; node: { id: string; priority: { score: string } | null } };
  const edgesFor = async (as: string | undefined): Promise<Edge[]> =>
    (await app.data(list, {}, { as })).needs.edges;
  const ofId = ({ node }: Edge) => node.id === id;
  const inside = (await edgesFor(who.secretariat)).find(ofId)!;
  const open = await edgesFor(undefined);
  const outside = open.find(ofId)!;
  expect(inside.node.priority!.score).toMatch(/^\d+\.\d$/);
  expect(outside.node.priority).toBeNull();
  expect(open.findLastIndex(({ node }) => node.priority)).toBeLessThan(open.findIndex(ofId));
  expect(Buffer.from(outside.cursor, 'base64url').toString()).not.toContain(inside.node.priority!.score);
});
