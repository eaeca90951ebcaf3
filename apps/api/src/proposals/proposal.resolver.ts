import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { decodeId } from '../platform/database/ids.ts';
import { load } from '../platform/database/loader.ts';
import { argumentIds, argumentList, searchText } from '../platform/graph/arguments.ts';
import { PageArgs, toConnection } from '../platform/graph/connection.graph.ts';
import type { Context } from '../platform/graph/context.ts';
import { Guarded } from '../platform/graph/guarded.ts';
import { OrgUnit } from '../organisation/unit.graph.ts';
import { unitById } from '../organisation/unit.queries.ts';
import { isMember } from '../partners/partner.access.ts';
import { Partner } from '../partners/partner.graph.ts';
import { partnerById } from '../partners/partner.queries.ts';
import { ProposalContent, ProposalRevision, ProposalRevisionConnection } from './content.graph.ts';
import {
  Proposal,
  ProposalBy,
  ProposalConnection,
  ProposalFilterInput,
  ProposalNeed,
  ProposalOrderInput,
} from './proposal.graph.ts';
import { listProposals, listRevisions, type ProposalFilter } from './proposal-list.queries.ts';
import {
  draftOf,
  linksOfProposal,
  proposalByCode,
  proposalById,
  revisionById,
  type ProposalRow,
} from './proposal.queries.ts';
import { TurnEnum } from './transition.graph.ts';
import { draftStates, turnOf } from './transition.rules.ts';

function filterOf(input: ProposalFilterInput | null | undefined): ProposalFilter {
  return {
    states: argumentList(input?.state, 'filter.state'),
    partnerIds: argumentIds('ptn', input?.partner, 'filter.partner'),
    unitIds: argumentIds('unt', input?.orgUnit, 'filter.orgUnit'),
    needIds: argumentIds('ned', input?.need, 'filter.need'),
    waitingFor: argumentList(input?.waitingFor, 'filter.waitingFor'),
    desks: argumentList(input?.desk, 'filter.desk'),
    waitsForMe: input?.waitsForMe ?? null,
    updatedFrom: input?.updatedAt?.from ?? null,
    updatedUntil: input?.updatedAt?.until ?? null,
    search: searchText(input?.search),
  };
}

/** The draft, for the own partner while it may be written. */
async function openDraft({ work, viewer }: Context, proposal: ProposalRow) {
  if (!isMember(viewer, proposal.partnerId) || !draftStates.includes(proposal.state)) return null;
  return load(work, draftOf, proposal.id);
}

@Resolver(() => Proposal)
export class ProposalResolver {
  @Query(() => Proposal, {
    nullable: true,
    description: 'One proposal; null when there is none or it is not yours.',
  })
  @Guarded('authenticated')
  proposal(
    @Ctx() { work }: Context,
    @Arg('by', () => ProposalBy, { description: 'Exactly one way to find it.' }) by: ProposalBy,
  ) {
    return by.code
      ? load(work, proposalByCode, by.code)
      : load(work, proposalById, decodeId('prp', by.id ?? ''));
  }

  @Query(() => ProposalConnection, { nullable: true, description: 'Those that this viewer may see.' })
  @Guarded('authenticated')
  async proposals(
    @Ctx() { work }: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ProposalFilterInput, { nullable: true, description: 'Which ones.' })
    filter?: ProposalFilterInput | null,
    @Arg('orderBy', () => ProposalOrderInput, {
      nullable: true,
      description: 'The latest change first by default.',
    })
    orderBy?: ProposalOrderInput | null,
  ) {
    const order = orderBy ?? { field: 'UPDATED_AT', direction: 'DESC' };
    return toConnection(await listProposals(work, filterOf(filter), order, page));
  }

  @FieldResolver(() => String, {
    description: 'Of the draft for its partner, of the current revision for others.',
  })
  async title(@Ctx() context: Context, @Root() proposal: ProposalRow) {
    // Before it is sent, the title of the row is that of the draft.
    if (proposal.state === 'DRAFT') return proposal.frozenTitle;
    const draft = await openDraft(context, proposal);
    return draft?.content.title ?? proposal.frozenTitle;
  }

  @FieldResolver(() => TurnEnum, { description: 'Whose turn it is, as everybody may know.' })
  waitingFor(@Root() proposal: ProposalRow) {
    return turnOf[proposal.state];
  }

  @FieldResolver(() => Partner, { nullable: true, description: 'Who offers it.' })
  partner(@Ctx() { work }: Context, @Root() proposal: ProposalRow) {
    return load(work, partnerById, proposal.partnerId);
  }

  @FieldResolver(() => OrgUnit, {
    nullable: true,
    description: 'The unit that receives and decides it; null while a draft names none.',
  })
  async orgUnit(@Ctx() context: Context, @Root() proposal: ProposalRow) {
    const draft = proposal.orgUnitId ? null : await openDraft(context, proposal);
    return load(context.work, unitById, proposal.orgUnitId ?? draft?.orgUnitId);
  }

  @FieldResolver(() => [ProposalNeed], {
    description:
      "The needs it answers, and how strongly: the partner's as last frozen (its own partner sees those of the " +
      "draft) and the government's.",
  })
  async needLinks(@Ctx() context: Context, @Root() proposal: ProposalRow) {
    const frozen = (await load(context.work, linksOfProposal, proposal.id)) ?? [];
    const draft = await openDraft(context, proposal);
    if (!draft) return frozen;
    const own = draft.needs.map((link) => ({
      ...link,
      needId: decodeId('ned', link.needId),
      byGovernment: false,
    }));
    return [...own, ...frozen.filter(({ byGovernment }) => byGovernment)];
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Why, when the partner proposes without a published need. Approval still needs a linked need: staff link or ' +
      'write it. Frozen with each revision. Null when it answers a need.',
  })
  async initiativeReason(@Ctx() context: Context, @Root() proposal: ProposalRow) {
    const draft = await openDraft(context, proposal);
    const source = draft ?? (await load(context.work, revisionById, proposal.currentRevisionId));
    return source?.initiativeReason ?? null;
  }

  @FieldResolver(() => ProposalContent, {
    nullable: true,
    description: 'The text being written: own partner only, in DRAFT and CHANGES_REQUESTED; else null.',
  })
  async draft(@Ctx() context: Context, @Root() proposal: ProposalRow) {
    return (await openDraft(context, proposal))?.content ?? null;
  }

  @FieldResolver(() => ProposalRevision, {
    nullable: true,
    description: 'The last frozen text; null before the first SUBMIT.',
  })
  currentRevision(@Ctx() { work }: Context, @Root() proposal: ProposalRow) {
    return load(work, revisionById, proposal.currentRevisionId);
  }

  @FieldResolver(() => ProposalRevisionConnection, {
    nullable: true,
    description: 'All frozen texts, the first first.',
  })
  async revisions(
    @Ctx() { work }: Context,
    @Root() proposal: ProposalRow,
    @Args(() => PageArgs) page: PageArgs,
  ) {
    return toConnection(await listRevisions(work, proposal.id, page));
  }

  @FieldResolver(() => Proposal, { nullable: true, description: 'Where it goes on, once merged; else null.' })
  mergedInto(@Ctx() { work }: Context, @Root() proposal: ProposalRow) {
    return load(work, proposalById, proposal.mergedIntoId);
  }
}
