import { defineEntity, p } from '@mikro-orm/postgresql';
import { houseOnly } from '../platform/database/row-policy.ts';
import { AccountSchema } from './account.entity.ts';

/** A browser that is signed in. The cookie holds the secret, the row its SHA-256. */
export const SessionSchema = defineEntity({
  name: 'Session',
  tableName: 'session',
  ...houseOnly('session'),
  indexes: [
    { name: 'session_account', properties: ['account'] },
    { name: 'session_ends_at', properties: ['endsAt'] },
  ],
  properties: {
    id: p.uuid().primary(),
    account: () => p.manyToOne(AccountSchema).mapToPk().deleteRule('cascade'),
    secretHash: p.text().unique(),
    /** Milliseconds that it may go unused. */
    idle: p.bigint(),
    lastSeenAt: p.datetime(3),
    endsAt: p.datetime(3),
  },
});

/** Attempts to sign in that failed in a row, by a hash of the account's name or of the address. */
export const SignInFailureSchema = defineEntity({
  name: 'SignInFailure',
  tableName: 'sign_in_failure',
  ...houseOnly('sign_in_failure'),
  indexes: [{ name: 'sign_in_failure_next_at', properties: ['nextAt'] }],
  properties: {
    key: p.text().primary(),
    failures: p.integer(),
    nextAt: p.datetime(3),
  },
});

export const sessionEntities = [SessionSchema, SignInFailureSchema];
