import { error, type RequestEvent } from '@sveltejs/kit';
import { m } from '@simpul/words/messages';
import { graph } from '#lib/graph/graph.ts';
import {
  NeedCoverageDocument,
  NeedStatesDocument,
  ProposalStatesDocument,
  WaitingProposalsDocument,
} from '#lib/graph/generated/graphql.ts';
import type { CoverageRow } from './coverage.ts';
import type { Reading, Unit } from './figure.ts';
import type { NeedStateRow } from './needs.ts';
import type { StateRow } from './states.ts';
import type { WaitingRow } from './waiting.ts';

export async function readStates(event: RequestEvent, unit: Unit): Promise<Reading<StateRow>> {
  const { dashboard } = await graph(event, ProposalStatesDocument, { unit: unit.id });
  const { asOf, proposalsByState: rows } = dashboard ?? forbidden();
  return { asOf, rows };
}

export async function readWaiting(event: RequestEvent, unit: Unit): Promise<Reading<WaitingRow>> {
  const answer = await graph(event, WaitingProposalsDocument, { unit: unit.id });
  const { asOf } = answer.dashboard ?? forbidden();
  const count = (list: { totalCount: number } | null) => list?.totalCount ?? 0;
  return {
    asOf,
    rows: [
      { place: 'SECRETARIAT', count: count(answer.secretariat) },
      { place: 'REVIEWER', count: count(answer.reviewer) },
      { place: 'APPROVER', count: count(answer.approver) },
      { place: 'PARTNER', count: count(answer.partner) },
    ],
  };
}

export async function readNeeds(event: RequestEvent, unit: Unit): Promise<Reading<NeedStateRow>> {
  const { dashboard } = await graph(event, NeedStatesDocument, { unit: unit.id });
  const { asOf, needsByState: rows } = dashboard ?? forbidden();
  return { asOf, rows };
}

export async function readCoverage(event: RequestEvent, unit: Unit): Promise<Reading<CoverageRow>> {
  const { dashboard } = await graph(event, NeedCoverageDocument, { unit: unit.id });
  const { asOf, needCoverage } = dashboard ?? forbidden();
  const rows = needCoverage.flatMap(({ need, headcount: people, seats }) =>
    need ? [{ ...need, people, seats }] : [],
  );
  return { asOf, rows };
}

const forbidden = (): never => error(403, m.error_forbidden());
