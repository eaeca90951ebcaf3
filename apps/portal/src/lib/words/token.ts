import { m } from '@simpul/words/messages';
import type { Scope } from '#lib/graph/generated/graphql.ts';
import type { Word } from './word.ts';

/** What a program may read, in the order in which the form offers it. */
export const scope = {
  AGGREGATE_READ: m.scope_aggregate_read,
  NEED_READ: m.scope_need_read,
  PROPOSAL_READ: m.scope_proposal_read,
  ASN_DIRECTORY_READ: m.scope_asn_directory_read,
  SCHEMA_READ: m.scope_schema_read,
  PROGRAMME_READ: m.scope_programme_read,
  WEBHOOK_MANAGE: m.scope_webhook_manage,
} satisfies Record<Scope, Word>;

/** Those that open something today. */
export const usefulScopes = [
  'AGGREGATE_READ',
  'NEED_READ',
  'PROPOSAL_READ',
  'ASN_DIRECTORY_READ',
  'SCHEMA_READ',
] as const satisfies readonly Scope[];
