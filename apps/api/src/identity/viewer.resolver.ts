import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { load } from '../platform/database/loader.ts';
import { PageArgs, toConnection } from '../platform/graph/connection.graph.ts';
import type { Context } from '../platform/graph/context.ts';
import { Guarded } from '../platform/graph/guarded.ts';
import { mutate } from '../platform/graph/mutation.ts';
import { wordsFor } from '../platform/words.ts';
import { AsnProfile } from '../organisation/asn.graph.ts';
import { asnProfileById } from '../organisation/asn.queries.ts';
import { Account, RoleAssignment } from './account.graph.ts';
import { accountById, rolesOfAccount } from './account.queries.ts';
import { readNotice } from './notice.commands.ts';
import { Notice, NoticeConnection, NoticePayload, NoticeReadInput } from './notice.graph.ts';
import { listNotices, noticeById, type NoticeRow } from './notice.queries.ts';
import { ApiToken } from './token.graph.ts';
import { tokensOfAccount } from './token.queries.ts';
import { ViewerType } from './viewer.graph.ts';

/** A token is no person: what belongs to an account is not its own. */
const accountOf = ({ viewer }: Context): string | null =>
  viewer.kind === 'account' ? viewer.accountId : null;

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType, { nullable: true, description: 'Null for an anonymous request.' })
  @Guarded('public')
  viewer(@Ctx() { viewer }: Context) {
    return viewer.kind === 'anonymous' ? null : { scopes: viewer.scopes };
  }

  @FieldResolver(() => Account, { nullable: true, description: 'The account; null for a token.' })
  account(@Ctx() context: Context) {
    return load(context.work, accountById, accountOf(context));
  }

  @FieldResolver(() => AsnProfile, {
    nullable: true,
    description: 'The own profile; null when not a civil servant.',
  })
  asnProfile(@Ctx() { work, viewer }: Context) {
    return load(work, asnProfileById, viewer.asnProfileId);
  }

  @FieldResolver(() => [RoleAssignment], { description: 'Those that hold today.' })
  async roles(@Ctx() context: Context) {
    return (await load(context.work, rolesOfAccount, accountOf(context))) ?? [];
  }

  @FieldResolver(() => [ApiToken], { description: 'The own tokens, without secrets.' })
  async tokens(@Ctx() context: Context) {
    return (await load(context.work, tokensOfAccount, accountOf(context))) ?? [];
  }

  @FieldResolver(() => NoticeConnection, { nullable: true, description: 'Newest first; null for a token.' })
  async notices(@Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    const accountId = accountOf(context);
    return accountId && toConnection(await listNotices(context.work, accountId, page));
  }
}

@Resolver(() => Notice)
export class NoticeResolver {
  @FieldResolver(() => String, { description: "What happened, in the reader's language." })
  text(@Ctx() { locale }: Context, @Root() notice: NoticeRow) {
    return wordsFor(`notice_${notice.kind}`, locale, notice.values);
  }

  @FieldResolver(() => String, { description: 'Why it came to this person.' })
  reason(@Ctx() { locale }: Context, @Root() notice: NoticeRow) {
    return wordsFor(`notice_reason_${notice.reason}`, locale, notice.values);
  }

  @Mutation(() => NoticePayload, {
    nullable: true,
    description: 'Marks a notice as read; again changes nothing.',
  })
  @Guarded('authenticated')
  noticeRead(
    @Ctx() context: Context,
    @Arg('input', () => NoticeReadInput, { description: 'Which notice.' }) input: NoticeReadInput,
  ) {
    return mutate(context, 'noticeRead', input, readNotice, 'notice', noticeById);
  }
}
