import { afterAll, beforeAll, expect, test } from 'vitest';
import { who } from './actors.ts';
import { makeNeed } from './cast.ts';
import { completeContent, needAndCompetency, partnerId } from './deeds.ts';
import { startApp, type TestApp } from './harness.ts';

let app: TestApp;
let needId: string;
let competencyId: string;
beforeAll(async () => {
  app = await startApp();
  needId = await makeNeed(app, 12, ['VERIFY', 'PUBLISH']);
  competencyId = (await needAndCompetency(app)).competencyId!;
});
afterAll(() => app[Symbol.asyncDispose]());

const as = { as: who.university };

async function begin() {
  const input = {
    partnerId: await partnerId(app),
    needs: [{ needId }],
    content: completeContent(competencyId),
  };
  return app.mutate('proposalCreate', input, as);
}

test('a need that closes meanwhile stops the sending of a draft, not its writing, nor another link', async () => {
  const { proposal } = await begin();
  const closing = {
    id: needId,
    expectedVersion: 3,
    action: 'CLOSE',
    reason: 'Sudah dijawab pelatihan lain.',
  };
  expect((await app.mutate('needTransition', closing, { as: who.secretariat })).errors).toEqual([]);

  const change = { id: proposal.id, expectedVersion: proposal.version, needs: [{ needId, note: 'Tetap' }] };
  const saved = await app.mutate('proposalUpdate', change, as);
  expect(saved.errors).toEqual([]);

  const sending = { id: proposal.id, expectedVersion: saved.proposal.version, action: 'SUBMIT' };
  const { errors } = await app.mutate('proposalTransition', sending, as);
  expect(errors).toMatchObject([{ code: 'STATE_CONFLICT', path: ['input', 'needs', '0', 'needId'] }]);

  const { needId: open } = await needAndCompetency(app);
  const instead = { id: proposal.id, expectedVersion: saved.proposal.version, needs: [{ needId: open }] };
  const mended = await app.mutate('proposalUpdate', instead, as);
  const again = { ...sending, expectedVersion: mended.proposal.version };
  expect((await app.mutate('proposalTransition', again, as)).errors).toEqual([]);
});

test('a closed need cannot be linked anew', async () => {
  const { proposal, errors } = await begin();
  expect(proposal).toBeNull();
  expect(errors).toMatchObject([{ code: 'STATE_CONFLICT', path: ['input', 'needs', '0', 'needId'] }]);
});
