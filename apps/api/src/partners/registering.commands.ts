import { sql } from 'kysely';
import { decodeId, encodeId, newId } from '../platform/database/ids.ts';
import { rowsOf } from '../platform/database/tables.ts';
import { beyondOwnRights } from '../platform/database/unit-of-work.ts';
import { audit } from '../platform/journal/audit.ts';
import { refused, type Deed, type Outcome } from '../platform/journal/deed.ts';
import {
  notFound,
  notPermitted,
  problemOfAll,
  stateConflict,
  versionConflict,
} from '../platform/problem.rules.ts';
import { writeToAccounts } from '../identity/account-letter.commands.ts';
import { isStaff } from '../identity/identity.access.ts';
import { isOwner, mayVerify } from './partner.access.ts';
import { ownersOf, partnerById, partnerPartOf, type PartnerTables } from './partner.queries.ts';
import {
  answerProblems,
  factsProblems,
  possibleOutcomes,
  stateAfter,
  verifiedProblems,
  type PartnerCheck,
  type PartnerFacts,
  type PartnerOutcome,
} from './partner.rules.ts';

declare module '../platform/journal/audit.ts' {
  interface AuditedActions {
    'partner.register': Record<never, never>;
    'partner.update': Record<never, never>;
    'partner.answer': { outcome: PartnerOutcome; met: readonly PartnerCheck[] };
  }
}

/** Registers an institution; whoever does it is its owner. It proposes nothing until the secretariat verifies it. */
export async function registerPartner(deed: Deed, input: PartnerFacts): Promise<Outcome> {
  const { em, now, viewer } = deed;
  if (isStaff(viewer) || viewer.administers.length > 0)
    return refused(problemOfAll('NOT_PERMITTED', 'partner_staff'));
  const problems = factsProblems(input);
  if (problems.length > 0) return refused(...problems);
  const id = newId();
  // Nobody sees it before the membership is there: the row policies let the house write what its owner may read next.
  await beyondOwnRights(deed, async () => {
    const rows = rowsOf<PartnerTables>(em);
    const at = now.toISOString();
    await rows
      .insertInto('partner')
      .values({ id, version: 1, updated_at: at, state: 'PENDING', ...publicFacts(input) })
      .execute();
    await rows
      .insertInto('partner_registration')
      .values({ partner_id: id, ...papers(input), submitted_at: at })
      .execute();
    await addMember(deed, id, viewer.accountId!, true);
  });
  await becomeOwner(deed, id);
  await audit(deed, 'partner.register', encodeId('ptn', id), {});
  return { id };
}

/** What is read for the rest of this request is read by an owner. */
async function becomeOwner({ em, viewer }: Deed, partnerId: string): Promise<void> {
  viewer.memberships = [...viewer.memberships, { partnerId, owner: true }];
  const { settings } = partnerPartOf(viewer.memberships);
  for (const [name, value] of Object.entries(settings))
    await sql`select set_config(${`simpul.${name}`}, ${value}, true)`.execute(rowsOf(em));
}

/** An owner corrects what the institution says of itself, and sends it in again where it waits for an answer. */
export async function updatePartner(
  deed: Deed,
  input: PartnerFacts & { id: string; expectedVersion: number },
): Promise<Outcome> {
  const { em, now, viewer } = deed;
  const id = decodeId('ptn', input.id);
  const [partner] = id ? await partnerById(deed, [id]) : [null];
  if (!id || !partner) return refused(notFound('id'));
  if (!isOwner(viewer, id)) return refused(notPermitted());
  const problems = [...factsProblems(input), ...verifiedProblems(partner, input)];
  if (problems.length > 0) return refused(...problems);
  const rows = rowsOf<PartnerTables>(em);
  const at = now.toISOString();
  const updated = await rows
    .updateTable('partner')
    .set({ ...publicFacts(input), version: sql<number>`version + 1`, updated_at: at })
    .where('id', '=', id)
    .where('version', '=', input.expectedVersion)
    .executeTakeFirst();
  if (updated.numUpdatedRows !== 1n) return refused(versionConflict(partner.version));
  await rows
    .insertInto('partner_registration')
    .values({ partner_id: id, ...papers(input), submitted_at: at })
    .onConflict((conflict) =>
      conflict.column('partner_id').doUpdateSet({ ...papers(input), submitted_at: at }),
    )
    .execute();
  await audit(deed, 'partner.update', encodeId('ptn', id), {});
  return { id };
}

const publicFacts = ({ name, kind, summary, website }: PartnerFacts) => ({
  name: name.trim(),
  kind,
  summary: summary.trim(),
  website: website?.trim() || null,
});

const papers = ({ legalNumber, address, phone }: PartnerFacts) => ({
  legal_number: legalNumber.trim(),
  address: address.trim(),
  phone: phone.trim(),
});

/** Adds somebody to a partner under the name of the account. Runs as the house. False when it is a member already. */
export async function addMember(
  deed: Deed,
  partnerId: string,
  accountId: string,
  owner: boolean,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    insert into partner_membership (id, partner_id, account_id, display_name, owner)
    select ${newId()}, ${partnerId}, id, display_name, ${owner} from account where id = ${accountId}
    on conflict do nothing returning id
  `.execute(rowsOf(deed.em));
  return rows.length === 1;
}

export interface PartnerAnswerInput {
  idempotencyKey: string;
  partnerId: string;
  expectedVersion: number;
  outcome: PartnerOutcome;
  met: PartnerCheck[];
  reason?: string | null;
}

/** The secretariat verifies, asks for what is missing, or suspends; the owners are written to. */
export async function answerPartner(deed: Deed, input: PartnerAnswerInput): Promise<Outcome> {
  const { em, now, viewer } = deed;
  const id = decodeId('ptn', input.partnerId);
  const [partner] = id ? await partnerById(deed, [id]) : [null];
  if (!id || !partner) return refused(notFound('partnerId'));
  if (!mayVerify(viewer)) return refused(notPermitted());
  const { outcome } = input;
  const reason = input.reason?.trim() ?? '';
  const met = [...new Set(input.met)];
  if (partner.version !== input.expectedVersion) return refused(versionConflict(partner.version));
  const possible = possibleOutcomes(partner.state);
  if (!possible.includes(outcome)) return refused(stateConflict(partner.state, possible));
  const problems = answerProblems({ outcome, met, reason });
  if (problems.length > 0) return refused(...problems);
  const rows = rowsOf<PartnerTables>(em);
  const at = now.toISOString();
  const updated = await rows
    .updateTable('partner')
    .set({ state: stateAfter(outcome), version: sql<number>`version + 1`, updated_at: at })
    .where('id', '=', id)
    .where('version', '=', input.expectedVersion)
    .executeTakeFirst();
  if (updated.numUpdatedRows !== 1n) return refused(versionConflict(partner.version + 1));
  await rows
    .insertInto('partner_answer')
    .values({
      id: newId(),
      partner_id: id,
      outcome,
      met,
      reason: reason || null,
      by_id: viewer.accountId!,
      at,
    })
    .execute();
  await audit(deed, 'partner.answer', encodeId('ptn', id), { outcome, met });
  const owners = await beyondOwnRights(deed, () => ownersOf(deed, id));
  const kind = `partner_${outcome.toLowerCase()}`;
  await writeToAccounts(deed, owners, {
    cause: input.idempotencyKey,
    kind,
    values: { partner: partner.name, reason },
  });
  return { id };
}
