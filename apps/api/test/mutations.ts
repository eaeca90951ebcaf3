import { randomUUID } from 'node:crypto';
import { encodeId } from '../src/platform/database/ids.ts';
import type { Answer, Asking, TestApp } from './harness.ts';

/** An id of this sort that nobody has. */
export const nobodys = (prefix: string): string => encodeId(prefix, randomUUID());

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
