import { defineEntity, p } from '@mikro-orm/postgresql';
import { houseOnly } from '../database/row-policy.ts';
import type { Locale } from '../words.ts';

/**
 * A letter to one address: which one (`letter_<kind>_…` in the catalogue) and the values in it. A one-time link is not
 * among them: it is made when the letter leaves. One cause makes one letter for one address.
 */
export const LetterSchema = defineEntity({
  name: 'Letter',
  tableName: 'letter',
  ...houseOnly('letter'),
  uniques: [{ name: 'letter_once', properties: ['cause', 'recipient', 'kind'] }],
  indexes: [{ name: 'letter_created_at', properties: ['createdAt'] }],
  properties: {
    id: p.uuid().primary(),
    /** The event or the deed that it tells of. */
    cause: p.uuid(),
    recipient: p.text(),
    kind: p.text(),
    locale: p.text().$type<Locale>(),
    values: p.json<Record<string, string>>().name('letter_values'),
    createdAt: p.datetime(3),
    sentAt: p.datetime(3).nullable(),
  },
});
