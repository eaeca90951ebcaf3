import { dayOf } from '../platform/clock.ts';
import { encodeId } from '../platform/database/ids.ts';
import { rowsOf } from '../platform/database/tables.ts';
import type { Work } from '../platform/database/unit-of-work.ts';
import { createNeed, transitionNeed } from '../needs/need.commands.ts';
import { createProposal, updateProposal, type LinkInput } from '../proposals/draft.commands.ts';
import type { ContentChange } from '../proposals/draft.rules.ts';
import { linkNeeds } from '../proposals/linking.commands.ts';
import { submitReview } from '../proposals/reviewing.commands.ts';
import type { ProposalTables } from '../proposals/tables.queries.ts';
import { transitionProposal } from '../proposals/transition.commands.ts';
import { needOwner, needs } from './data/needs.ts';
import { rubric } from './data/rubric.ts';
import { stories, type ContentSeed, type NeedLinkSeed, type Step, type StorySeed } from './data/stories.ts';
import type { Ground } from './ground.ts';
import type { People } from './people.ts';
import { daysBefore, Stage } from './stage.ts';

const SECRETARIAT = 'sekretariat@alak.contoh';

/** Replays needs and proposals through the real commands, so that every state of the demo has its true history. */
export async function replay(work: Work, ground: Ground, people: People): Promise<void> {
  const cast = new Cast(work, ground, people);
  for (const need of needs) await cast.makeNeed(need);
  const beginnings = stories.map((story) => ({ at: story.createdDaysAgo, run: () => cast.begin(story) }));
  const steps = stories.flatMap((story) =>
    story.steps.map((step) => ({ at: step.daysAgo, run: () => cast.take(story, step) })),
  );
  const inOrder = [...beginnings, ...steps].sort((a, b) => b.at - a.at);
  for (const { run } of inOrder) await run();
}

class Cast {
  readonly #work: Work;
  readonly #stage: Stage;
  readonly #ground: Ground;
  readonly #people: People;
  readonly #needs = new Map<number, string>();
  readonly #proposals = new Map<number, string>();

  constructor(work: Work, ground: Ground, people: People) {
    this.#work = work;
    this.#stage = new Stage(work);
    this.#ground = ground;
    this.#people = people;
  }

  async makeNeed({
    number,
    path,
    createdDaysAgo,
    duties,
    dueInDays,
    indicator,
    ...need
  }: (typeof needs)[number]) {
    const by = this.#people.accounts.get(SECRETARIAT)!;
    const made = daysBefore(this.#work.now, createdDaysAgo);
    const input = {
      orgUnitId: encodeId('unt', this.#ground.units.get(needOwner)!),
      title: need.title,
      rationale: need.rationale,
      source: need.source,
      competencyId: this.#competency(need.competency),
      targetLevel: need.targetLevel,
      forUnitIds: need.forUnits.map((code) => encodeId('unt', this.#ground.units.get(code)!)),
      dutyIds: duties.map(({ post, duty }) => encodeId('dty', this.#ground.duties.get(post)![duty]!)),
      headcount: need.headcount,
      dueOn: dueInDays === null ? null : this.#day(dueInDays),
      indicator: indicator ?? null,
    };
    const id = encodeId('ned', await this.#stage.act(by, made, 'needCreate', input, createNeed));
    this.#needs.set(number, id);
    for (const [index, action] of path.entries()) {
      const at = daysBefore(this.#work.now, createdDaysAgo - 2 * (index + 1));
      const move = { id, action, expectedVersion: index + 1 };
      await this.#stage.act(by, at, 'needTransition', move, transitionNeed);
    }
  }

  async begin(story: StorySeed): Promise<void> {
    const input = {
      partnerId: encodeId('ptn', this.#people.partners.get(story.partner)!),
      orgUnitId: story.unit ? encodeId('unt', this.#ground.units.get(story.unit)!) : null,
      needs: this.#links(story.needs),
      initiativeReason: story.initiativeReason ?? null,
      content: this.#content(story.content),
    };
    const at = daysBefore(this.#work.now, story.createdDaysAgo);
    const id = await this.#stage.act(this.#account(story.by), at, 'proposalCreate', input, createProposal);
    this.#proposals.set(story.number, id);
  }

  async take(story: StorySeed, step: Step): Promise<void> {
    const by = this.#account(step.by);
    const at = daysBefore(this.#work.now, step.daysAgo);
    const proposal = await this.#now(this.#proposals.get(story.number)!);
    const { id, expectedVersion, digest } = proposal;
    if (step.deed === 'edit') {
      const change = { id, expectedVersion, content: this.#content(step.content) };
      await this.#stage.act(by, at, 'proposalUpdate', change, updateProposal);
    } else if (step.deed === 'link') {
      const links = { id, expectedVersion, needs: this.#links(step.needs) };
      await this.#stage.act(by, at, 'proposalLinkNeeds', links, linkNeeds);
    } else if (step.deed === 'review') {
      const scores = step.scores.map((score, index) => ({ criterion: rubric[index]!.key, score }));
      const review = { proposalId: id, digest, verdict: step.verdict, scores, note: step.note ?? null };
      await this.#stage.act(by, at, 'reviewSubmit', review, submitReview);
    } else {
      const { action, reason, reasonCode, outcome, mergeInto } = step;
      const judges = action === 'RECOMMEND' || action === 'APPROVE' || action === 'WAITLIST';
      const mergeIntoId = mergeInto ? encodeId('prp', this.#proposals.get(mergeInto)!) : null;
      const move = { id, expectedVersion, action, reason, reasonCode, outcome, mergeIntoId };
      const input = { ...move, digest: judges ? digest : null };
      await this.#stage.act(by, at, 'proposalTransition', input, transitionProposal);
    }
  }

  /** A proposal as it stands at this point of the replay. */
  async #now(uuid: string): Promise<{ id: string; expectedVersion: number; digest: string }> {
    const row = await rowsOf<ProposalTables>(this.#work.em)
      .selectFrom('proposal')
      .leftJoin('proposal_revision', 'proposal_revision.id', 'proposal.current_revision_id')
      .select(['proposal.version', 'proposal_revision.digest'])
      .where('proposal.id', '=', uuid)
      .executeTakeFirstOrThrow();
    return { id: encodeId('prp', uuid), expectedVersion: row.version, digest: row.digest ?? '' };
  }

  #content({ preferredInDays, outcomes, budget, ...content }: Partial<ContentSeed>): ContentChange {
    return {
      ...content,
      ...(preferredInDays && {
        preferredFrom: this.#day(preferredInDays[0]),
        preferredUntil: this.#day(preferredInDays[1]),
      }),
      ...(outcomes && {
        outcomes: outcomes.map(({ competency, ...outcome }) => ({
          ...outcome,
          competencyId: this.#competency(competency),
        })),
      }),
      ...(budget && {
        budget: budget.map(({ unitPrice, ...line }) => ({
          ...line,
          unitPrice: { amount: unitPrice, currencyCode: 'IDR' },
        })),
      }),
    };
  }

  #links(links: NeedLinkSeed[]): LinkInput[] {
    return links.map(({ need, strength, note }) => ({
      needId: this.#needs.get(need)!,
      strength,
      note: note ?? null,
    }));
  }

  #account = (email: string): string => this.#people.accounts.get(email)!;
  #competency = (code: string): string => encodeId('cmp', this.#ground.competencies.get(code)!);
  #day = (inDays: number): string => dayOf(daysBefore(this.#work.now, -inDays));
}
