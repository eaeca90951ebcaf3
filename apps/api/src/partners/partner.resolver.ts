import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { load } from '../platform/database/loader.ts';
import { argumentList, searchText } from '../platform/graph/arguments.ts';
import { PageArgs, toConnection } from '../platform/graph/connection.graph.ts';
import type { Context } from '../platform/graph/context.ts';
import { Guarded } from '../platform/graph/guarded.ts';
import { ViewerType } from '../identity/viewer.graph.ts';
import {
  Partner,
  PartnerConnection,
  PartnerKindEnum,
  PartnerMembership,
  PartnerMembershipConnection,
  PartnerStateEnum,
} from './partner.graph.ts';
import {
  listMembers,
  listPartners,
  membershipsOfAccount,
  partnerById,
  type MembershipRow,
  type PartnerRow,
} from './partner.queries.ts';
import type { PartnerKind, PartnerState } from './partner.rules.ts';

@Resolver(() => Partner)
export class PartnerResolver {
  @Query(() => PartnerConnection, {
    nullable: true,
    description: 'Verified ones for everybody, all for staff.',
  })
  @Guarded('public')
  async partners(
    @Ctx() { work }: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('kind', () => PartnerKindEnum, { nullable: true, description: 'Only this sort.' })
    kind?: PartnerKind | null,
    @Arg('search', () => String, {
      nullable: true,
      description: 'Part of the name, three characters at least.',
    })
    search?: string | null,
    @Arg('states', () => [PartnerStateEnum], { nullable: true, description: 'Only these; at most 100.' })
    states?: PartnerState[] | null,
  ) {
    const filter = { kind: kind ?? null, states: argumentList(states, 'states'), search: searchText(search) };
    return toConnection(await listPartners(work, filter, page));
  }

  @FieldResolver(() => PartnerMembershipConnection, {
    nullable: true,
    description: 'Its members, by name; empty for those who are none of them.',
  })
  async members(@Ctx() { work }: Context, @Root() partner: PartnerRow, @Args(() => PageArgs) page: PageArgs) {
    return toConnection(await listMembers(work, partner.id, page));
  }
}

@Resolver(() => PartnerMembership)
export class MembershipResolver {
  @FieldResolver(() => Partner, { nullable: true, description: 'The organisation.' })
  partner(@Ctx() { work }: Context, @Root() membership: MembershipRow) {
    return load(work, partnerById, membership.partnerId);
  }
}

@Resolver(() => ViewerType)
export class ViewerMembershipsResolver {
  @FieldResolver(() => [PartnerMembership], {
    description: 'The organisations for which this person may act.',
  })
  async partnerMemberships(@Ctx() { work, viewer }: Context) {
    const accountId = viewer.kind === 'account' ? viewer.accountId : null;
    return (await load(work, membershipsOfAccount, accountId)) ?? [];
  }
}
