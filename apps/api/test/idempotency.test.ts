import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { who } from './actors.ts';
import { completeContent, draft, inReview, needAndCompetency, partnerId, submitted } from './deeds.ts';
import { startApp, until, type TestApp } from './harness.ts';

let app: TestApp;
beforeAll(async () => void (app = await startApp()));
afterAll(() => app[Symbol.asyncDispose]());

interface Deed {
  name: string;
  as: string;
  /** Makes the input anew: each run needs an object of its own. */
  input: () => Promise<Record<string, unknown>>;
  /** The same deed said otherwise. */
  other: Record<string, unknown>;
  /** Counts its effect: rows of this table. */
  table: string;
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const needInput = async () => {
  const { unitId, competencyId } = await needAndCompetency(app);
  return {
    orgUnitId: unitId,
    title: 'Menulis surat dinas yang mudah dipahami',
    rationale: 'Surat yang berbelit membuat warga datang dua kali.',
    source: 'UNIT_DEMAND',
    competencyId,
    targetLevel: 2,
    forUnitIds: [unitId],
  };
};

const deeds: Deed[] = [
  { name: 'needCreate', as: who.secretariat, input: needInput, other: { targetLevel: 3 }, table: 'need' },
  {
    name: 'needTransition',
    as: who.secretariat,
    input: async () => {
      const { need } = await app.mutate('needCreate', await needInput(), { as: who.secretariat });
      return { id: need.id, expectedVersion: 1, action: 'VERIFY' };
    },
    other: { action: 'CLOSE', reason: 'Sudah terjawab.' },
    table: `audit.audit_entry where action = 'need.transition'`,
  },
  {
    name: 'proposalCreate',
    as: who.university,
    input: async () => {
      const { needId, competencyId } = await needAndCompetency(app);
      return {
        partnerId: await partnerId(app),
        needs: [{ needId }],
        content: completeContent(competencyId!),
      };
    },
    other: { initiativeReason: 'Alasan lain' },
    table: 'proposal',
  },
  {
    name: 'proposalUpdate',
    as: who.university,
    input: async () => ({
      id: (await draft(app)).id,
      expectedVersion: 1,
      content: { title: 'Judul yang diperbaiki' },
    }),
    other: { content: { title: 'Judul yang lain lagi' } },
    table: `audit.audit_entry where action = 'proposal.update'`,
  },
  {
    name: 'proposalTransition',
    as: who.university,
    input: async () => ({ id: (await draft(app)).id, expectedVersion: 1, action: 'SUBMIT' }),
    other: { action: 'WITHDRAW' },
    table: 'transition',
  },
  {
    name: 'proposalLinkNeeds',
    as: who.secretariat,
    input: async () => {
      const { needId } = await needAndCompetency(app);
      const { id, version } = await submitted(app);
      return { id, expectedVersion: version, needs: [{ needId }] };
    },
    other: { needs: [] },
    table: `audit.audit_entry where action = 'proposal.linkNeeds'`,
  },
  {
    name: 'reviewSubmit',
    as: who.reviewer1,
    input: async () => {
      const { rubric } = await app.data('{ rubric { key } }');
      const { id, digest } = await inReview(app);
      const scores = rubric.map(({ key }: { key: string }) => ({ criterion: key, score: 3 }));
      return { proposalId: id, digest, verdict: 'APPROVE', scores };
    },
    other: { note: 'Catatan lain' },
    table: `audit.audit_entry where action = 'review.submit'`,
  },
  {
    name: 'tokenCreate',
    as: who.secretariat,
    input: async () => {
      const { unitId } = await needAndCompetency(app);
      return { label: 'Dasbor uji', scopes: ['AGGREGATE_READ'], orgUnitId: unitId, expiresOn: inDays(30) };
    },
    other: { label: 'Dasbor lain' },
    table: 'api_token',
  },
  {
    name: 'tokenRevoke',
    as: who.secretariat,
    input: async () => {
      const { unitId } = await needAndCompetency(app);
      const made = {
        label: 'Dasbor uji',
        scopes: ['AGGREGATE_READ'],
        orgUnitId: unitId,
        expiresOn: inDays(30),
      };
      return { id: (await app.mutate('tokenCreate', made, { as: who.secretariat })).token.id };
    },
    other: { id: 'tok_AAAAAAAAAAAAAAAAAAAAAA' },
    table: `audit.audit_entry where action = 'token.revoke'`,
  },
  {
    name: 'noticeRead',
    as: who.reviewer2,
    input: async () => {
      const { id } = await inReview(app);
      const query = '{ viewer { notices(first: 10) { nodes { id proposal { id } readAt } } } }';
      return until(async () => {
        const { viewer } = await app.data(query, {}, { as: who.reviewer2 });
        const found = viewer.notices.nodes.find(
          (one: { proposal: { id: string } }) => one.proposal?.id === id,
        );
        return found && { id: found.id };
      });
    },
    other: { id: 'ntc_AAAAAAAAAAAAAAAAAAAAAA' },
    table: 'notice where read_at is not null',
  },
];

async function count(table: string): Promise<number> {
  const [row] = await app.copy.sql<{ n: string }>(`select count(*) as n from ${table}`);
  return Number(row!.n);
}

/** A secret is shown once; all else of a payload is the same every time. */
const withoutSecret = (payload: Record<string, unknown>) => ({ ...payload, secret: null });

test.each(deeds)('$name sent twice at once and once more has one effect and one payload', async (deed) => {
  const idempotencyKey = randomUUID();
  const input = { ...(await deed.input()), idempotencyKey };
  const before = await count(deed.table);
  const send = () => app.mutate(deed.name, input, { as: deed.as });
  const [first, second] = await Promise.all([send(), send()]);
  const third = await send();
  expect(first.errors).toEqual([]);
  expect(withoutSecret(second)).toEqual(withoutSecret(first));
  expect(withoutSecret(third)).toEqual(withoutSecret(first));
  expect(await count(deed.table)).toBe(before + 1);
  if (deed.name === 'tokenCreate') {
    expect([first.secret, second.secret].filter(Boolean)).toHaveLength(1);
    expect(third.secret).toBeNull();
  }

  const reused = await app.mutate(deed.name, { ...input, ...deed.other }, { as: deed.as });
  expect(reused.errors.map(({ code }: { code: string }) => code)).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  expect(reused.errors[0].path).toEqual(['input', 'idempotencyKey']);
  expect(await count(deed.table)).toBe(before + 1);
});

test('what was refused keeps no key: the same words succeed once the obstacle is gone', async () => {
  const idempotencyKey = randomUUID();
  const { id } = await draft(app);
  const input = { id, expectedVersion: 1, action: 'SUBMIT', idempotencyKey };
  await app.copy.sql(`update partner set state = 'SUSPENDED' where name like 'Universitas%'`);
  const refused = await app.mutate('proposalTransition', input, { as: who.university });
  expect(refused.errors.map(({ code }: { code: string }) => code)).toEqual(['NOT_PERMITTED']);
  await app.copy.sql(`update partner set state = 'VERIFIED' where name like 'Universitas%'`);
  const done = await app.mutate('proposalTransition', input, { as: who.university });
  expect(done.errors).toEqual([]);
  expect(done.proposal.state).toBe('SUBMITTED');
});

test('two people may use the same key, each for a deed of their own', async () => {
  const idempotencyKey = randomUUID();
  const { needId, competencyId } = await needAndCompetency(app);
  const write = async (as: string) =>
    app.mutate(
      'proposalCreate',
      {
        partnerId: await partnerId(app, as),
        needs: [{ needId }],
        content: completeContent(competencyId!),
        idempotencyKey,
      },
      { as },
    );
  const [one, other] = [await write(who.university), await write(who.ngo)];
  expect([one.errors, other.errors]).toEqual([[], []]);
  expect(one.proposal.id).not.toBe(other.proposal.id);
});
