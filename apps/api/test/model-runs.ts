import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect } from 'vitest';
import { who } from './actors.ts';
import { completeContent, needAndCompetency, partnerId, submitted } from './deeds.ts';
import type { TestApp } from './harness.ts';
import { send } from './mutations.ts';
import { otherSecretariat } from './other-unit.ts';
import {
  actors,
  begun,
  deeds,
  judge,
  offers,
  sees,
  type Actor,
  type Deed,
  type Model,
} from './proposal-model.ts';
import { wordsOf, type Surroundings } from './standings.ts';

const accountOf: Record<Actor, string> = {
  owner: who.university,
  member: who.universityMember,
  secretariat: who.secretariat,
  reviewer1: who.reviewer1,
  reviewer2: who.reviewer2,
  approver: who.approver,
  stranger: who.ngo,
};

interface Ground extends Surroundings {
  needId: string;
  unitId: string;
  competencyId: string;
  partnerId: string;
  rubric: { key: string }[];
}

/** What was tried, by deed and state: taken, or refused to whom. */
export interface Trace {
  taken: Set<string>;
  refused: Set<string>;
  deeds: number;
}

/** The real proposal behind the model. */
class Real {
  readonly app: TestApp;
  readonly ground: Ground;
  readonly trace: Trace;
  id = '';
  version = 1;
  digest = 'belum ada';

  constructor(app: TestApp, ground: Ground, trace: Trace) {
    this.app = app;
    this.ground = ground;
    this.trace = trace;
  }

  async begin(linked: boolean): Promise<void> {
    const { needId, competencyId, partnerId: partner } = this.ground;
    const { unitId: orgUnitId } = this.ground;
    const initiativeReason = 'Kebutuhan ini kami lihat sendiri di lapangan.';
    const { proposal } = await this.app.mutate(
      'proposalCreate',
      {
        partnerId: partner,
        needs: linked ? [{ needId }] : [],
        content: completeContent(competencyId),
        ...(!linked && { orgUnitId, initiativeReason }),
      },
      { as: who.university },
    );
    this.id = proposal.id;
    this.version = proposal.version;
  }

  async attempt(actor: Actor, deed: Deed): Promise<string[]> {
    const at = { id: this.id, expectedVersion: this.version };
    if (deed === 'EDIT') {
      const content = { summary: `Dua sesi praktik, dengan contoh dari loket. ${randomUUID()}` };
      return this.#send(actor, 'proposalUpdate', { ...at, content });
    }
    if (deed === 'LINK') {
      return this.#send(actor, 'proposalLinkNeeds', { ...at, needs: [{ needId: this.ground.needId }] });
    }
    if (deed === 'REVIEW' || deed === 'ABSTAIN') {
      const isJudging = deed === 'REVIEW';
      const scores = isJudging ? this.ground.rubric.map(({ key }) => ({ criterion: key, score: 3 })) : [];
      const verdict = isJudging ? 'APPROVE' : 'ABSTAIN';
      return this.#send(actor, 'reviewSubmit', { proposalId: this.id, digest: this.digest, verdict, scores });
    }
    const more = wordsOf(deed, this.digest, this.ground);
    return this.#send(actor, 'proposalTransition', { ...at, action: deed, ...more });
  }

  /** The codes of what speaks against it, whether the graph says so or the deed. */
  async #send(actor: Actor, name: string, input: Record<string, unknown>): Promise<string[]> {
    const { body } = await send(this.app, name, input, { as: accountOf[actor] });
    if (body.errors)
      return body.errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code);
    return body.data[name].errors.map(({ code }: { code: string }) => code);
  }

  /** As this actor sees it; null when not at all. */
  async look(actor: Actor) {
    const query = `query ($id: ID!) { proposal(by: { id: $id }) {
      state version viewerActions currentRevision { digest } } }`;
    const { proposal } = await this.app.data(query, { id: this.id }, { as: accountOf[actor] });
    return proposal as null | {
      state: string;
      version: number;
      viewerActions: string[];
      currentRevision: { digest: string } | null;
    };
  }
}

const inAlphabet = (names: readonly string[]) => [...names].sort();

/** One deed of one actor: what the model says comes of it, comes of it. */
class Step implements fc.AsyncCommand<{ now: Model }, Real> {
  readonly #choose: (model: Model) => [Actor, Deed];
  #done = '';

  constructor(choose: (model: Model) => [Actor, Deed]) {
    this.#choose = choose;
  }

  check(): boolean {
    return true;
  }

