import { randomUUID } from 'node:crypto';
import { encodeId } from '../src/platform/database/ids.ts';
import { who } from './actors.ts';
import {
  draft,
  inReview,
  move,
  needAndCompetency,
  partnerId,
  recommended,
  review,
  submitted,
} from './deeds.ts';
import { until, type Asking, type TestApp } from './harness.ts';

export const lateReviewer = 'penelaah3@alak.contoh';
export const otherReviewer = 'penelaah4@alak.contoh';

/** One more reviewer of the unit, with the demo's password. */
export async function addReviewer(app: TestApp, email: string): Promise<void> {
  const id = randomUUID();
  await app.copy.sql(`
    insert into account (id, display_name, email) values ('${id}', 'Penelaah Contoh', '${email}');
    insert into credential (account_id, password_hash, changed_at)
      select '${id}', c.password_hash, c.changed_at from credential c join account a on a.id = c.account_id
      where a.email = '${who.reviewer1}';
    insert into role_assignment (id, account_id, role, org_unit_id, from_day)
      select '${randomUUID()}', '${id}', r.role, r.org_unit_id, r.from_day from role_assignment r
      join account a on a.id = r.account_id where a.email = '${who.reviewer1}' and r.role = 'REVIEWER'`);
}

export async function makeToken(app: TestApp, scope: string, as: string = who.secretariat) {
  const { unitId } = await needAndCompetency(app);
  const expiresOn = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
  const input = { label: `Kunci ${scope}`, scopes: [scope], orgUnitId: unitId, expiresOn };
  const { token, secret } = await app.mutate('tokenCreate', input, { as });
  return { id: token.id as string, secret: secret as string };
}

/** A need as its unit writes it, moved as far as the actions say. */
export async function makeNeed(app: TestApp, headcount: number, actions: string[]): Promise<string> {
  const { unitId, competencyId } = await needAndCompetency(app);
  const as = who.secretariat;
  const input = {
    orgUnitId: unitId,
    title: `Belum untuk umum ${actions.length}`,
    rationale: 'Alasan yang cukup panjang.',
    source: 'UNIT_DEMAND',
    competencyId,
    targetLevel: 3,
    forUnitIds: [unitId],
    headcount,
    indicator: {
      name: 'Berkas selesai',
      unit: 'persen',
      better: 'HIGHER',
      baseline: '41.5',
      source: 'Laporan',
    },
  };
  const { need } = await app.mutate('needCreate', input, { as });
  for (const [index, action] of actions.entries()) {
    await app.mutate('needTransition', { id: need.id, expectedVersion: index + 1, action }, { as });
  }
  return need.id;
}

/** Notices come from jobs; when none is left, all of them are there. */
export async function jobsAreDone(app: TestApp): Promise<void> {
  await until(async () => {
    const [left] = await app.copy.sql<{ n: number }>(
      `select count(*)::int as n from pgboss.job where name = 'event' and state in ('created', 'retry', 'active')`,
    );
    return left!.n === 0;
  }, 30_000);
}

