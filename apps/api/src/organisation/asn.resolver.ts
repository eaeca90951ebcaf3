import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { load } from '../platform/database/loader.ts';
import { PageArgs, toConnection } from '../platform/graph/connection.graph.ts';
import { noteAfterwards, type Context } from '../platform/graph/context.ts';
import { Guarded } from '../platform/graph/guarded.ts';
import { argumentId, searchText } from '../platform/graph/arguments.ts';
import { maySeeReports } from './asn.access.ts';
import { AsnEmployment, AsnPersonalData, AsnProfile, AsnProfileConnection } from './asn.graph.ts';
import {
  displayNameOf,
  employmentOf,
  listAsnProfiles,
  listReports,
  personalOf,
  type AsnProfileRow,
} from './asn.queries.ts';
import { noteReadings } from './asn.commands.ts';
import { Position } from './position.graph.ts';
import { positionById } from './position.queries.ts';
import { OrgUnit } from './unit.graph.ts';
import { unitById } from './unit.queries.ts';

@Resolver(() => AsnProfile)
export class AsnResolver {
  @Query(() => AsnProfileConnection, {
    nullable: true,
    description: 'The directory, by name. There is no search by NIP. Null without the right.',
  })
  @Guarded('asnDirectory')
  async asnProfiles(
    @Ctx() { work }: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('orgUnit', () => ID, { nullable: true, description: 'Only this unit and those below it.' })
    orgUnit?: string | null,
    @Arg('search', () => String, {
      nullable: true,
      description: 'Part of the name, three characters at least.',
    })
    search?: string | null,
  ) {
    const filter = { unitId: argumentId('unt', orgUnit, 'orgUnit'), search: searchText(search) };
    return toConnection(await listAsnProfiles(work, filter, page));
  }

  @FieldResolver(() => String, { description: 'Name with titles.' })
  displayName(@Root() profile: AsnProfileRow) {
    return displayNameOf(profile);
  }

  @FieldResolver(() => Position, { nullable: true, description: 'The post held.' })
  position(@Ctx() { work }: Context, @Root() profile: AsnProfileRow) {
    return load(work, positionById, profile.positionId);
  }

  @FieldResolver(() => OrgUnit, { nullable: true, description: 'The unit of the post.' })
  async orgUnit(@Ctx() { work }: Context, @Root() profile: AsnProfileRow) {
    const position = await load(work, positionById, profile.positionId);
    return load(work, unitById, position?.orgUnitId);
  }

  @FieldResolver(() => AsnEmployment, {
    nullable: true,
    description: 'Self, direct supervisor, HR. Null: not yours.',
  })
  employment(@Ctx() { work }: Context, @Root() profile: AsnProfileRow) {
    return load(work, employmentOf, profile.id);
  }

  @FieldResolver(() => AsnPersonalData, {
    nullable: true,
    description: 'Self, and HR with every read logged. Null: not yours.',
  })
  async personal(@Ctx() context: Context, @Root() profile: AsnProfileRow) {
    const personal = await load(context.work, personalOf, profile.id);
    if (personal && profile.id !== context.viewer.asnProfileId) {
      noteAfterwards(context, noteReadings, profile.id);
    }
    return personal;
  }

  @FieldResolver(() => AsnProfileConnection, {
    nullable: true,
    description: 'Direct reports, by `Position.reportsTo`. Self and HR; null for others.',
  })
  async reports(
    @Ctx() context: Context,
    @Root() profile: AsnProfileRow,
    @Args(() => PageArgs) page: PageArgs,
  ) {
    if (!maySeeReports(context.viewer, profile.id)) return null;
    return toConnection(await listReports(context.work, profile.id, page));
  }
}
