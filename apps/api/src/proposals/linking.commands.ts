import { LockMode } from '@mikro-orm/postgresql';
import { decodeId } from '../platform/database/ids.ts';
import { load } from '../platform/database/loader.ts';
import { rowsOf } from '../platform/database/tables.ts';
import { audit } from '../platform/journal/audit.ts';
import { refused, type Deed, type Outcome } from '../platform/journal/deed.ts';
import {
  notFound,
  notPermitted,
  problem,
  problemOfAll,
  stateConflict,
  versionConflict,
  type Problem,
} from '../platform/problem.rules.ts';
import { needById } from '../needs/need.queries.ts';
import { linkProblems } from './content-limits.rules.ts';
import type { NeedLink } from './content.rules.ts';
import { recountCoverage } from './coverage.commands.ts';
import type { LinkInput } from './draft.commands.ts';
import { changedLinks } from './draft.rules.ts';
import { ProposalSchema } from './proposal.entity.ts';
import { linksOfProposal, proposalById } from './proposal.queries.ts';
import { stanceOf } from './stance.queries.ts';
import { mayLinkNeeds, possibleActions } from './stance.rules.ts';
import type { ProposalTables } from './tables.queries.ts';

declare module '../platform/journal/audit.ts' {
  interface AuditedActions {
    'proposal.linkNeeds': { needs: string[] };
  }
}

export interface NewLinks {
  id: string;
  expectedVersion: number;
  needs: LinkInput[];
}

/** Replaces the government's links, never the partner's. */
export async function linkNeeds(deed: Deed, input: NewLinks): Promise<Outcome> {
  const { em, now } = deed;
  const id = decodeId('prp', input.id);
  const proposal = id
    ? await em.findOne(ProposalSchema, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE })
    : null;
  const row = await load(deed, proposalById, id);
  if (!id || !proposal || !row) return refused(notFound('id'));
  const stance = await stanceOf(deed, row);
  if (!stance.isSecretariat && !stance.isApprover) return refused(notPermitted());
  if (stance.isMember) return refused(problemOfAll('CONFLICT_OF_INTEREST', 'conflict_of_interest'));
  if (!mayLinkNeeds(stance)) return refused(stateConflict(row.state, possibleActions(stance)));
  if (proposal.version !== input.expectedVersion) return refused(versionConflict(proposal.version));
  const links = changedLinks(input.needs);
  const problems = [...linkProblems(links), ...(await closedNeedProblems(deed, links))];
  if (problems.length > 0) return refused(...problems);

  const before = (await linksOfProposal(deed, [id]))[0] ?? [];
  await replaceLinks(deed, id, true, links);
  proposal.updatedAt = now;
  await em.flush();
  const after = links.map(({ needId }) => decodeId('ned', needId)!);
  await recountCoverage(deed, [...before.map(({ needId }) => needId), ...after]);
  await audit(deed, 'proposal.linkNeeds', input.id, { needs: links.map(({ needId }) => needId) });
  return { id };
}

async function closedNeedProblems(deed: Deed, links: readonly NeedLink[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const [index, { needId }] of links.entries()) {
    const need = await load(deed, needById, decodeId('ned', needId));
    if (!need) problems.push(notFound('needs', index, 'needId'));
    else if (need.state === 'CLOSED') {
      problems.push(
        problem('STATE_CONFLICT', 'need_not_open', ['needs', index, 'needId'], { code: need.code }),
      );
    }
  }
  return problems;
}

/** Puts links in the place of all that this side made before. */
export async function replaceLinks(
  { em }: Deed,
  proposalId: string,
  byGovernment: boolean,
  links: readonly NeedLink[],
): Promise<void> {
  const rows = rowsOf<ProposalTables>(em);
  await rows
    .deleteFrom('proposal_need')
    .where('proposal_id', '=', proposalId)
    .where('by_government', '=', byGovernment)
    .execute();
  if (links.length === 0) return;
  await rows
    .insertInto('proposal_need')
    .values(
      links.map(({ needId, strength, note }, seq) => ({
        proposal_id: proposalId,
        need_id: decodeId('ned', needId)!,
        by_government: byGovernment,
        seq,
        strength,
        note,
      })),
    )
    .execute();
}
