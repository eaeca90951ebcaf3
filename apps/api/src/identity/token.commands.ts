import { dayOf } from '../platform/clock.ts';
import { decodeId, encodeId, newId } from '../platform/database/ids.ts';
import { rowsOf } from '../platform/database/tables.ts';
import { load } from '../platform/database/loader.ts';
import { audit } from '../platform/journal/audit.ts';
import { refused, type Deed, type Outcome } from '../platform/journal/deed.ts';
import { notFound, notPermitted, problem, textProblems } from '../platform/problem.rules.ts';
import { unitAndAbove } from '../organisation/unit.queries.ts';
import { daysBetween } from '../organisation/working-day.rules.ts';
import { holds } from './identity.access.ts';
import { overseeingRoles } from './role.rules.ts';
import { ApiTokenSchema } from './token.entity.ts';
import { expiryProblems, newSecret, sha256, writeToken, type Scope } from './token.rules.ts';
import type { IdentityTables } from './viewer.queries.ts';

declare module '../platform/journal/audit.ts' {
  interface AuditedActions {
    'token.create': { scopes: Scope[]; expiresOn: string };
    'token.revoke': Record<never, never>;
  }
}

export interface NewToken {
  label: string;
  scopes: Scope[];
  orgUnitId: string;
  expiresOn: string;
}

/** Makes a token for a unit at which the maker oversees. Its secret leaves the house here and is not kept. */
export async function createToken(deed: Deed, input: NewToken): Promise<Outcome<{ secret: string }>> {
  const { em, now, viewer } = deed;
  const unitId = decodeId('unt', input.orgUnitId);
  const above = unitId ? await load(deed, unitAndAbove, unitId) : null;
  if (!unitId || !above || above.length === 0) return refused(notFound('orgUnitId'));
  if (!holds(viewer, overseeingRoles, above)) return refused(notPermitted());
  const scopes = [...new Set(input.scopes)];
  const problems = [
    ...textProblems(input.label, ['label'], { min: 3, max: 80 }),
    ...(scopes.length === 0 ? [problem('REQUIRED', 'required', ['scopes'])] : []),
    ...expiryProblems(daysBetween(dayOf(now), input.expiresOn)),
  ];
  if (problems.length > 0) return refused(...problems);
  const id = newId();
  const secret = newSecret();
  em.create(ApiTokenSchema, {
    id,
    account: viewer.accountId!,
    label: input.label.trim(),
    scopes,
    orgUnit: unitId,
    secretHash: sha256(secret),
    createdAt: now,
    // The end of the last day in the home zone (UTC+8).
    expiresAt: new Date(`${input.expiresOn}T16:00:00Z`),
  });
  await em.flush();
  await audit(deed, 'token.create', encodeId('tok', id), { scopes, expiresOn: input.expiresOn });
  return { id, secret: writeToken(id, secret) };
}

/** Revokes a token that the viewer may see; one that is revoked already stays as it was. */
export async function revokeToken(deed: Deed, input: { id: string }): Promise<Outcome> {
  const id = decodeId('tok', input.id);
  const rows = rowsOf<IdentityTables>(deed.em);
  const seen = id
    ? await rows.selectFrom('api_token').select('id').where('id', '=', id).executeTakeFirst()
    : null;
  if (!id || !seen) return refused(notFound('id'));
  const revoked = await rows
    .updateTable('api_token')
    .set({ revoked_at: deed.now.toISOString() })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (revoked.numUpdatedRows === 1n) await audit(deed, 'token.revoke', encodeId('tok', id), {});
  return { id };
}
