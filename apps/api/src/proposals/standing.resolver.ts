import { Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { load } from '../platform/database/loader.ts';
import { PageArgs, toConnection } from '../platform/graph/connection.graph.ts';
import type { Context } from '../platform/graph/context.ts';
import { mayKnowProgress } from './proposal.access.ts';
import { Proposal } from './proposal.graph.ts';
import type { ProposalRow } from './proposal.queries.ts';
import { listReviews, recommendationOf } from './review.queries.ts';
import { ProposalRecommendation, ReviewConnection } from './review.graph.ts';
import { progressOf, stanceOf } from './stance.queries.ts';
import { mayEdit, mayLinkNeeds, mayReview, possibleActions } from './stance.rules.ts';
import { Decision, DeskEnum, ProposalActionEnum, TransitionConnection } from './transition.graph.ts';
import { decisionById, listTransitions } from './transition.queries.ts';
import { deskOf } from './transition.rules.ts';

const isInside = ({ viewer }: Context, proposal: ProposalRow) => mayKnowProgress(viewer, proposal.partnerId);

/** Where a proposal stands for this viewer: what was done, what may be done, how far the review has come. */
@Resolver(() => Proposal)
export class StandingResolver {
  @FieldResolver(() => DeskEnum, {
    nullable: true,
    description: 'Staff only. Null for others, and while it lies at no desk.',
  })
  async desk(@Ctx() context: Context, @Root() proposal: ProposalRow) {
    if (!isInside(context, proposal)) return null;
    const progress = await load(context.work, progressOf, proposal.id);
    return deskOf(proposal.state, progress?.recommended ?? false);
  }

  @FieldResolver(() => ReviewConnection, {
    nullable: true,
    description: 'Staff only. Own review first; those of others only after the own one is in.',
  })
  async reviews(
    @Ctx() context: Context,
    @Root() proposal: ProposalRow,
    @Args(() => PageArgs) page: PageArgs,
  ) {
    if (!isInside(context, proposal)) return null;
    return toConnection(await listReviews(context.work, proposal.id, page));
  }

  @FieldResolver(() => ProposalRecommendation, {
    nullable: true,
    description: 'Staff only: of the current revision. Null for others, and before there is one.',
  })
  recommendation(@Ctx() { work }: Context, @Root() proposal: ProposalRow) {
    return load(work, recommendationOf, proposal.id);
  }

  @FieldResolver(() => TransitionConnection, {
    nullable: true,
    description: 'Append-only, the first move first; internal ones for staff only.',
  })
  async transitions(
    @Ctx() { work }: Context,
    @Root() proposal: ProposalRow,
    @Args(() => PageArgs) page: PageArgs,
  ) {
    return toConnection(await listTransitions(work, proposal.id, page));
  }

  @FieldResolver(() => Decision, { nullable: true, description: 'Null until published.' })
  decision(@Ctx() { work }: Context, @Root() proposal: ProposalRow) {
    return load(work, decisionById, proposal.decisionId);
  }

  @FieldResolver(() => [ProposalActionEnum], {
    description: 'Transitions that this viewer may do now; the portal draws its buttons from this only.',
  })
  async viewerActions(@Ctx() { work }: Context, @Root() proposal: ProposalRow) {
    return possibleActions(await stanceOf(work, proposal));
  }

  @FieldResolver(() => Boolean, { description: 'This viewer may edit the draft now.' })
  async viewerCanEdit(@Ctx() { work }: Context, @Root() proposal: ProposalRow) {
    return mayEdit(await stanceOf(work, proposal));
  }

  @FieldResolver(() => Boolean, { description: 'This viewer may review the current revision now.' })
  async viewerCanReview(@Ctx() { work }: Context, @Root() proposal: ProposalRow) {
    return mayReview(await stanceOf(work, proposal));
  }

  @FieldResolver(() => Boolean, { description: 'This viewer may link needs for the government now.' })
  async viewerCanLinkNeeds(@Ctx() { work }: Context, @Root() proposal: ProposalRow) {
    return mayLinkNeeds(await stanceOf(work, proposal));
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Staff only: reviews of the current revision that count. Null for others and before the review.',
  })
  async reviewsIn(@Ctx() { work }: Context, @Root() proposal: ProposalRow) {
    return (await load(work, progressOf, proposal.id))?.reviewsIn ?? null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Staff only: how many reviews are required. Null for others and before the review.',
  })
  async reviewsRequired(@Ctx() { work }: Context, @Root() proposal: ProposalRow) {
    return (await load(work, progressOf, proposal.id))?.required ?? null;
  }
}
