import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { load } from '../platform/database/loader.ts';
import type { Context } from '../platform/graph/context.ts';
import { Duty, Position } from './position.graph.ts';
import { dutiesOfPosition, positionById, type PositionRow } from './position.queries.ts';
import { OrgUnit } from './unit.graph.ts';
import { unitById } from './unit.queries.ts';

@Resolver(() => Position)
export class PositionResolver {
  @FieldResolver(() => OrgUnit, { nullable: true, description: 'The unit it belongs to.' })
  orgUnit(@Ctx() { work }: Context, @Root() position: PositionRow) {
    return load(work, unitById, position.orgUnitId);
  }

  @FieldResolver(() => Position, {
    nullable: true,
    description: "The post it answers to; makes the supervisor's line. Null at the head.",
  })
  reportsTo(@Ctx() { work }: Context, @Root() position: PositionRow) {
    return load(work, positionById, position.reportsToId);
  }

  @FieldResolver(() => [Duty], { description: 'Its tasks, in the order of the description of the post.' })
  duties(@Ctx() { work }: Context, @Root() position: PositionRow) {
    return load(work, dutiesOfPosition, position.id);
  }
}
