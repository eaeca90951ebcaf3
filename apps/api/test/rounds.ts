import { expect } from 'vitest';
import { decodeId } from '../src/platform/database/ids.ts';
import { who } from './actors.ts';
import { recommended, type Handle } from './deeds.ts';
import { until, type Client, type TestApp } from './harness.ts';

export const uuidOf = (id: string) => decodeId('prp', id)!;

export const attempt = (
  app: Client,
  proposal: Handle,
  as: string,
  action: string,
  more: Record<string, unknown> = {},
) =>
  app.mutate(
    'proposalTransition',
    { id: proposal.id, expectedVersion: proposal.version, action, ...more },
    { as },
  );

async function count(app: TestApp, text: string): Promise<number> {
  const [row] = await app.copy.sql<{ n: string }>(`select count(*) as n from ${text}`);
  return Number(row!.n);
}

/** On a busy machine some find no connection in time: they are told to come again, and have done nothing. */
function turnedAway(error: Error): { errors: { code: string }[] } {
  if (error.message.includes('RATE_LIMITED')) return { errors: [{ code: 'RATE_LIMITED' }] };
  throw error;
}

/** Lets many approvals of one proposal run at once, through one process or several, and looks at what they left. */
export async function approveAtOnce(
  app: TestApp,
  many: number,
  doors: readonly Client[] = [app],
): Promise<void> {
  const proposal = await recommended(app);
  const uuid = uuidOf(proposal.id);
  const tries = Array.from({ length: many }, (_, index) =>
    attempt(doors[index % doors.length]!, proposal, who.approver, 'APPROVE', {
      digest: proposal.digest,
    }).catch(turnedAway),
  );
  const payloads = await Promise.all(tries);
  const refusals = payloads.flatMap(({ errors }) => errors.map(({ code }: { code: string }) => code));
  expect(payloads.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
  const second = ['STATE_CONFLICT', 'VERSION_CONFLICT', 'RATE_LIMITED'];
  expect(refusals.filter((code) => !second.includes(code))).toEqual([]);

  const ofThis = `'${uuid}' and data->'payload'->>'action' = 'APPROVE'`;
  const notices = `notice where kind = 'approve' and proposal_id = '${uuid}'`;
  await until(async () => (await count(app, notices)) >= 2);
  expect({
    transitions: await count(app, `transition where proposal_id = '${uuid}' and action = 'APPROVE'`),
    audits: await count(
      app,
      `audit.audit_entry where subject = '${proposal.id}' and facts->>'action' = 'APPROVE'`,
    ),
    events: await count(app, `pgboss.job where data->'payload'->>'proposalId' = ${ofThis}`),
    notices: await count(app, notices),
  }).toEqual({ transitions: 1, audits: 1, events: 1, notices: 2 });
}

/** The approver approves while the partner withdraws: one of them comes second. */
export async function approveBesideWithdraw(app: TestApp, other: Client = app): Promise<void> {
  const proposal = await recommended(app);
  const [approved, withdrawn] = await Promise.all([
    attempt(app, proposal, who.approver, 'APPROVE', { digest: proposal.digest }),
    attempt(other, proposal, who.university, 'WITHDRAW', { reason: 'Narasumber berhalangan.' }),
  ]);
  expect([approved, withdrawn].filter(({ errors }) => errors.length === 0)).toHaveLength(1);
  const [row] = await app.copy.sql<{ state: string; decided: boolean }>(
    `select state, decision_id is not null as decided from proposal where id = '${uuidOf(proposal.id)}'`,
  );
  const isApproved = approved.errors.length === 0;
  expect(row).toEqual({ state: isApproved ? 'APPROVED' : 'WITHDRAWN', decided: isApproved });
}
