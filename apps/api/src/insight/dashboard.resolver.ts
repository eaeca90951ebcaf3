import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { load } from '../platform/database/loader.ts';
import { PAGE_MOST, PageFault } from '../platform/database/page.ts';
import { argumentId } from '../platform/graph/arguments.ts';
import type { Context } from '../platform/graph/context.ts';
import { Guarded } from '../platform/graph/guarded.ts';
import { aggregateRoots } from '../identity/identity.access.ts';
import { Need } from '../needs/need.graph.ts';
import { needById } from '../needs/need.queries.ts';
import { roundedHeadcount, SMALLEST_GROUP } from '../needs/need.rules.ts';
import {
  Dashboard,
  NeedCoverageBucket,
  NeedStateCount,
  PublicFigures,
  StateCount,
} from './dashboard.graph.ts';
import {
  countFigures,
  coverageOfOpenNeeds,
  needsByState,
  proposalsByState,
  type CoverageRow,
} from './figures.queries.ts';

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

  @FieldResolver(() => [NeedStateCount], {
    description:
      'How many needs stand in each state: every state once, zeros too; no row of those not yet public.',
  })
  needsByState(
    @Ctx() { viewer, asHouse }: Context,
    @Arg('orgUnit', () => ID, { nullable: true, description: 'Only this unit and those below it.' })
    orgUnit?: string | null,
  ) {
    const unitId = argumentId('unt', orgUnit, 'orgUnit');
    return asHouse((work) => needsByState(work, aggregateRoots(viewer), unitId));
  }

  @FieldResolver(() => [NeedCoverageBucket], {
    description: 'Needs that are open to partners, the most urgent first, and how far each is answered.',
  })
  needCoverage(
    @Ctx() { work, viewer }: Context,
    @Arg('top', () => Int, { defaultValue: 50, description: 'How many, 1 to 100.' }) top: number,
    @Arg('orgUnit', () => ID, { nullable: true, description: 'Only this unit and those below it.' })
    orgUnit?: string | null,
  ) {
    if (top < 1 || top > PAGE_MOST) throw new PageFault('BAD_USER_INPUT', `top goes from 1 to ${PAGE_MOST}`);
    const unitId = argumentId('unt', orgUnit, 'orgUnit');
    const knowsAll = viewer.kind !== 'token';
    return coverageOfOpenNeeds(work, aggregateRoots(viewer), { unitId, top, knowsAll });
  }
}

@Resolver(() => NeedCoverageBucket)
export class NeedCoverageResolver {
  @FieldResolver(() => Need, { nullable: true, description: 'The need.' })
  need(@Ctx() { work }: Context, @Root() { needId }: CoverageRow) {
    return load(work, needById, needId);
  }

  @FieldResolver(() => Int, { nullable: true })
  headcount(@Ctx() { viewer }: Context, @Root() { statedHeadcount }: CoverageRow) {
    return viewer.kind === 'token' ? roundedHeadcount(statedHeadcount) : statedHeadcount;
  }
}
