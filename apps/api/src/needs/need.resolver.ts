import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { decodeId } from '../platform/database/ids.ts';
import { load, loaderOf } from '../platform/database/loader.ts';
import type { Work } from '../platform/database/unit-of-work.ts';
import type { Viewer } from '../platform/access/viewer.ts';
import { argumentIds, argumentList, searchText } from '../platform/graph/arguments.ts';
import { PageArgs, toConnection } from '../platform/graph/connection.graph.ts';
import type { Context } from '../platform/graph/context.ts';
import { Guarded } from '../platform/graph/guarded.ts';
import { Competency } from '../competencies/competency.graph.ts';
import { competencyById } from '../competencies/competency.queries.ts';
import { OrgUnit } from '../organisation/unit.graph.ts';
import { unitAndAbove, unitById, type UnitRow } from '../organisation/unit.queries.ts';
import { isInsider, mayWriteNeeds } from './need.access.ts';
import {
  Need,
  NeedActionEnum,
  NeedBy,
  NeedConnection,
  NeedFilterInput,
  NeedIndicator,
  NeedMove,
  NeedOrderInput,
  NeedPriority,
} from './need.graph.ts';
import {
  byPriority,
  listNeeds,
  listNeedsOfUnit,
  movesOfNeed,
  needByCode,
  needById,
  noFilter,
  unitsOfNeed,
  type NeedFilter,
  type NeedRow,
} from './need.queries.ts';
import { movesFrom, roundedHeadcount } from './need.rules.ts';

function filterOf(input: NeedFilterInput | null | undefined): NeedFilter {
  if (!input) return noFilter;
  return {
    states: argumentList(input.state, 'filter.state'),
    sources: argumentList(input.source, 'filter.source'),
    competencyIds: argumentIds('cmp', input.competency, 'filter.competency'),
    unitIds: argumentIds('unt', input.orgUnit, 'filter.orgUnit'),
    search: searchText(input.search),
  };
}

const isInside = async ({ work, viewer }: Context, need: NeedRow): Promise<boolean> =>
  viewer.roles.length > 0 && isInsider(viewer, (await load(work, unitAndAbove, need.orgUnitId)) ?? []);

@Resolver(() => Need)
export class NeedResolver {
  @Query(() => Need, {
    nullable: true,
    description: 'One need; null when there is none or it is not public yet.',
  })
  @Guarded('public')
  need(
    @Ctx() { work }: Context,
    @Arg('by', () => NeedBy, { description: 'Exactly one way to find it.' }) by: NeedBy,
  ) {
    return by.code ? load(work, needByCode, by.code) : load(work, needById, decodeId('ned', by.id ?? ''));
  }

  @Query(() => NeedConnection, {
    nullable: true,
    description: 'Public ones for everybody, all for the staff of the unit.',
  })
  @Guarded('public')
  async needs(
    @Ctx() { work, viewer }: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => NeedFilterInput, { nullable: true, description: 'Which ones.' })
    filter?: NeedFilterInput | null,
    @Arg('orderBy', () => NeedOrderInput, { nullable: true, description: 'By priority when left out.' })
    orderBy?: NeedOrderInput | null,
  ) {
    const wanted = filterOf(filter);
    const knowsAll = await isInsiderOfAll(work, viewer, wanted.unitIds);
    return toConnection(await listNeeds(work, wanted, { ...(orderBy ?? byPriority), knowsAll }, page));
  }

  @FieldResolver(() => OrgUnit, {
    nullable: true,
    description: 'The unit that owns it; its staff verify and publish.',
  })
  orgUnit(@Ctx() { work }: Context, @Root() need: NeedRow) {
    return load(work, unitById, need.orgUnitId);
  }

  @FieldResolver(() => [OrgUnit], { description: 'Whose people it is for.' })
  async forUnits(@Ctx() { work }: Context, @Root() need: NeedRow) {
    const ids = (await load(work, unitsOfNeed, need.id)) ?? [];
    return loaderOf(work, unitById).loadMany(ids);
  }

  @FieldResolver(() => Competency, { nullable: true, description: 'What is to be learnt.' })
  competency(@Ctx() { work }: Context, @Root() need: NeedRow) {
    return load(work, competencyById, need.competencyId);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'People affected; outside the owning unit null under five and rounded to five. Null when unknown.',
  })
  async headcount(@Ctx() context: Context, @Root() need: NeedRow) {
    const inside = await isInside(context, need);
    return inside ? need.statedHeadcount : roundedHeadcount(need.statedHeadcount);
  }

  @FieldResolver(() => NeedPriority, {
    nullable: true,
    description: 'Null outside the owning unit while fewer than five people stand behind it.',
  })
  async priority(@Ctx() context: Context, @Root() need: NeedRow) {
    const isKnown = roundedHeadcount(need.statedHeadcount) !== null || (await isInside(context, need));
    return isKnown ? { ...need, score: need.priorityScore } : null;
  }

  @FieldResolver(() => NeedIndicator, {
    nullable: true,
    description: 'What should improve in the service, and from where. Null when none was named.',
  })
  indicator(@Root() need: NeedRow) {
    if (need.indicatorName === null) return null;
    return {
      name: need.indicatorName,
      unit: need.indicatorUnit,
      better: need.indicatorBetter,
      baseline: need.indicatorBaseline?.replace(/\.?0+$/, '') ?? null,
      source: need.indicatorSource,
    };
  }

  @FieldResolver(() => [NeedMove], { description: 'What was done with it, first things first.' })
  history(@Ctx() { work }: Context, @Root() need: NeedRow) {
    return load(work, movesOfNeed, need.id);
  }

  @FieldResolver(() => [NeedActionEnum], { description: 'What this viewer may do with it now.' })
  async viewerActions(@Ctx() { work, viewer }: Context, @Root() need: NeedRow) {
    if (viewer.roles.length === 0) return [];
    const above = (await load(work, unitAndAbove, need.orgUnitId)) ?? [];
    return mayWriteNeeds(viewer, above) ? movesFrom(need.state) : [];
  }
}

async function isInsiderOfAll(work: Work, viewer: Viewer, unitIds: string[] | null): Promise<boolean> {
  if (!unitIds?.length || viewer.roles.length === 0) return false;
  const above = await Promise.all(unitIds.map((unitId) => load(work, unitAndAbove, unitId)));
  return above.every((units) => isInsider(viewer, units ?? []));
}

@Resolver(() => OrgUnit)
export class UnitNeedsResolver {
  @FieldResolver(() => NeedConnection, {
    nullable: true,
    description: 'Visible needs of this unit and of all units under it.',
  })
  async needs(
    @Ctx() { work }: Context,
    @Root() unit: UnitRow,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => NeedFilterInput, { nullable: true, description: 'Which ones.' })
    filter?: NeedFilterInput | null,
  ) {
    return toConnection(await listNeedsOfUnit(work, unit.id, filterOf(filter), page));
  }
}
