import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { load } from '../platform/database/loader.ts';
import type { Context } from '../platform/graph/context.ts';
import { Guarded } from '../platform/graph/guarded.ts';
import { mutate } from '../platform/graph/mutation.ts';
import { OrgUnit } from '../organisation/unit.graph.ts';
import { unitById } from '../organisation/unit.queries.ts';
import { createToken, revokeToken } from './token.commands.ts';
import { ApiToken, TokenCreateInput, TokenPayload, TokenRevokeInput } from './token.graph.ts';
import { tokenById, type TokenRow } from './token.queries.ts';

@Resolver(() => ApiToken)
export class TokenResolver {
  @FieldResolver(() => OrgUnit, { nullable: true, description: 'The unit that it is bound to.' })
  orgUnit(@Ctx() { work }: Context, @Root() token: TokenRow) {
    return load(work, unitById, token.orgUnitId);
  }

  @Mutation(() => TokenPayload, { nullable: true, description: 'Makes a token. Staff, but not reviewers.' })
  @Guarded('staff')
  tokenCreate(
    @Ctx() context: Context,
    @Arg('input', () => TokenCreateInput, { description: 'What it is for and how long.' })
    input: TokenCreateInput,
  ) {
    return mutate(context, 'tokenCreate', input, createToken, 'token', tokenById);
  }

  @Mutation(() => TokenPayload, { nullable: true, description: 'Revokes a token, at once and for good.' })
  @Guarded('authenticated')
  tokenRevoke(
    @Ctx() context: Context,
    @Arg('input', () => TokenRevokeInput, { description: 'Which token.' }) input: TokenRevokeInput,
  ) {
    return mutate(context, 'tokenRevoke', input, revokeToken, 'token', tokenById);
  }
}