  async run(model: { now: Model }, real: Real): Promise<void> {
    const [actor, deed] = this.#choose(model.now);
    this.#done = `${actor}: ${deed}`;
    const { state } = model.now;
    const verdict = judge(model.now, actor, deed);
    const codes = await real.attempt(actor, deed);
    real.trace.deeds += 1;
    if ('then' in verdict) {
      expect(codes, `${this.#done} at ${state}`).toEqual([]);
      model.now = verdict.then;
      real.trace.taken.add(`${deed} ${state}`);
    } else {
      expect(codes.length, `${this.#done} at ${state} is refused`).toBeGreaterThan(0);
      if (verdict.refused) expect(codes, `${this.#done} at ${state}`).toEqual([verdict.refused]);
      real.trace.refused.add(`${actor} ${deed} ${state}`);
    }
    await this.#compare(model.now, real, actor);
  }

  async #compare(model: Model, real: Real, actor: Actor): Promise<void> {
    const own = (await real.look('owner'))!;
    expect(own.state, this.#done).toBe(model.state);
    real.version = own.version;
    real.digest = own.currentRevision?.digest ?? real.digest;
    const seen = actor === 'owner' ? own : await real.look(actor);
    expect(seen === null, `${actor} sees it after ${this.#done}`).toBe(!sees(model, actor));
    if (seen) expect(inAlphabet(seen.viewerActions)).toEqual(inAlphabet(offers(model, actor)));
  }

  toString(): string {
    return this.#done || 'not begun';
  }
}

/** Something that the model allows now: blind tries alone would hardly ever come far. */
function onwards(model: Model, chance: number): [Actor, Deed] {
  const possible = actors.flatMap((actor) =>
    deeds.filter((deed) => 'then' in judge(model, actor, deed)).map((deed): [Actor, Deed] => [actor, deed]),
  );
  return possible.length > 0 ? possible[chance % possible.length]! : ['owner', 'SUBMIT'];
}

/** The next deed on the way to a decision and beyond: chance alone hardly ever brings two reviews in a row. */
function towardsDecision(model: Model, chance: number): [Actor, Deed] {
  const { state, edited, judged, recommended, linked } = model;
  const decision: Deed = chance % 3 === 0 && state === 'IN_REVIEW' ? 'WAITLIST' : 'APPROVE';
  if (state === 'DRAFT') return ['owner', 'SUBMIT'];
  if (state === 'SUBMITTED') return ['secretariat', 'START_REVIEW'];
  if (state === 'CHANGES_REQUESTED') return ['member', edited ? 'RESUBMIT' : 'EDIT'];
  if (state === 'APPROVED') return ['owner', 'CONFIRM'];
  if (state !== 'IN_REVIEW' && state !== 'WAITLISTED') return onwards(model, chance);
  if (!linked) return ['secretariat', 'LINK'];
  if (recommended) return ['approver', decision];
  const missing = (['reviewer1', 'reviewer2'] as const).find((one) => !judged.includes(one));
  return missing ? [missing, 'REVIEW'] : ['reviewer1', 'RECOMMEND'];
}

const steps = [
  fc.nat(1000).map((chance) => new Step((model) => towardsDecision(model, chance))),
  fc.nat(1000).map((chance) => new Step((model) => towardsDecision(model, chance))),
  fc.nat(1000).map((chance) => new Step((model) => onwards(model, chance))),
  fc
    .tuple(fc.constantFrom(...actors), fc.constantFrom(...deeds))
    .map(([actor, deed]) => new Step(() => [actor, deed])),
];

/** So many lives of a proposal, each a row of deeds, on the real API and on the model side by side. */
export async function runModel(app: TestApp, runs: number, seed: number, longest: number): Promise<Trace> {
  for (const email of Object.values(who)) await app.cookie(email);
  const { needId, unitId, competencyId } = await needAndCompetency(app);
  const ground: Ground = {
    needId: needId!,
    unitId: unitId!,
    competencyId: competencyId!,
    partnerId: await partnerId(app),
    rubric: (await app.data('{ rubric { key } }')).rubric,
    targetId: (await submitted(app, who.ngo)).id,
    otherUnitId: await otherSecretariat(app, who.asn),
  };
  const trace: Trace = { taken: new Set(), refused: new Set(), deeds: 0 };
  const life = fc.asyncProperty(
    fc.boolean(),
    fc.commands(steps, { maxCommands: longest, size: '+1' }),
    async (linked, row) => {
      const setup = async () => {
        const real = new Real(app, ground, trace);
        await real.begin(linked);
        return { model: { now: begun(linked) }, real };
      };
      await fc.asyncModelRun(setup, row);
    },
  );
  await fc.assert(life, { numRuns: runs, seed, endOnFailure: true });
  return trace;
}
