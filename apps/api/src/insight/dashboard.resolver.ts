import { Arg, Ctx, FieldResolver, ID, Query, Resolver } from 'type-graphql';
import { argumentId } from '../platform/graph/arguments.ts';
import type { Context } from '../platform/graph/context.ts';
import { Guarded } from '../platform/graph/guarded.ts';
import { aggregateRoots } from '../identity/identity.access.ts';
import { SMALLEST_GROUP } from '../needs/need.rules.ts';
import { Dashboard, PublicFigures, StateCount } from './dashboard.graph.ts';
import { countFigures, proposalsByState } from './figures.queries.ts';

@Resolver(() => Dashboard)
export class DashboardResolver {
  @Query(() => PublicFigures, {
    nullable: true,
    description: 'The numbers of the public home page; never null.',
  })
  @Guarded('public')
  figures(@Ctx() { countedOnce }: Context) {
    return countedOnce(countFigures);
  }

  @Query(() => Dashboard, {
    nullable: true,
    description: 'Staff and tokens with AGGREGATE_READ; null for others.',
  })
  @Guarded('aggregate')
  dashboard(@Ctx() { work }: Context) {
    return { asOf: work.now, minimumGroupSize: SMALLEST_GROUP };
  }

  @FieldResolver(() => [StateCount], {
    description: 'How many proposals stand in each state: every state but DRAFT once, zeros too.',
  })
  proposalsByState(
    @Ctx() { viewer, asHouse }: Context,
    @Arg('orgUnit', () => ID, { nullable: true, description: 'Only this unit and those below it.' })
    orgUnit?: string | null,
  ) {
    const unitId = argumentId('unt', orgUnit, 'orgUnit');
    return asHouse((work) => proposalsByState(work, aggregateRoots(viewer), unitId));
  }
}