/** One thing of each sort that has an id, by what it is. */
export async function makeThings(app: TestApp) {
  await addReviewer(app, lateReviewer);
  const inDraft = await draft(app);
  const sent = await submitted(app);
  const returned = await move(app, await submitted(app), who.secretariat, 'RETURN', {
    reason: 'Lengkapi dahulu',
  });
  const judged = await inReview(app);
  await review(app, judged, who.reviewer1, { note: 'Catatan telaah' });
  await review(app, judged, who.reviewer2, { note: 'Catatan telaah' });
  const advice = { outcome: 'APPROVED', digest: judged.digest, reason: 'Catatan rekomendasi' };
  await move(app, judged, who.reviewer1, 'RECOMMEND', advice);
  const ready = await recommended(app);
  const approved = await move(app, ready, who.approver, 'APPROVE', { digest: ready.digest });
  const judging = await inReview(app);
  await addReviewer(app, otherReviewer);

  const ask = (query: string, as: string) => app.data(query, {}, { as });
  const { proposal } = await ask(
    `{ proposal(by: { id: "${judged.id}" }) { currentRevision { id } reviews { nodes { id } }
      transitions { nodes { id action } } } }`,
    who.approver,
  );
  const transition = (wanted: string) =>
    proposal.transitions.nodes.find(({ action }: { action: string }) => action === wanted).id;
  const { viewer: asn } = await ask(
    `{ viewer { asnProfile { id position { id duties { id } standards { id competency { id } } } } } }`,
    who.asn,
  );
  const { position } = asn.asnProfile;
  const { viewer: secretary } = await ask('{ viewer { account { id } } }', who.secretariat);
  const { viewer: partner } = await ask('{ viewer { partnerMemberships { id } } }', who.university);
  const notice = await until(async () => {
    const { viewer } = await ask('{ viewer { notices { nodes { id } } } }', who.university);
    return viewer.notices.nodes[0]?.id as string | undefined;
  });
  await jobsAreDone(app);
  const [pending] = await app.copy.sql<{ id: string }>(`select id from partner where state = 'PENDING'`);
  const { needId, unitId } = await needAndCompetency(app);
  const token = await makeToken(app, 'NEED_READ');
  const newcomer = { displayName: 'Akun Contoh', email: 'ditutup@alak.contoh' };
  const { account: closed } = await app.mutate('accountCreate', newcomer, { as: who.admin });
  await app.mutate('accountClose', { accountId: closed.id }, { as: who.admin });
  const { viewer: asking } = await ask('{ viewer { joinRequests { id } } }', who.asking);
  const secretaryQuery = `{ node(id: "${secretary.account.id}") { ... on Account { roleHistory { id } } } }`;
  const { node: kept } = await ask(secretaryQuery, who.admin);

  return {
    handles: { inDraft, sent, judged, judging },
    token,
    ids: {
      'Account (of the secretariat)': secretary.account.id,
      'Account (closed)': closed.id,
      'ApiToken (of the secretariat)': token.id,
      'AsnProfile (of the ASN)': asn.asnProfile.id,
      Competency: position.standards[0].competency.id,
      CompetencyStandard: position.standards[0].id,
      Duty: position.duties[0].id,
      'Need (published)': needId!,
      'Need (published, four people)': await makeNeed(app, 4, ['VERIFY', 'PUBLISH']),
      'Need (draft)': await makeNeed(app, 12, []),
      'Notice (of the partner)': notice,
      OrgUnit: unitId!,
      'Partner (verified)': await partnerId(app),
      'Partner (pending)': encodeId('ptn', pending!.id),
      'PartnerJoin (of the newcomer)': asking.joinRequests[0].id,
      'PartnerMembership (of the owner)': partner.partnerMemberships[0].id,
      Position: position.id,
      'Proposal (draft)': inDraft.id,
      'Proposal (submitted)': sent.id,
      'Proposal (sent back)': returned.id,
      'Proposal (in review, recommended)': judged.id,
      'Proposal (approved)': approved.id,
      'ProposalRevision (in review)': proposal.currentRevision.id,
      'Review (of the first reviewer)': proposal.reviews.nodes[0].id,
      'RoleAssignment (of the secretariat)': kept.roleHistory[0].id,
      'Transition (for all)': transition('SUBMIT'),
      'Transition (internal)': transition('RECOMMEND'),
    } as Record<string, string>,
  };
}

/** The columns of the matrix. */
export async function makeViewers(app: TestApp): Promise<Record<string, Asking>> {
  for (const email of [...Object.values(who), lateReviewer, otherReviewer]) await app.cookie(email);
  const token = async (scope: string) => ({ token: (await makeToken(app, scope)).secret });
  return {
    public: {},
    owner: { as: who.university },
    partner: { as: who.ngo },
    asn: { as: who.asn },
    line: { as: who.supervisor },
    reviewer: { as: who.reviewer1 },
    late: { as: lateReviewer },
    stranger: { as: otherReviewer },
    secr: { as: who.secretariat },
    approver: { as: who.approver },
    hr: { as: who.hr },
    admin: { as: who.admin },
    asking: { as: who.asking },
    'AGGR.': await token('AGGREGATE_READ'),
    'PROP.': await token('PROPOSAL_READ'),
    'ASN_D.': await token('ASN_DIRECTORY_READ'),
    'NEED.': await token('NEED_READ'),
  };
}
