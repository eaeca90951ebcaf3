import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { load } from '../platform/database/loader.ts';
import { Actor } from '../platform/graph/basics.graph.ts';
import type { Context } from '../platform/graph/context.ts';
import { wordsFor } from '../platform/words.ts';
import { mayKnowName } from './proposal.access.ts';
import { proposalById } from './proposal.queries.ts';
import { CriterionScore, ProposalRecommendation, Review } from './review.graph.ts';
import { rubricOnce, type RecommendationRow, type ReviewRow } from './review.queries.ts';
import { Decision, Transition } from './transition.graph.ts';
import type { DecisionRow, TransitionRow } from './transition.queries.ts';
import type { ActingOffice } from './transition.rules.ts';

interface Deed {
  actorName: string | null;
  office: ActingOffice;
  officeOf: string;
  partnerId: string;
}

function actorOf({ viewer, locale }: Context, { actorName, office, officeOf, partnerId }: Deed): Actor {
  const isKnown = mayKnowName(viewer, partnerId, office === 'PARTNER');
  return {
    displayName: isKnown ? actorName : null,
    office: wordsFor(`office_${office.toLowerCase()}`, locale, { name: officeOf }),
  };
}

@Resolver(() => Transition)
export class TransitionActorResolver {
  @FieldResolver(() => Actor, { nullable: true, description: 'Who did it; null for the system.' })
  by(@Ctx() context: Context, @Root() transition: TransitionRow) {
    return transition.office === 'SYSTEM' ? null : actorOf(context, transition);
  }
}

@Resolver(() => Decision)
export class DecisionActorResolver {
  @FieldResolver(() => Actor, { nullable: true, description: 'Who decided; never null today.' })
  by(@Ctx() context: Context, @Root() decision: DecisionRow) {
    return actorOf(context, { ...decision, office: 'APPROVER' });
  }
}

@Resolver(() => ProposalRecommendation)
export class RecommendationActorResolver {
  @FieldResolver(() => Actor, {
    nullable: true,
    description: 'Who spoke for the reviewers; never null today.',
  })
  async by(@Ctx() context: Context, @Root() advice: RecommendationRow) {
    const proposal = await load(context.work, proposalById, advice.proposalId);
    return actorOf(context, { ...advice, office: 'REVIEWER', partnerId: proposal?.partnerId ?? '' });
  }
}

@Resolver(() => Review)
export class ReviewResolver {
  @FieldResolver(() => Actor, { nullable: true, description: 'Who wrote it; never null today.' })
  async author(@Ctx() context: Context, @Root() review: ReviewRow) {
    const proposal = await load(context.work, proposalById, review.proposalId);
    const { authorName: actorName, officeOf } = review;
    return actorOf(context, {
      actorName,
      officeOf,
      office: 'REVIEWER',
      partnerId: proposal?.partnerId ?? '',
    });
  }

  @FieldResolver(() => [CriterionScore], { description: 'In the order of the rubric; none when abstaining.' })
  async scores(@Ctx() { work }: Context, @Root() review: ReviewRow) {
    const rubric = (await load(work, rubricOnce, 'rubric')) ?? [];
    return rubric
      .filter(({ key }) => review.scoreOf[key] !== undefined)
      .map((criterion) => ({ criterion, score: review.scoreOf[criterion.key] }));
  }
}
