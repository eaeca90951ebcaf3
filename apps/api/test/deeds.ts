import type { Client } from './harness.ts';
import { who } from './actors.ts';

/** A published need and a competency of the demo, by id. */
export async function needAndCompetency(app: Client) {
  const { need } = await app.data(
    'query ($code: String!) { need(by: { code: $code }) { id orgUnit { id } competency { id } } }',
    { code: `KBT-${new Date().getFullYear()}-0003` },
  );
  return { needId: need.id, unitId: need.orgUnit.id, competencyId: need.competency.id } as Record<
    string,
    string
  >;
}

export async function partnerId(app: Client, email: string = who.university): Promise<string> {
  const { viewer } = await app.data(
    '{ viewer { partnerMemberships { partner { id } } } }',
    {},
    { as: email },
  );
  return viewer.partnerMemberships[0].partner.id;
}

/** A text that lacks nothing. */
export const completeContent = (competencyId: string, more: Record<string, unknown> = {}) => ({
  title: 'Lokakarya komunikasi ramah di loket',
  kind: 'WORKSHOP',
  mode: 'ON_SITE',
  summary: 'Dua sesi praktik menjelaskan penolakan berkas dengan jelas dan santun.',
  rationale: 'Warga sering pulang tanpa tahu langkah berikutnya.',
  objectives: 'Petugas menjelaskan alasan penolakan dalam tiga kalimat.',
  audience: 'Petugas loket kecamatan dan kelurahan',
  capacityMin: 10,
  capacityMax: 25,
  outcomes: [{ competencyId, fromLevel: 2, toLevel: 3, measure: 'Simulasi loket yang dinilai dua pengamat' }],
  sessions: [
    { title: 'Mendengar aktif', minutes: 135 },
    { title: 'Menjelaskan penolakan', minutes: 90 },
  ],
  speakers: [{ name: 'Dr. Contoh Pengajar', affiliation: 'Universitas Contoh Kupang' }],
  budget: [
    {
      description: 'Konsumsi',
      quantity: '25',
      unit: 'orang',
      unitPrice: { amount: '35000' },
      source: 'GOVERNMENT',
    },
  ],
  ...more,
});

export interface Handle {
  id: string;
  version: number;
  digest: string;
}

const handleOf = (proposal: {
  id: string;
  version: number;
  currentRevision: { digest: string } | null;
}): Handle => ({
  id: proposal.id,
  version: proposal.version,
  digest: proposal.currentRevision?.digest ?? '',
});

export async function draft(app: Client, email: string = who.university): Promise<Handle> {
  const { needId, competencyId } = await needAndCompetency(app);
  const payload = await app.mutate(
    'proposalCreate',
    { partnerId: await partnerId(app, email), needs: [{ needId }], content: completeContent(competencyId!) },
    { as: email },
  );
  return handleOf(payload.proposal);
}

/** Moves a proposal and insists that it moved. */
export async function move(
  app: Client,
  proposal: Handle,
  email: string,
  action: string,
  more: Record<string, unknown> = {},
): Promise<Handle> {
  const input = { id: proposal.id, expectedVersion: proposal.version, action, ...more };
  const payload = await app.mutate('proposalTransition', input, { as: email });
  if (payload.errors.length > 0) throw new Error(`${action}: ${JSON.stringify(payload.errors)}`);
  return payload.proposal ? handleOf(payload.proposal) : proposal;
}

export async function review(
  app: Client,
  proposal: Handle,
  email: string,
  more: Record<string, unknown> = {},
) {
  const { rubric } = await app.data('{ rubric { key } }');
  const scores = rubric.map(({ key }: { key: string }) => ({ criterion: key, score: 3 }));
  const input = { proposalId: proposal.id, digest: proposal.digest, verdict: 'APPROVE', scores, ...more };
  const payload = await app.mutate('reviewSubmit', input, { as: email });
  if (payload.errors.length > 0) throw new Error(JSON.stringify(payload.errors));
  return payload.review;
}

export const submitted = async (app: Client, email: string = who.university): Promise<Handle> =>
  move(app, await draft(app, email), email, 'SUBMIT');

export const inReview = async (app: Client, email: string = who.university): Promise<Handle> =>
  move(app, await submitted(app, email), who.secretariat, 'START_REVIEW');

/** In review, both reviews in, and recommended: one step before the decision. */
export async function recommended(app: Client, email: string = who.university): Promise<Handle> {
  const proposal = await inReview(app, email);
  await review(app, proposal, who.reviewer1);
  await review(app, proposal, who.reviewer2);
  await move(app, proposal, who.reviewer1, 'RECOMMEND', { outcome: 'APPROVED', digest: proposal.digest });
  return proposal;
}
