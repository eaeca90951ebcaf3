import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { graphOf } from '../src/graph.ts';
import { encodeId } from '../src/platform/database/ids.ts';
import { rooms } from '../src/rooms.ts';
import { who } from './actors.ts';
import { needAndCompetency } from './deeds.ts';
import { Fuzz, type Operation } from './fuzz.ts';
import type { Client, Copy } from './harness.ts';

const tables: Record<string, string> = {
  acc: 'account',
  asn: 'asn_profile',
  cmp: 'competency',
  dty: 'duty',
  mem: 'partner_membership',
  ned: 'need',
  ntc: 'notice',
  pos: 'position',
  prp: 'proposal',
  prv: 'proposal_revision',
  ptn: 'partner',
  rev: 'review',
  std: 'competency_standard',
  tok: 'api_token',
  trn: 'transition',
  unt: 'org_unit',
};

async function knownWords({ sql }: Copy): Promise<string[]> {
  const ids = await Promise.all(
    Object.entries(tables).map(async ([prefix, table]) =>
      (await sql<{ id: string }>(`select id from "${table}" limit 30`)).map(({ id }) => encodeId(prefix, id)),
    ),
  );
  const codes = await sql<{ code: string }>(`
    (select code from need limit 20) union all (select code from proposal limit 20)
    union all (select digest from proposal_revision limit 20)`);
  return [...ids.flat(), ...codes.map(({ code }) => code)];
}

/** Who asks, by the headers that say so: nobody, one of every sort, tokens, and a token that is none. */
async function makeAskers(client: Client): Promise<Record<string, string>[]> {
  const { unitId } = await needAndCompetency(client);
  const askers: Record<string, string>[] = [{}, { authorization: `Bearer smp_x_${'a'.repeat(43)}` }];
  for (const email of Object.values(who)) askers.push({ cookie: await client.cookie(email) });
  for (const scope of ['AGGREGATE_READ', 'PROPOSAL_READ', 'NEED_READ', 'ASN_DIRECTORY_READ', 'SCHEMA_READ']) {
    const expiresOn = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
    const input = { label: scope, scopes: [scope], orgUnitId: unitId, expiresOn };
    const { secret } = await client.mutate('tokenCreate', input, { as: who.secretariat });
    askers.push({ authorization: `Bearer ${secret}` });
  }
  return askers;
}

const CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'QUERY_TOO_COMPLEX',
  'RATE_LIMITED',
  'BAD_CURSOR',
]);
const STATUSES = new Set([200, 400, 401, 403, 429]);

export interface Fault {
  seed: string;
  asker: Record<string, string>;
  operation: Operation;
  answer: unknown;
}

export interface Fuzzed {
  /** Operations by their first top-level code; `data` for those without. */
  outcomes: Record<string, number>;
  faults: Fault[];
}

/** What an answer may never be. */
function isFault(
  status: number,
  body: { data?: unknown; errors?: { extensions: { code: string } }[] },
): boolean {
  const { errors = [] } = body;
  if (!STATUSES.has(status) || errors.length > 5) return true;
  if (body.data === undefined && errors.length === 0) return true;
  return errors.some(({ extensions }) => !CODES.has(extensions.code));
}

/** Sends so many operations, several at a time, each in the name of somebody else. */
export async function fuzz(
  client: Client,
  copy: Copy,
  seed: string,
  howMany: number,
  atOnce = 6,
): Promise<Fuzzed> {
  const schema = await graphOf(rooms);
  const askers = await makeAskers(client);
  const words = await knownWords(copy);
  const found: Fuzzed = { outcomes: {}, faults: [] };
  let left = howMany;
  const work = async (index: number) => {
    const own = `${seed}-${index}`;
    const source = new Fuzz(schema, own, words);
    while (left-- > 0) {
      const operation = source.next();
      const asker = askers[(left + index) % askers.length]!;
      const response = await client.post('/graphql', operation, asker);
      const answer = await response.text();
      const body = JSON.parse(answer);
      source.learn(body.data);
      const outcome = body.errors?.[0]?.extensions?.code ?? 'data';
      found.outcomes[outcome] = (found.outcomes[outcome] ?? 0) + 1;
      if (isFault(response.status, body))
        found.faults.push({ seed: own, asker, operation, answer: answer.slice(0, 2000) });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, index) => work(index)));
  return found;
}

export const newSeed = (): string => process.env.SIMPUL_FUZZ_SEED ?? randomUUID();

/** No fault; and enough of it went through to have looked inside. */
export function expectSound({ outcomes, faults }: Fuzzed, seed: string): void {
  expect(faults.slice(0, 3), `seed ${seed}, ${faults.length} faults`).toEqual([]);
  const total = Object.values(outcomes).reduce((sum, n) => sum + n, 0);
  expect((outcomes.data ?? 0) / total, JSON.stringify(outcomes)).toBeGreaterThan(0.2);
}
