import { randomUUID } from 'node:crypto';
import { encodeId } from '../src/platform/database/ids.ts';
import type { Answer, Asking, TestApp } from './harness.ts';

/** An id of this sort that nobody has. */
export const nobodys = (prefix: string): string => encodeId(prefix, randomUUID());

const institution = {
  name: 'Lembaga Contoh',
  kind: 'NGO',
  summary: 'Mengajar apa saja yang dibutuhkan orang.',
  legalNumber: 'AHU-1',
  address: 'Jalan Contoh 1',
  phone: '0380123456',
};

/** One sound input for each mutation, about things that are not there. */
export const inputs: Record<string, Record<string, unknown>> = {
  needCreate: {
    orgUnitId: nobodys('unt'),
    title: 'Kebutuhan yang cukup panjang',
    rationale: 'Alasan yang cukup panjang',
    source: 'UNIT_DEMAND',
    competencyId: nobodys('cmp'),
    targetLevel: 3,
    forUnitIds: [nobodys('unt')],
  },
  needTransition: { id: nobodys('ned'), expectedVersion: 1, action: 'VERIFY' },
  proposalCreate: { partnerId: nobodys('ptn'), needs: [], content: { title: 'Usulan yang cukup panjang' } },
  proposalUpdate: { id: nobodys('prp'), expectedVersion: 1 },
  proposalTransition: { id: nobodys('prp'), expectedVersion: 1, action: 'WITHDRAW' },
  proposalLinkNeeds: { id: nobodys('prp'), expectedVersion: 1, needs: [] },
  reviewSubmit: { proposalId: nobodys('prp'), digest: 'x', verdict: 'ABSTAIN', scores: [] },
  tokenCreate: { label: 'Dasbor', scopes: ['NEED_READ'], orgUnitId: nobodys('unt'), expiresOn: '2030-01-01' },
  tokenRevoke: { id: nobodys('tok') },
  noticeRead: { id: nobodys('ntc') },
  accountCreate: { displayName: 'Orang Contoh', email: 'contoh@alak.contoh', asnProfileId: nobodys('asn') },
  accountSendLink: { accountId: nobodys('acc') },
  accountPrintCode: { accountId: nobodys('acc') },
  accountClose: { accountId: nobodys('acc') },
  accountReopen: { accountId: nobodys('acc') },
  asnPrintCode: { asnProfileId: nobodys('asn') },
  roleGrant: {
    accountId: nobodys('acc'),
    role: 'HR',
    orgUnitId: nobodys('unt'),
    from: '2030-01-01',
    basis: 'Keputusan (contoh)',
  },
  roleConfirm: { roleId: nobodys('rol') },
  roleEnd: { roleId: nobodys('rol'), until: '2030-01-01' },
  orgUnitCreate: { code: 'CONTOH', name: 'Unit contoh', kind: 'SECTION', parentId: nobodys('unt') },
  orgUnitUpdate: { id: nobodys('unt'), expectedVersion: 1, code: 'CONTOH', name: 'Unit contoh' },
  positionCreate: { orgUnitId: nobodys('unt'), title: 'Jabatan contoh', kind: 'GENERAL' },
  positionUpdate: { id: nobodys('pos'), expectedVersion: 1, title: 'Jabatan contoh', kind: 'GENERAL' },
  partnerRegister: { ...institution, name: 'Ini' },
  partnerUpdate: { ...institution, id: nobodys('ptn'), expectedVersion: 1 },
  partnerAnswer: {
    partnerId: nobodys('ptn'),
    expectedVersion: 1,
    outcome: 'RETURN',
    met: [],
    reason: 'Belum lengkap.',
  },
  partnerAsk: { partnerId: nobodys('ptn') },
  partnerJoinAnswer: { joinId: nobodys('joi'), accept: false },
  partnerInvite: { partnerId: nobodys('ptn'), displayName: 'Orang Contoh', email: 'contoh@alak.contoh' },
  partnerRemove: { membershipId: nobodys('mem') },
};

/** Sends a mutation and gives the whole answer, top-level errors included. */
export function send(
  app: TestApp,
  name: string,
  input: Record<string, unknown>,
  asking: Asking,
  selection = 'errors { code message path }',
): Promise<Answer> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
  const query = `mutation M($input: ${type}) { ${name}(input: $input) { ${selection} } }`;
  return app.ask(query, { input: { idempotencyKey: randomUUID(), ...input } }, asking);
}
