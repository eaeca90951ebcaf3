import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { viewerOf } from '../src/identity/identify.commands.ts';
import { systemClock } from '../src/platform/clock.ts';
import { asHouse, inTransaction } from '../src/platform/database/unit-of-work.ts';
import { perform } from '../src/platform/journal/deed.ts';
import type { Problem } from '../src/platform/problem.rules.ts';
import { transitionProposal } from '../src/proposals/transition.commands.ts';
import {
  legalMoves,
  nextState,
  proposalActions,
  proposalMoves,
  type Doer,
  type ProposalAction,
  type ReturnState,
} from '../src/proposals/transition.rules.ts';
import { rooms } from '../src/rooms.ts';
import { who } from './actors.ts';
import { cloned } from './clone.ts';
import { submitted, type Handle } from './deeds.ts';
import { fingerprint, settled } from './fingerprint.ts';
import { startApp, type TestApp } from './harness.ts';
import { otherSecretariat } from './other-unit.ts';
import { isThe, standings, uuidOf, wordsOf, type Standing, type Surroundings } from './standings.ts';

let app: TestApp;
let around: Surroundings;
beforeAll(async () => {
  app = await startApp();
  const otherUnitId = await otherSecretariat(app, who.asn);
  around = { targetId: (await submitted(app, who.ngo)).id, otherUnitId };
  for (const email of Object.values(who)) await app.cookie(email);
});
afterAll(() => app[Symbol.asyncDispose]());

const actors = Object.values(who).filter((email) => email !== who.reviewer2);
const ways: Record<Doer, readonly string[]> = {
  MEMBER: [who.university, who.universityMember],
  OWNER: [who.university],
  SECRETARIAT: [who.secretariat],
  REVIEWER: [who.reviewer1],
  APPROVER: [who.approver],
  NOBODY_YET: [],
};

/** Who may see a proposal of the university that Kecamatan Alak has received. */
function sees(email: string, { state, isAssigned }: Standing): boolean {
  if (ways.MEMBER.includes(email)) return true;
  if (email === who.reviewer1) return isAssigned === true;
  const oversees: string[] = [who.secretariat, who.approver, who.hr];
  return state !== 'DRAFT' && oversees.includes(email);
}

const hasWay = (email: string, action: ProposalAction) =>
  proposalMoves[action].by.some((doer) => ways[doer].includes(email));

/** What must be in before the action, by design.md; a reviewer judged in every standing that is recommended. */
const wantsRecommendation: ProposalAction[] = ['RECOMMEND', 'APPROVE', 'WAITLIST'];

function codeOf(email: string, action: ProposalAction, standing: Standing): string | null {
  if (!sees(email, standing)) return 'NOT_FOUND';
  if (!hasWay(email, action)) return 'NOT_PERMITTED';
  if (!proposalMoves[action].from.includes(standing.state)) return 'STATE_CONFLICT';
  return wantsRecommendation.includes(action) && !standing.isRecommended ? 'STATE_CONFLICT' : null;
}

const permitted = (email: string, standing: Standing) =>
  proposalActions.filter((action) => codeOf(email, action, standing) === null);

const inputOf = (proposal: Handle, action: ProposalAction) => ({
  id: proposal.id,
  expectedVersion: proposal.version,
  action,
  ...wordsOf(action, proposal.digest, around),
});

const ask = (email: string, proposal: Handle, action: ProposalAction) =>
  app.mutate('proposalTransition', inputOf(proposal, action), { as: email });

async function actionsOf(email: string, proposal: Handle): Promise<string[] | null> {
  const query = 'query ($id: ID!) { proposal(by: { id: $id }) { viewerActions } }';
  const data = await app.data(query, { id: proposal.id }, { as: email });
  return data.proposal?.viewerActions ?? null;
}

const inAlphabet = (names: readonly string[] | null) => names && [...names].sort();
const taken = new Set<string>();

