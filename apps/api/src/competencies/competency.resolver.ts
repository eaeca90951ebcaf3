import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { load } from '../platform/database/loader.ts';
import { PageArgs, toConnection } from '../platform/graph/connection.graph.ts';
import type { Context } from '../platform/graph/context.ts';
import { Guarded } from '../platform/graph/guarded.ts';
import { Duty, Position } from '../organisation/position.graph.ts';
import { positionById, type DutyRow, type PositionRow } from '../organisation/position.queries.ts';
import {
  Competency,
  CompetencyConnection,
  CompetencyKindEnum,
  CompetencyLevel,
  CompetencyStandard,
} from './competency.graph.ts';
import {
  competenciesOfDuty,
  competencyById,
  levelsOfCompetency,
  listCompetencies,
  standardsOfPosition,
  type CompetencyRow,
  type StandardRow,
} from './competency.queries.ts';
import type { CompetencyKind } from './competency.rules.ts';

@Resolver(() => Competency)
export class CompetencyResolver {
  @Query(() => CompetencyConnection, { nullable: true, description: 'The published framework, by code.' })
  @Guarded('public')
  async competencies(
    @Ctx() { work }: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('kind', () => CompetencyKindEnum, { nullable: true, description: 'Only this family.' })
    kind?: CompetencyKind | null,
  ) {
    return toConnection(await listCompetencies(work, kind ?? null, page));
  }

  @FieldResolver(() => [CompetencyLevel], { description: 'Its five levels, lowest first.' })
  levels(@Ctx() { work }: Context, @Root() competency: CompetencyRow) {
    return load(work, levelsOfCompetency, competency.id);
  }
}

@Resolver(() => CompetencyStandard)
export class StandardResolver {
  @FieldResolver(() => Position, { nullable: true, description: 'The post.' })
  position(@Ctx() { work }: Context, @Root() standard: StandardRow) {
    return load(work, positionById, standard.positionId);
  }

  @FieldResolver(() => Competency, { nullable: true, description: 'The competency.' })
  competency(@Ctx() { work }: Context, @Root() standard: StandardRow) {
    return load(work, competencyById, standard.competencyId);
  }
}

@Resolver(() => Position)
export class PositionStandardsResolver {
  @FieldResolver(() => [CompetencyStandard], {
    description: 'What the post requires, in the order of the framework.',
  })
  standards(@Ctx() { work }: Context, @Root() position: PositionRow) {
    return load(work, standardsOfPosition, position.id);
  }
}

@Resolver(() => Duty)
export class DutyCompetenciesResolver {
  @FieldResolver(() => [Competency], { description: 'What the task calls for.' })
  competencies(@Ctx() { work }: Context, @Root() duty: DutyRow) {
    return load(work, competenciesOfDuty, duty.id);
  }
}
