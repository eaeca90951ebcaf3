import { defineEntity, p } from '@mikro-orm/postgresql';
import { guardedBy } from '../platform/database/row-policy.ts';
import { AccountSchema } from './account.entity.ts';
import { noticeVisible } from './identity.access.ts';

/**
 * Something that happened and wants this person. It names its sentences in the catalogue and the values in them, so
 * that each reader reads his or her own language. One event makes one notice for one person, however often it is
 * handled.
 */
export const NoticeSchema = defineEntity({
  name: 'Notice',
  tableName: 'notice',
  ...guardedBy('notice', noticeVisible),
  indexes: [
    {
      name: 'notice_of_account',
      expression: 'create index notice_of_account on notice (account_id, created_at desc, id desc)',
    },
  ],
  uniques: [{ name: 'notice_once', properties: ['eventId', 'account'] }],
  properties: {
    id: p.uuid().primary(),
    account: () => p.manyToOne(AccountSchema).mapToPk().deleteRule('cascade'),
    eventId: p.uuid(),
    kind: p.text(),
    reason: p.text(),
    values: p.json<Record<string, string>>().name('sentence_values'),
    /** The proposal that it is about, by its UUID; a later room says what it is. */
    proposalId: p.uuid().nullable(),
    createdAt: p.datetime(3),
    readAt: p.datetime(3).nullable(),
  },
});
