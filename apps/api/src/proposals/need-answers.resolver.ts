import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { load } from '../platform/database/loader.ts';
import { PageArgs, toConnection } from '../platform/graph/connection.graph.ts';
import type { Context } from '../platform/graph/context.ts';
import { Notice } from '../identity/notice.graph.ts';
import type { NoticeRow } from '../identity/notice.queries.ts';
import { Need } from '../needs/need.graph.ts';
import type { NeedRow } from '../needs/need.queries.ts';
import { NeedCoverage } from './coverage.graph.ts';
import { Proposal, ProposalConnection } from './proposal.graph.ts';
import { listProposalsOfNeed } from './proposal-list.queries.ts';
import { coverageOfNeed, proposalById } from './proposal.queries.ts';

/** What a need has become: the thread forward. */
@Resolver(() => Need)
export class NeedAnswersResolver {
  @FieldResolver(() => NeedCoverage, { description: 'How far it is answered.' })
  async coverage(@Ctx() { work }: Context, @Root() need: NeedRow) {
    return (await load(work, coverageOfNeed, need.id)) ?? { proposals: 0, approvedProposals: 0, seats: 0 };
  }

  @FieldResolver(() => ProposalConnection, {
    nullable: true,
    description: 'Those proposals answering it that this viewer may see, the latest change first.',
  })
  async proposals(@Ctx() { work }: Context, @Root() need: NeedRow, @Args(() => PageArgs) page: PageArgs) {
    return toConnection(await listProposalsOfNeed(work, need.id, page));
  }
}

@Resolver(() => Notice)
export class NoticeSubjectResolver {
  @FieldResolver(() => Proposal, {
    nullable: true,
    description: 'The proposal that it is about; null for none.',
  })
  proposal(@Ctx() { work }: Context, @Root() notice: NoticeRow) {
    return load(work, proposalById, notice.proposalId);
  }
}
