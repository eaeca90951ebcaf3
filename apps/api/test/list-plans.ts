import { expect } from 'vitest';
import { who } from './actors.ts';
import { needAndCompetency, partnerId, submitted, type Handle } from './deeds.ts';
import { startApp, type TestApp } from './harness.ts';
import { plantMany } from './many-proposals.ts';
import { oneOfEach } from './many-rows.ts';
import { otherSecretariat } from './other-unit.ts';
import { Plans } from './plans.ts';

/** Tables that grow with the years; the framework, units and partners are small and may be read whole. */
const growing = [
  'decision',
  'need',
  'need_coverage',
  'need_unit',
  'notice',
  'proposal',
  'proposal_draft',
  'proposal_need',
  'proposal_revision',
  'recommendation',
  'review',
  'review_assignment',
  'review_round',
  'transition',
];

interface Question {
  name: string;
  as: string | undefined;
  query: string;
  variables: Record<string, unknown>;
}

/**
 * Searches are left out: `ilike` may look at a row only after the row policy has let it through (it is not leakproof),
 * so that no index can answer it. `docs/figures.md` says so.
 */
const directions = ['ASC', 'DESC'] as const;
const proposalReaders = [who.university, who.secretariat, who.reviewer1, who.approver, who.hr];
const needReaders = [undefined, who.university, who.secretariat, who.hr];

const proposals = `query ($filter: ProposalFilter, $orderBy: ProposalOrder, $after: String) {
  proposals(first: 25, after: $after, filter: $filter, orderBy: $orderBy) {
    nodes { code title state waitingFor desk dueOn reviewsIn reviewsRequired partner { name }
      needLinks { need { code } } } pageInfo { endCursor } } }`;
const needs = `query ($filter: NeedFilter, $orderBy: NeedOrder, $after: String) {
  needs(first: 25, after: $after, filter: $filter, orderBy: $orderBy) {
    nodes { code title state dueOn headcount competency { name } priority { score }
      coverage { proposals } orgUnit { name } } pageInfo { endCursor } } }`;

async function questions(app: TestApp): Promise<Question[]> {
  const { needId, unitId, competencyId } = await needAndCompetency(app);
  const mine = await partnerId(app);
  const proposalFilters = [
    {},
    { state: ['SUBMITTED'] },
    { partner: [mine] },
    { state: ['DRAFT'], partner: [mine] },
    { waitingFor: ['GOVERNMENT'] },
    { waitsForMe: true },
    { waitsForMe: false },
    { orgUnit: [unitId] },
    { need: [needId] },
    { desk: ['REVIEWER'] },
    { desk: ['APPROVER'] },
    { updatedAt: { from: new Date(Date.now() - 86_400_000).toISOString() } },
  ];
  const needFilters = [
    {},
    { state: ['PUBLISHED'] },
    { state: ['DRAFT', 'VERIFIED'] },
    { source: ['UNIT_DEMAND'] },
    { competency: [competencyId] },
    { orgUnit: [unitId] },
  ];
  const each = (
    query: string,
    readers: readonly (string | undefined)[],
    filters: object[],
    fields: string[],
  ) =>
    readers.flatMap((as) =>
      filters.flatMap((filter) =>
        fields.flatMap((field) =>
          directions.map((direction) => ({
            name: `${as ?? 'nobody'} ${JSON.stringify(filter)} by ${field} ${direction}`,
            as,
            query,
            variables: { filter, orderBy: { field, direction } },
          })),
        ),
      ),
    );
  return [
    ...each(proposals, proposalReaders, proposalFilters, ['UPDATED_AT', 'CODE', 'SUBMITTED_AT', 'DUE_ON']),
    ...each(needs, needReaders, needFilters, ['PRIORITY', 'DUE_ON', 'UPDATED_AT']),
  ];
}

export interface Judged {
  questions: number;
  statements: number;
  /** Statements that read a growing table whole. */
  whole: string[];
}

/** Every list by every filter and order, its first page and the next, on a city's worth of rows. */
export async function judgePlans(
  howManyProposals: number,
  howManyNeeds: number,
  everyNth = 1,
): Promise<Judged> {
  await using app = await startApp({ rateFactor: 100_000 });
  const around = {
    targetId: (await submitted(app, who.ngo)).id,
    otherUnitId: await otherSecretariat(app, who.asn),
  };
  const originals: Handle[] = await oneOfEach(app, around);
  for (const email of Object.values(who)) await app.cookie(email);
  const all = (await questions(app)).filter((_, index) => index % everyNth === 0);
  await plantMany(app.copy, originals, howManyProposals, howManyNeeds);
  const plans = await Plans.of(app);
  const found = new Set<string>();
  let statements = 0;
  for (const { name, as, query, variables } of all) {
    let after: string | null = null;
    for (let page = 0; page < 2; page++) {
      const planned = await plans.of(async () => {
        const { body } = await app.ask(query, { ...variables, after }, { as });
        expect(body.errors, name).toBeUndefined();
        after = (body.data.proposals ?? body.data.needs).pageInfo.endCursor;
      });
      statements += planned.length;
      for (const { sql, readWhole } of planned)
        for (const table of readWhole) if (growing.includes(table)) found.add(`${name}: ${table} in ${sql}`);
      if (after === null) break;
    }
  }
  return { questions: all.length, statements, whole: [...found] };
}
