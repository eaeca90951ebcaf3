import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { load } from '../platform/database/loader.ts';
import { searchText } from '../platform/graph/arguments.ts';
import { PageArgs, toConnection } from '../platform/graph/connection.graph.ts';
import type { Context } from '../platform/graph/context.ts';
import { Guarded } from '../platform/graph/guarded.ts';
import { OrgUnit } from '../organisation/unit.graph.ts';
import { unitById } from '../organisation/unit.queries.ts';
import {
  Account,
  AccountActionEnum,
  AccountConnection,
  AccountStateEnum,
  RoleActionEnum,
  RoleAssignment,
} from './account.graph.ts';
import {
  actionsFor,
  actionsOnRoleFor,
  listAccounts,
  roleHistoryOf,
  rolesOfAccount,
  type AccountRow,
  type RoleRow,
} from './account.queries.ts';
import { accountState } from './account.rules.ts';

@Resolver(() => Account)
export class AccountResolver {
  @Query(() => AccountConnection, { nullable: true, description: 'Administrators only; null for others.' })
  @Guarded('admin')
  async accounts(
    @Ctx() { work }: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('search', () => String, {
      nullable: true,
      description: 'Part of the name or address, three characters at least.',
    })
    search?: string | null,
  ) {
    return toConnection(await listAccounts(work, searchText(search), page));
  }

  @FieldResolver(() => AccountStateEnum, { description: 'Whether one can sign in with it.' })
  state(@Root() account: AccountRow) {
    return accountState(account);
  }

  @FieldResolver(() => [AccountActionEnum], { description: 'What this viewer may do with it now.' })
  viewerActions(@Ctx() { work }: Context, @Root() account: AccountRow) {
    return actionsFor(work, account);
  }

  @FieldResolver(() => [RoleAssignment], {
    description: 'All that it was ever given, latest first, at most fifty; also what waits or has ended.',
  })
  async roleHistory(@Ctx() { work }: Context, @Root() account: AccountRow) {
    return (await load(work, roleHistoryOf, account.id))!.slice(0, 50);
  }

  @FieldResolver(() => [RoleAssignment], { description: 'Those that hold today.' })
  roles(@Ctx() { work }: Context, @Root() account: AccountRow) {
    return load(work, rolesOfAccount, account.id);
  }
}

@Resolver(() => RoleAssignment)
export class RoleAssignmentResolver {
  @FieldResolver(() => OrgUnit, {
    nullable: true,
    description: 'Where it holds: here and below; null for an administrator who holds it everywhere.',
  })
  orgUnit(@Ctx() { work }: Context, @Root() role: RoleRow) {
    return load(work, unitById, role.orgUnitId);
  }

  @FieldResolver(() => [RoleActionEnum], { description: 'What this viewer may do with it now.' })
  viewerActions(@Ctx() { work }: Context, @Root() role: RoleRow) {
    return actionsOnRoleFor(work, role);
  }
}
