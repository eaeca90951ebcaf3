import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../platform/graph/context.ts';
import { Guarded } from '../platform/graph/guarded.ts';
import { mutate } from '../platform/graph/mutation.ts';
import { asnProfileById } from '../organisation/asn.queries.ts';
import {
  AccountCodePayload,
  AccountCreateInput,
  AccountCloseInput,
  AccountPrintCodeInput,
  AccountReopenInput,
  AccountSendLinkInput,
  AccountPayload,
  AsnCodePayload,
  AsnPrintCodeInput,
  RoleConfirmInput,
  RoleEndInput,
  RoleGrantInput,
  RolePayload,
} from './account-keeping.graph.ts';
import {
  closeAccount,
  createAccount,
  printAsnCode,
  printCode,
  reopenAccount,
  sendLink,
} from './account.commands.ts';
import { accountById, roleById } from './account.queries.ts';
import { confirmRole, endRole, grantRole } from './role.commands.ts';

const ACCOUNT = { description: 'Which account.' };

/** What administrators do with accounts, and HR for its people. */
@Resolver()
export class AccountKeepingResolver {
  @Mutation(() => AccountPayload, {
    nullable: true,
    description: 'Makes an account and writes to its owner.',
  })
  @Guarded('admin')
  accountCreate(
    @Ctx() context: Context,
    @Arg('input', () => AccountCreateInput, { description: 'Whose account.' }) input: AccountCreateInput,
  ) {
    return mutate(context, 'accountCreate', input, createAccount, 'account', accountById);
  }

  @Mutation(() => AccountPayload, {
    nullable: true,
    description: 'Writes to the owner, with a link to set a password.',
  })
  @Guarded('admin')
  accountSendLink(
    @Ctx() context: Context,
    @Arg('input', () => AccountSendLinkInput, ACCOUNT) input: AccountSendLinkInput,
  ) {
    return mutate(context, 'accountSendLink', input, sendLink, 'account', accountById);
  }

  @Mutation(() => AccountCodePayload, { nullable: true, description: 'Makes a code to print and hand over.' })
  @Guarded('admin')
  accountPrintCode(
    @Ctx() context: Context,
    @Arg('input', () => AccountPrintCodeInput, ACCOUNT) input: AccountPrintCodeInput,
  ) {
    return mutate(context, 'accountPrintCode', input, printCode, 'account', accountById);
  }

  @Mutation(() => AccountPayload, {
    nullable: true,
    description: 'Closes an account; its sessions and tokens end.',
  })
  @Guarded('admin')
  accountClose(
    @Ctx() context: Context,
    @Arg('input', () => AccountCloseInput, ACCOUNT) input: AccountCloseInput,
  ) {
    return mutate(context, 'accountClose', input, closeAccount, 'account', accountById);
  }

  @Mutation(() => AccountPayload, { nullable: true, description: 'Opens a closed account again.' })
  @Guarded('admin')
  accountReopen(
    @Ctx() context: Context,
    @Arg('input', () => AccountReopenInput, ACCOUNT) input: AccountReopenInput,
  ) {
    return mutate(context, 'accountReopen', input, reopenAccount, 'account', accountById);
  }

  @Mutation(() => AsnCodePayload, {
    nullable: true,
    description:
      'Makes a code for a civil servant of your units. HR only; not for those who decide or administer.',
  })
  @Guarded('hr')
  asnPrintCode(
    @Ctx() context: Context,
    @Arg('input', () => AsnPrintCodeInput, { description: 'For whom.' }) input: AsnPrintCodeInput,
  ) {
    return mutate(context, 'asnPrintCode', input, printAsnCode, 'asnProfile', asnProfileById);
  }

  @Mutation(() => RolePayload, { nullable: true, description: 'Gives a role at a unit that you administer.' })
  @Guarded('admin')
  roleGrant(
    @Ctx() context: Context,
    @Arg('input', () => RoleGrantInput, { description: 'Whom, what, where and until when.' })
    input: RoleGrantInput,
  ) {
    return mutate(context, 'roleGrant', input, grantRole, 'role', roleById);
  }

  @Mutation(() => RolePayload, { nullable: true, description: 'The second yes to an administrator.' })
  @Guarded('admin')
  roleConfirm(
    @Ctx() context: Context,
    @Arg('input', () => RoleConfirmInput, { description: 'Which role.' }) input: RoleConfirmInput,
  ) {
    return mutate(context, 'roleConfirm', input, confirmRole, 'role', roleById);
  }

  @Mutation(() => RolePayload, { nullable: true, description: 'Sets the last day of a role.' })
  @Guarded('admin')
  roleEnd(
    @Ctx() context: Context,
    @Arg('input', () => RoleEndInput, { description: 'Which role, and its last day.' }) input: RoleEndInput,
  ) {
    return mutate(context, 'roleEnd', input, endRole, 'role', roleById);
  }
}
