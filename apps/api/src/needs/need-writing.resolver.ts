import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../platform/graph/context.ts';
import { Guarded } from '../platform/graph/guarded.ts';
import { mutate } from '../platform/graph/mutation.ts';
import { createNeed, transitionNeed } from './need.commands.ts';
import { Need } from './need.graph.ts';
import { needById } from './need.queries.ts';
import { NeedCreateInput, NeedPayload, NeedTransitionInput } from './need-writing.graph.ts';

@Resolver(() => Need)
export class NeedWritingResolver {
  @Mutation(() => NeedPayload, { nullable: true, description: 'Writes a need down, as a draft.' })
  @Guarded('needWrite')
  needCreate(
    @Ctx() context: Context,
    @Arg('input', () => NeedCreateInput, { description: 'The need.' }) input: NeedCreateInput,
  ) {
    return mutate(context, 'needCreate', input, createNeed, 'need', needById);
  }

  @Mutation(() => NeedPayload, { nullable: true, description: 'Verifies, publishes or closes a need.' })
  @Guarded('needWrite')
  needTransition(
    @Ctx() context: Context,
    @Arg('input', () => NeedTransitionInput, { description: 'The move.' }) input: NeedTransitionInput,
  ) {
    return mutate(context, 'needTransition', input, transitionNeed, 'need', needById);
  }
}
