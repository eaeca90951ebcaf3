import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { load } from '../platform/database/loader.ts';
import { PageArgs, toConnection } from '../platform/graph/connection.graph.ts';
import type { Context } from '../platform/graph/context.ts';
import { Guarded } from '../platform/graph/guarded.ts';
import { searchText } from '../platform/graph/arguments.ts';
import { PositionConnection } from './position.graph.ts';
import { listPositionsOfUnit } from './position.queries.ts';
import { OrgUnit, OrgUnitConnection } from './unit.graph.ts';
import { listChildren, listUnits, unitById, type UnitRow } from './unit.queries.ts';

@Resolver(() => OrgUnit)
export class UnitResolver {
  @Query(() => OrgUnitConnection, { nullable: true, description: 'All units, by code.' })
  @Guarded('public')
  async orgUnits(
    @Ctx() { work }: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('search', () => String, {
      nullable: true,
      description: 'Part of the name, three characters at least.',
    })
    search?: string | null,
  ) {
    return toConnection(await listUnits(work, searchText(search), page));
  }

  @FieldResolver(() => OrgUnit, { nullable: true, description: 'The unit above; null at the root.' })
  parent(@Ctx() { work }: Context, @Root() unit: UnitRow) {
    return load(work, unitById, unit.parentId);
  }

  @FieldResolver(() => OrgUnitConnection, { nullable: true, description: 'The units right below, by code.' })
  async children(@Ctx() { work }: Context, @Root() unit: UnitRow, @Args(() => PageArgs) page: PageArgs) {
    return toConnection(await listChildren(work, unit.id, page));
  }

  @FieldResolver(() => PositionConnection, { nullable: true, description: 'Its own posts, by title.' })
  async positions(@Ctx() { work }: Context, @Root() unit: UnitRow, @Args(() => PageArgs) page: PageArgs) {
    return toConnection(await listPositionsOfUnit(work, unit.id, page));
  }
}
