import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  legalMoves,
  proposalActions,
  proposalStates,
  type ProposalState,
} from '../src/proposals/transition.rules.ts';
import { freshDatabase, type Copy } from './harness.ts';

let copy: Copy;
beforeAll(async () => {
  copy = await freshDatabase();
  await copy.sql(refusalOf);
});
afterAll(() => copy[Symbol.asyncDispose]());

/** Tries a statement and takes it back: null when it was accepted, else the constraint that refused it. */
const refusalOf = `
create function refusal_of(statement text) returns text language plpgsql as $$
declare refused_by text;
begin
  execute statement;
  raise exception 'accepted' using errcode = 'ZZ001';
exception
  when sqlstate 'ZZ001' then return null;
  when check_violation then
    get stacked diagnostics refused_by = constraint_name;
    return refused_by;
end
$$`;

const aProposal = `(select id from proposal where decision_id is not null order by id limit 1)`;

/** What the database says of every (action, from, to), as the superuser whom no row policy binds. */
async function refusals(audience: string): Promise<Map<string, string | null>> {
  const rows = await copy.sql<{ move: string; refusal: string | null }>(`
    select format('%s: %s → %s', a, f, t) as move, refusal_of(format($q$
      insert into transition
        (id, proposal_id, seq, action, from_state, to_state, office, office_of, audience, occurred_at)
      values (gen_random_uuid(), ${aProposal}, 1000, %L, %L, %L, 'SYSTEM', 'Simpul', %L, now())$q$,
      a, f, t, ${audience})) as refusal
    from unnest(array['${proposalActions.join("','")}']) a,
      unnest(array['${proposalStates.join("','")}']) f, unnest(array['${proposalStates.join("','")}']) t`);
  return new Map(rows.map(({ move, refusal }) => [move, refusal]));
}

describe('the history', () => {
  test('takes every legal move and refuses every other, as the rules do', async () => {
    const legal = new Set(legalMoves.map(({ action, from, to }) => `${action}: ${from} → ${to}`));
    const said = await refusals(`case when a = 'RECOMMEND' then 'STAFF' else 'ALL' end`);
    expect(said.size).toBe(16 * 13 * 13);
    const wanted = [...said.keys()].map((move) => [move, legal.has(move) ? null : 'transition_legal']);
    expect([...said]).toEqual(wanted);
  });

  test('keeps a recommendation inside, and hides no other move', async () => {
    const said = await refusals(`case when a = 'RECOMMEND' then 'ALL' else 'STAFF' end`);
    const accepted = [...said].filter(([, refusal]) => refusal === null);
    expect(accepted).toEqual([]);
    for (const { action, from, to } of legalMoves) {
      expect(said.get(`${action}: ${from} → ${to}`)).toBe('transition_audience');
    }
  });

  test.each(['LIMBO', 'draft', ''])('knows no state "%s"', async (state) => {
    const [row] = await copy.sql(`select refusal_of($q$
      insert into transition
        (id, proposal_id, seq, action, from_state, to_state, office, office_of, audience, occurred_at)
      values (gen_random_uuid(), ${aProposal}, 1000, 'SUBMIT', 'DRAFT', '${state}', 'PARTNER', 'x', 'ALL', now())$q$)
      as refusal`);
    expect(row).toEqual({ refusal: 'transition_legal' });
  });
});

/** Columns that a state may need, and how they look when they are there. */
const facts = {
  submitted_at: 'now()',
  org_unit_id: `(select id from org_unit order by code limit 1)`,
  current_revision_id: 'current_revision_id',
  decision_id: 'decision_id',
  merged_into_id: `(select id from proposal where id <> ${aProposal} order by id limit 1)`,
  goes_back_to: `'SUBMITTED'`,
};
type Fact = keyof typeof facts;
const columns = Object.keys(facts) as Fact[];
const sent: Fact[] = ['submitted_at', 'org_unit_id', 'current_revision_id'];

/** By design.md: what has been sent, decided, merged or sent back says so. */
const needed: Record<ProposalState, Fact[]> = {
  DRAFT: [],
  SUBMITTED: sent,
  IN_REVIEW: sent,
  CHANGES_REQUESTED: [...sent, 'goes_back_to'],
  WAITLISTED: [...sent, 'decision_id'],
  APPROVED: [...sent, 'decision_id'],
  REJECTED: [...sent, 'decision_id'],
  WITHDRAWN: [],
  MERGED: [...sent, 'merged_into_id'],
  CONFIRMED: [...sent, 'decision_id'],
  SCHEDULED: [...sent, 'decision_id'],
  DONE: [...sent, 'decision_id'],
  CANCELLED: [...sent, 'decision_id'],
};

async function refusalTo(state: string, there: readonly Fact[], more = ''): Promise<string | null> {
  const sets = columns.map((column) => `${column} = ${there.includes(column) ? facts[column] : 'null'}`);
  const [row] = await copy.sql<{ refusal: string | null }>(`select refusal_of($q$
    update proposal set state = '${state}', ${sets.join(', ')} ${more} where id = ${aProposal}$q$) as refusal`);
  return row!.refusal;
}

const constraintOf: Record<Fact, string> = {
  submitted_at: 'proposal_sent',
  org_unit_id: 'proposal_sent',
  current_revision_id: 'proposal_sent',
  decision_id: 'proposal_decided',
  merged_into_id: 'proposal_merged',
  goes_back_to: 'proposal_goes_back',
};

describe.each(proposalStates)('a proposal that is %s', (state) => {
  test('is kept with what its state needs', async () => {
    expect(await refusalTo(state, needed[state])).toBeNull();
  });

  test('is refused when one of those is missing', async () => {
    for (const fact of needed[state]) {
      const refusal = await refusalTo(
        state,
        needed[state].filter((one) => one !== fact),
      );
      expect([fact, refusal]).toEqual([fact, constraintOf[fact]]);
    }
  });

  test('has a target only when it is merged, and a way back only when it was sent back', async () => {
    for (const fact of ['merged_into_id', 'goes_back_to'] as const) {
      if (needed[state].includes(fact)) continue;
      expect([fact, await refusalTo(state, [...needed[state], fact])]).toEqual([fact, constraintOf[fact]]);
    }
  });
});

test('a draft was never sent', async () => {
  expect(await refusalTo('DRAFT', sent)).toBe('proposal_draft_unsent');
});

test('nothing is merged into itself', async () => {
  const [row] = await copy.sql(`select refusal_of($q$
    update proposal set state = 'MERGED', goes_back_to = null, merged_into_id = id
    where id = ${aProposal}$q$) as refusal`);
  expect(row).toEqual({ refusal: 'proposal_merged_elsewhere' });
});

test('a way back leads to SUBMITTED or IN_REVIEW', async () => {
  const back = (to: string) => `select refusal_of($q$update proposal set state = 'CHANGES_REQUESTED',
    goes_back_to = '${to}' where id = ${aProposal}$q$) as refusal`;
  expect(await copy.sql(back('IN_REVIEW'))).toEqual([{ refusal: null }]);
  expect(await copy.sql(back('APPROVED'))).toEqual([{ refusal: 'proposal_goes_back_to' }]);
});
