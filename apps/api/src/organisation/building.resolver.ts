import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { load } from '../platform/database/loader.ts';
import type { Context } from '../platform/graph/context.ts';
import { Guarded } from '../platform/graph/guarded.ts';
import { mutate } from '../platform/graph/mutation.ts';
import {
  OrgUnitCreateInput,
  OrgUnitPayload,
  OrgUnitUpdateInput,
  PositionCreateInput,
  PositionPayload,
  PositionUpdateInput,
} from './building.graph.ts';
import { createPosition, updatePosition } from './position.commands.ts';
import { positionById } from './position.queries.ts';
import { isAdminOf } from './unit.access.ts';
import { createUnit, updateUnit } from './unit.commands.ts';
import { OrgUnit } from './unit.graph.ts';
import { unitAndAbove, unitById, type UnitRow } from './unit.queries.ts';

/** How an administrator builds the organisation by hand. */
@Resolver(() => OrgUnit)
export class BuildingResolver {
  @FieldResolver(() => Boolean, {
    description: 'Whether this viewer may change it, and add posts and units below it.',
  })
  async viewerCanAdminister(@Ctx() { work, viewer }: Context, @Root() unit: UnitRow) {
    if (viewer.administers.length === 0) return false;
    return isAdminOf(viewer, (await load(work, unitAndAbove, unit.id)) ?? []);
  }

  @Mutation(() => OrgUnitPayload, { nullable: true, description: 'Adds a unit.' })
  @Guarded('admin')
  orgUnitCreate(
    @Ctx() context: Context,
    @Arg('input', () => OrgUnitCreateInput, { description: 'What and where.' }) input: OrgUnitCreateInput,
  ) {
    return mutate(context, 'orgUnitCreate', input, createUnit, 'orgUnit', unitById);
  }

  @Mutation(() => OrgUnitPayload, { nullable: true, description: 'Changes the code or the name of a unit.' })
  @Guarded('admin')
  orgUnitUpdate(
    @Ctx() context: Context,
    @Arg('input', () => OrgUnitUpdateInput, { description: 'Which, and how it is called.' })
    input: OrgUnitUpdateInput,
  ) {
    return mutate(context, 'orgUnitUpdate', input, updateUnit, 'orgUnit', unitById);
  }

  @Mutation(() => PositionPayload, { nullable: true, description: 'Adds a post to a unit.' })
  @Guarded('admin')
  positionCreate(
    @Ctx() context: Context,
    @Arg('input', () => PositionCreateInput, { description: 'What and where.' }) input: PositionCreateInput,
  ) {
    return mutate(context, 'positionCreate', input, createPosition, 'position', positionById);
  }

  @Mutation(() => PositionPayload, { nullable: true, description: 'Changes a post.' })
  @Guarded('admin')
  positionUpdate(
    @Ctx() context: Context,
    @Arg('input', () => PositionUpdateInput, { description: 'Which, and how it is now.' })
    input: PositionUpdateInput,
  ) {
    return mutate(context, 'positionUpdate', input, updatePosition, 'position', positionById);
  }
}
