import { m } from '@simpul/words/messages';
import type { AccountState, PartnerCheck, PartnerOutcome } from '#lib/graph/generated/graphql.ts';
import type { Tone, Word } from './word.ts';

export const accountState = {
  INVITED: m.account_state_invited,
  ACTIVE: m.account_state_active,
  CLOSED: m.account_state_closed,
} satisfies Record<AccountState, Word>;

export const accountTone = {
  INVITED: 'info',
  ACTIVE: 'success',
  CLOSED: 'error',
} satisfies Record<AccountState, Tone>;

export const partnerCheck = {
  LEGAL: m.partner_check_legal,
  AUTHORITY: m.partner_check_authority,
  CONTACT: m.partner_check_contact,
  CONDUCT: m.partner_check_conduct,
} satisfies Record<PartnerCheck, Word>;

/** What the secretariat does, as a verb, and what it did. */
export const partnerDeed = {
  VERIFY: m.partner_verify,
  RETURN: m.partner_return,
  SUSPEND: m.partner_suspend,
} satisfies Record<PartnerOutcome, Word>;

export const partnerOutcome = {
  VERIFY: m.partner_was_verified,
  RETURN: m.partner_was_returned,
  SUSPEND: m.partner_was_suspended,
} satisfies Record<PartnerOutcome, Word>;

export const partnerOutcomeTone = {
  VERIFY: 'success',
  RETURN: 'warning',
  SUSPEND: 'error',
} satisfies Record<PartnerOutcome, Tone>;