/** All attempts of one actor in one transaction, each in a savepoint of its own, as the graph would make them. */
async function attemptAll(email: string, proposal: Handle, actions: readonly ProposalAction[]) {
  const { orm, jobs } = app.simpul;
  const [account] = await app.copy.sql<{ id: string }>(`select id from account where email = '${email}'`);
  const viewer = await asHouse(orm, systemClock, (work) => viewerOf(work, account!.id, rooms));
  return inTransaction({ orm, clock: systemClock, viewer, readOnly: false }, async (work) => {
    const answers: [ProposalAction, Problem[]][] = [];
    for (const action of actions) {
      const input = { ...inputOf(proposal, action), idempotencyKey: randomUUID() };
      const outcome = await perform(
        { ...work, outbox: jobs },
        'proposalTransition',
        input,
        transitionProposal,
      );
      answers.push([action, 'refused' in outcome ? outcome.refused : []]);
    }
    return answers;
  });
}

describe.each(standings)('a proposal that is $name', (standing) => {
  let proposal: Handle;
  beforeAll(async () => {
    proposal = await standing.make(app, around);
    await settled(app.copy);
  });

  test('offers each actor what is theirs to do, and nothing to those who may not see it', async () => {
    for (const email of actors) {
      const wanted = sees(email, standing) ? permitted(email, standing) : null;
      expect([email, inAlphabet(await actionsOf(email, proposal))]).toEqual([email, inAlphabet(wanted)]);
    }
  });

  test('refuses every actor everything else, with its reason, and nothing is written', async () => {
    const before = await fingerprint(app.copy);
    for (const email of actors) {
      const denied = proposalActions.filter((action) => codeOf(email, action, standing) !== null);
      for (const [action, problems] of await attemptAll(email, proposal, denied)) {
        const codes = problems.map(({ code }) => code);
        expect([email, action, codes]).toEqual([email, action, [codeOf(email, action, standing)]]);
        if (codes[0] !== 'STATE_CONFLICT') continue;
        expect(problems[0]!.currentState).toBe(standing.state);
        expect(problems[0]!.allowed).toEqual(permitted(email, standing));
      }
    }
    expect(await fingerprint(app.copy)).toEqual(before);
  });

  test('says so through the graph: each action, asked for by another actor in turn', async () => {
    const before = await fingerprint(app.copy);
    const turn = standings.indexOf(standing);
    for (const [index, action] of proposalActions.entries()) {
      const others = actors.filter((email) => codeOf(email, action, standing) !== null);
      const email = others[(index + turn) % others.length]!;
      const code = codeOf(email, action, standing);
      const { proposal: answered, errors } = await ask(email, proposal, action);
      expect([email, action, answered, errors.length, errors[0].code]).toEqual([
        email,
        action,
        null,
        1,
        code,
      ]);
    }
    expect(await fingerprint(app.copy)).toEqual(before);
  });

  test('takes each permitted move, by each who may', async () => {
    for (const email of actors) {
      for (const action of permitted(email, standing)) {
        const twin = await cloned(app.copy, proposal);
        const { errors } = await ask(email, twin, action);
        expect([email, action, errors]).toEqual([email, action, []]);
        const to = nextState(action, standing.state, (standing.goesBackTo as ReturnState) ?? null);
        const version = proposalMoves[action].internal ? twin.version : twin.version + 1;
        const [row] = await app.copy.sql(`select state, version from proposal where ${isThe(twin)}`);
        expect([email, action, row]).toEqual([email, action, { state: to, version }]);
        const [last] = await app.copy.sql(`
          select action, from_state as from, to_state as to from transition
          where proposal_id = '${uuidOf(twin.id)}' order by seq desc limit 1`);
        expect(last).toEqual({ action, from: standing.state, to });
        taken.add(`${action}: ${standing.state} → ${to}`);
      }
    }
  });
});

test('every legal move was taken, but those that wait for programmes', () => {
  const wanted = legalMoves.filter(({ action }) => !['SCHEDULE', 'COMPLETE'].includes(action));
  expect([...taken].sort()).toEqual(
    wanted.map(({ action, from, to }) => `${action}: ${from} → ${to}`).sort(),
  );
});
