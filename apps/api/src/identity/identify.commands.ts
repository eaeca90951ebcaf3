import { GraphQLError } from 'graphql';
import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { idList } from '../platform/access/row-predicates.ts';
import { anonymous, makeViewer, type Viewer } from '../platform/access/viewer.ts';
import { rowsOf } from '../platform/database/tables.ts';
import type { Work } from '../platform/database/unit-of-work.ts';
import type { Room, ViewerPart } from '../platform/room.ts';
import { unitAndAbove } from '../organisation/unit.queries.ts';
import { holdsRole, overseeingRoles } from './role.rules.ts';
import { isSameSecret, readToken, sha256, type Scope } from './token.rules.ts';
import { heldRoles, type IdentityTables } from './viewer.queries.ts';

/** How often the last use of a session or a token is written down, in milliseconds. */
const USE_NOTED_EVERY = 60_000;

/** What a request carries to prove who asks. */
export interface Proof {
  cookie: string | null;
  bearer: string | null;
}

export function proofOf(request: FastifyRequest, cookieName: string): Proof {
  const cookies = (request.headers.cookie ?? '').split(/;\s*/);
  const cookie =
    cookies.find((one) => one.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1) ?? null;
  const authorization = request.headers.authorization;
  const bearer = authorization === undefined ? null : (/^Bearer (\S+)$/i.exec(authorization)?.[1] ?? '');
  return { cookie: cookie || null, bearer };
}

const unauthenticated = (message: string) =>
  new GraphQLError(message, { extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } } });

/**
 * The viewer behind a request. A dead cookie is an anonymous viewer: the reader sees the public side and may sign in
 * again. A token that does not hold is an error, and so are both together. Runs as the house.
 */
export async function identify(work: Work, proof: Proof, rooms: Room[]): Promise<Viewer> {
  if (proof.cookie !== null && proof.bearer !== null)
    throw unauthenticated('Send a cookie or a token, not both');
  if (proof.bearer !== null) return tokenViewer(work, proof.bearer);
  if (proof.cookie === null) return anonymous();
  const session = await openSession(work, proof.cookie);
  if (!session) return anonymous();
  return { ...(await viewerOf(work, session.account_id, rooms)), proofId: session.id };
}

/** An account as the rooms know it together. Runs as the house. */
export async function viewerOf(work: Work, accountId: string, rooms: Room[]): Promise<Viewer> {
  const known: ViewerPart[] = [];
  for (const room of rooms) if (room.viewerPart) known.push(await room.viewerPart(work, accountId));
  return makeViewer(
    'account',
    accountId,
    Object.assign({}, ...known.map(({ parts }) => parts)),
    Object.assign({}, ...known.map(({ settings }) => settings)),
  );
}

async function openSession({ em, now }: Work, secret: string) {
  const rows = rowsOf<IdentityTables>(em);
  const at = now.toISOString();
  const session = await rows
    .selectFrom('session')
    .select(['id', 'account_id', 'last_seen_at'])
    .where('secret_hash', '=', sha256(secret))
    .where('ends_at', '>', at)
    .where(sql<boolean>`last_seen_at + idle * interval '1 millisecond' > ${at}`)
    .executeTakeFirst();
  if (!session) return null;
  if (now.getTime() - Date.parse(session.last_seen_at) > USE_NOTED_EVERY) {
    await rows.updateTable('session').set({ last_seen_at: at }).where('id', '=', session.id).execute();
    await rows
      .updateTable('account')
      .set({ last_seen_at: at })
      .where('id', '=', session.account_id)
      .execute();
  }
  return session;
}

async function tokenViewer(work: Work, text: string): Promise<Viewer> {
  const { em, now } = work;
  const given = readToken(text);
  const rows = rowsOf<IdentityTables>(em);
  const at = now.toISOString();
  const token = given
    ? await rows
        .selectFrom('api_token')
        .select(['id', 'account_id', 'secret_hash', 'scopes', 'org_unit_id', 'last_used_at'])
        .where('id', '=', given.id)
        .where('revoked_at', 'is', null)
        .where('expires_at', '>', at)
        .executeTakeFirst()
    : undefined;
  const holds = token && isSameSecret(given!.secret, token.secret_hash);
  if (!holds || !(await makerStillMay(work, token.account_id, token.org_unit_id))) {
    throw unauthenticated('The token is unknown, expired or revoked');
  }
  if (!token.last_used_at || now.getTime() - Date.parse(token.last_used_at) > USE_NOTED_EVERY) {
    await rows.updateTable('api_token').set({ last_used_at: at }).where('id', '=', token.id).execute();
  }
  return { ...scopedViewer(token.account_id, token.org_unit_id, token.scopes), proofId: token.id };
}

/** A token never reads more than the one who made it: with the role at the unit, the token goes too. */
async function makerStillMay(work: Work, accountId: string, unitId: string): Promise<boolean> {
  const [above] = await unitAndAbove(work, [unitId]);
  return holdsRole(await heldRoles(work, accountId), overseeingRoles, above ?? []);
}

function scopedViewer(accountId: string, unitId: string, scopes: readonly Scope[]): Viewer {
  const unit = (scope: Scope) => (scopes.includes(scope) ? idList([unitId]) : '');
  return makeViewer(
    'token',
    accountId,
    { scopes, tokenUnitId: unitId, readsDirectory: scopes.includes('ASN_DIRECTORY_READ') },
    {
      directory_roots: unit('ASN_DIRECTORY_READ'),
      oversight_roots: unit('PROPOSAL_READ'),
    },
  );
}
