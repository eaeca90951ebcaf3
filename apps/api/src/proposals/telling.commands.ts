import { load } from '../platform/database/loader.ts';
import { rowsOf } from '../platform/database/tables.ts';
import type { Work } from '../platform/database/unit-of-work.ts';
import type { PostedEvent } from '../platform/journal/outbox.ts';
import { holdersOf } from '../identity/account.queries.ts';
import { notify } from '../identity/notice.commands.ts';
import type { Role } from '../identity/role.rules.ts';
import { unitAndAbove } from '../organisation/unit.queries.ts';
import { proposalById, type ProposalRow } from './proposal.queries.ts';
import type { ProposalTables } from './tables.queries.ts';
import { circlesOf, type Circle } from './telling.rules.ts';

/** Makes the notices of a move: for the one whose turn it is, and for the partner. Runs as the house, in a job. */
export async function tellOfMove(work: Work, event: PostedEvent<'proposal.moved'>): Promise<void> {
  const { proposalId, action, from, to } = event.payload;
  const proposal = await load(work, proposalById, proposalId);
  if (!proposal) return;
  for (const circle of circlesOf(action, from, to)) {
    const accounts = await members(work, proposal, circle);
    await notify(
      work,
      accounts.map((accountId) => ({
        eventId: event.id,
        accountId,
        kind: action.toLowerCase(),
        reason: circle.toLowerCase(),
        values: { code: proposal.code },
        proposalId: circle === 'TARGET_MEMBERS' ? proposal.mergedIntoId : proposal.id,
      })),
    );
  }
}

const roleOf = { SECRETARIAT: 'SECRETARIAT', APPROVERS: 'APPROVER' } satisfies Partial<Record<Circle, Role>>;

async function members(work: Work, proposal: ProposalRow, circle: Circle): Promise<string[]> {
  if (circle === 'PARTNER_MEMBERS') return partnerMembers(work, proposal.partnerId);
  if (circle === 'TARGET_MEMBERS') {
    const target = await load(work, proposalById, proposal.mergedIntoId);
    return target ? partnerMembers(work, target.partnerId) : [];
  }
  if (circle === 'REVIEWERS') return assigned(work, proposal.id);
  const above = (await load(work, unitAndAbove, proposal.orgUnitId)) ?? [];
  const holders = await holdersOf(work, [roleOf[circle]], above);
  return [...new Set(holders.map(({ accountId }) => accountId))];
}

async function partnerMembers({ em }: Work, partnerId: string): Promise<string[]> {
  const rows = rowsOf<ProposalTables>(em)
    .selectFrom('partner_membership')
    .select('account_id')
    .where('partner_id', '=', partnerId);
  return (await rows.execute()).map((row) => row.account_id);
}

async function assigned({ em }: Work, proposalId: string): Promise<string[]> {
  const rows = rowsOf<ProposalTables>(em)
    .selectFrom('review_assignment')
    .select('account_id')
    .where('proposal_id', '=', proposalId);
  return (await rows.execute()).map((row) => row.account_id);
}
