import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { load } from '../platform/database/loader.ts';
import type { Context } from '../platform/graph/context.ts';
import { Guarded } from '../platform/graph/guarded.ts';
import { mutate } from '../platform/graph/mutation.ts';
import { ViewerType } from '../identity/viewer.graph.ts';
import { answerJoin, askToJoin, inviteMember, removeMember } from './membership.commands.ts';
import { mayVerify } from './partner.access.ts';
import { Partner } from './partner.graph.ts';
import {
  answersOfPartner,
  joinById,
  joinsOfAccount,
  openJoinsOfPartner,
  partnerById,
  registrationOf,
  type JoinRow,
  type PartnerRow,
} from './partner.queries.ts';
import { possibleOutcomes } from './partner.rules.ts';
import { answerPartner, registerPartner, updatePartner } from './registering.commands.ts';
import {
  PartnerAnswer,
  PartnerAnswerInput,
  PartnerAskInput,
  PartnerInviteInput,
  PartnerJoin,
  PartnerJoinAnswerInput,
  PartnerJoinPayload,
  PartnerOutcomeEnum,
  PartnerPayload,
  PartnerRegisterInput,
  PartnerRegistration,
  PartnerRemoveInput,
  PartnerUpdateInput,
} from './registering.graph.ts';

@Resolver(() => Partner)
export class PapersResolver {
  @FieldResolver(() => PartnerRegistration, {
    nullable: true,
    description: 'Its papers, for its members and those who verify. Null: not yours, or never sent.',
  })
  registration(@Ctx() { work }: Context, @Root() partner: PartnerRow) {
    return load(work, registrationOf, partner.id);
  }

  @FieldResolver(() => [PartnerAnswer], {
    nullable: true,
    description: 'What was answered, latest first, at most twenty. Null: not yours.',
  })
  answers(@Ctx() { work }: Context, @Root() partner: PartnerRow) {
    return load(work, answersOfPartner, partner.id);
  }

  @FieldResolver(() => [PartnerJoin], {
    description: 'Who asks its owners to be let in, first come first, at most fifty. Empty for all others.',
  })
  async joinRequests(@Ctx() { work }: Context, @Root() partner: PartnerRow) {
    return (await load(work, openJoinsOfPartner, partner.id)) ?? [];
  }

  @FieldResolver(() => [PartnerOutcomeEnum], { description: 'What this viewer may answer now.' })
  viewerOutcomes(@Ctx() { viewer }: Context, @Root() partner: PartnerRow) {
    return mayVerify(viewer) ? possibleOutcomes(partner.state) : [];
  }
}

@Resolver(() => PartnerJoin)
export class JoinResolver {
  @FieldResolver(() => Partner, { nullable: true, description: 'The partner.' })
  partner(@Ctx() { work }: Context, @Root() join: JoinRow) {
    return load(work, partnerById, join.partnerId);
  }
}

@Resolver(() => ViewerType)
export class ViewerJoinsResolver {
  @FieldResolver(() => [PartnerJoin], {
    description: 'Where this person asked to join, latest first, at most ten.',
  })
  async joinRequests(@Ctx() { work, viewer }: Context) {
    const accountId = viewer.kind === 'account' ? viewer.accountId : null;
    return (await load(work, joinsOfAccount, accountId)) ?? [];
  }
}

@Resolver()
export class RegisteringResolver {
  @Mutation(() => PartnerPayload, {
    nullable: true,
    description: 'Registers an institution, to be verified.',
  })
  @Guarded('authenticated')
  partnerRegister(
    @Ctx() context: Context,
    @Arg('input', () => PartnerRegisterInput, { description: 'The institution.' })
    input: PartnerRegisterInput,
  ) {
    return mutate(context, 'partnerRegister', input, registerPartner, 'partner', partnerById);
  }

  @Mutation(() => PartnerPayload, { nullable: true, description: 'Corrects an institution. Owners only.' })
  @Guarded('partnerMember')
  partnerUpdate(
    @Ctx() context: Context,
    @Arg('input', () => PartnerUpdateInput, { description: 'What it says now.' }) input: PartnerUpdateInput,
  ) {
    return mutate(context, 'partnerUpdate', input, updatePartner, 'partner', partnerById);
  }

  @Mutation(() => PartnerPayload, {
    nullable: true,
    description: 'Answers a registration. The secretariat only.',
  })
  @Guarded('partnerVerifier')
  partnerAnswer(
    @Ctx() context: Context,
    @Arg('input', () => PartnerAnswerInput, { description: 'The answer.' }) input: PartnerAnswerInput,
  ) {
    return mutate(context, 'partnerAnswer', input, answerPartner, 'partner', partnerById);
  }

  @Mutation(() => PartnerJoinPayload, { nullable: true, description: 'Asks to act for a partner.' })
  @Guarded('authenticated')
  partnerAsk(
    @Ctx() context: Context,
    @Arg('input', () => PartnerAskInput, { description: 'Which partner.' }) input: PartnerAskInput,
  ) {
    return mutate(context, 'partnerAsk', input, askToJoin, 'join', joinById);
  }

  @Mutation(() => PartnerJoinPayload, {
    nullable: true,
    description: 'Lets somebody in, or not. Owners only.',
  })
  @Guarded('partnerMember')
  partnerJoinAnswer(
    @Ctx() context: Context,
    @Arg('input', () => PartnerJoinAnswerInput, { description: 'The answer.' }) input: PartnerJoinAnswerInput,
  ) {
    return mutate(context, 'partnerJoinAnswer', input, answerJoin, 'join', joinById);
  }

  @Mutation(() => PartnerPayload, { nullable: true, description: 'Brings in a colleague. Owners only.' })
  @Guarded('partnerMember')
  partnerInvite(
    @Ctx() context: Context,
    @Arg('input', () => PartnerInviteInput, { description: 'Whom.' }) input: PartnerInviteInput,
  ) {
    return mutate(context, 'partnerInvite', input, inviteMember, 'partner', partnerById);
  }

  @Mutation(() => PartnerPayload, {
    nullable: true,
    description: 'Takes somebody out of a partner: an owner anybody, a member only himself or herself.',
  })
  @Guarded('partnerMember')
  partnerRemove(
    @Ctx() context: Context,
    @Arg('input', () => PartnerRemoveInput, { description: 'Whom.' }) input: PartnerRemoveInput,
  ) {
    return mutate(context, 'partnerRemove', input, removeMember, 'partner', partnerById);
  }
}
