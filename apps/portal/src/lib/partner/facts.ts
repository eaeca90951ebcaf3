import * as v from 'valibot';
import { m } from '@simpul/words/messages';
import { choice, optionalText, text } from '#lib/form/fields.ts';
import { partnerKind } from '#lib/words/people.ts';
import { codes } from '#lib/words/word.ts';

/** What an institution says of itself; the rest of the rules the API tells. */
export const partnerFacts = v.object({
  name: text(150, m.partner_name_required),
  kind: choice(codes(partnerKind), m.partner_kind_required),
  summary: text(600, m.partner_summary_required),
  website: optionalText(200),
  legalNumber: text(100, m.partner_legal_required),
  address: text(300, m.partner_address_required),
  phone: text(40, m.partner_phone_required),
});
