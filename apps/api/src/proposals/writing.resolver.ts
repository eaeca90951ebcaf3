import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { load } from '../platform/database/loader.ts';
import type { Context } from '../platform/graph/context.ts';
import { Guarded } from '../platform/graph/guarded.ts';
import { mutate } from '../platform/graph/mutation.ts';
import { createProposal, updateProposal } from './draft.commands.ts';
import { ProposalTransitionInput, ReviewPayload, ReviewSubmitInput } from './judging.graph.ts';
import { linkNeeds } from './linking.commands.ts';
import { Proposal } from './proposal.graph.ts';
import { proposalById } from './proposal.queries.ts';
import { Criterion } from './review.graph.ts';
import { reviewById, rubricOnce } from './review.queries.ts';
import { submitReview } from './reviewing.commands.ts';
import { transitionProposal } from './transition.commands.ts';
import {
  ProposalCreateInput,
  ProposalLinkNeedsInput,
  ProposalPayload,
  ProposalUpdateInput,
} from './writing.graph.ts';

@Resolver(() => Proposal)
export class WritingResolver {
  @Query(() => [Criterion], { description: 'The rubric in force.' })
  @Guarded('public')
  rubric(@Ctx() { work }: Context) {
    return load(work, rubricOnce, 'rubric');
  }

  @Mutation(() => ProposalPayload, { nullable: true, description: 'Begins a draft.' })
  @Guarded('partnerMember')
  proposalCreate(
    @Ctx() context: Context,
    @Arg('input', () => ProposalCreateInput, { description: 'The draft.' }) input: ProposalCreateInput,
  ) {
    return mutate(context, 'proposalCreate', input, createProposal, 'proposal', proposalById);
  }

  @Mutation(() => ProposalPayload, { nullable: true, description: 'Changes a draft.' })
  @Guarded('partnerMember')
  proposalUpdate(
    @Ctx() context: Context,
    @Arg('input', () => ProposalUpdateInput, { description: 'What changes.' }) input: ProposalUpdateInput,
  ) {
    return mutate(context, 'proposalUpdate', input, updateProposal, 'proposal', proposalById);
  }

  @Mutation(() => ProposalPayload, { nullable: true, description: 'Moves a proposal; see `viewerActions`.' })
  @Guarded('authenticated')
  proposalTransition(
    @Ctx() context: Context,
    @Arg('input', () => ProposalTransitionInput, { description: 'The move.' }) input: ProposalTransitionInput,
  ) {
    return mutate(context, 'proposalTransition', input, transitionProposal, 'proposal', proposalById);
  }

  @Mutation(() => ProposalPayload, { nullable: true, description: 'Links needs for the government.' })
  @Guarded('staff')
  proposalLinkNeeds(
    @Ctx() context: Context,
    @Arg('input', () => ProposalLinkNeedsInput, { description: 'The links.' }) input: ProposalLinkNeedsInput,
  ) {
    return mutate(context, 'proposalLinkNeeds', input, linkNeeds, 'proposal', proposalById);
  }

  @Mutation(() => ReviewPayload, { nullable: true, description: 'Judges the current text.' })
  @Guarded('reviewer')
  reviewSubmit(
    @Ctx() context: Context,
    @Arg('input', () => ReviewSubmitInput, { description: 'The review.' }) input: ReviewSubmitInput,
  ) {
    return mutate(context, 'reviewSubmit', input, submitReview, 'review', reviewById);
  }
}
