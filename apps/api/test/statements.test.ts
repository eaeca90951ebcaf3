import { parse, type TypeNode } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeId } from '../src/platform/database/ids.ts';
import { who } from './actors.ts';
import { needAndCompetency, submitted, type Handle } from './deeds.ts';
import { settled } from './fingerprint.ts';
import { graphLists } from './graph-lists.ts';
import { startApp, type TestApp } from './harness.ts';
import { oneOfEach, plant } from './many-rows.ts';
import { otherSecretariat } from './other-unit.ts';
import { portalDocuments, type PortalDocument } from './portal-documents.ts';
import { uuidOf } from './standings.ts';
import { Statements } from './statements.ts';

const MOST = 12;
const sizes = [10, 100] as const;

interface Question {
  document: string;
  as: string | undefined;
  text: string;
  variables: (n: number) => Record<string, unknown>;
}

let app: TestApp;
/** How many statements each document took, by size and reader; or what was wrong with it. */
const taken = new Map<string, Map<number, Record<string, number | string>>>();

/** Nobody, and one of every sort. */
const readers = [undefined, who.university, who.secretariat, who.reviewer1, who.approver, who.hr, who.admin];

beforeAll(async () => {
  app = await startApp();
  const around = {
    targetId: (await submitted(app, who.ngo)).id,
    otherUnitId: await otherSecretariat(app, who.asn),
  };
  const proposals = await oneOfEach(app, around);
  for (const email of Object.values(who)) await app.cookie(email);
  const questions = [...(await graphQuestions()), ...(await portalQuestions(proposals.at(-1)!))];
  const statements = await Statements.of(app);
  for (const size of sizes) {
    await plant(app.copy, proposals, size);
    await settled(app.copy);
    for (const question of questions) await note(statements, question, size);
  }
}, 120_000);
afterAll(() => app[Symbol.asyncDispose]());

async function note(statements: Statements, { document, as, text, variables }: Question, size: number) {
  // As the portal asks, in the name of its reader.
  const headers = { 'x-simpul-portal': process.env.SIMPUL_PORTAL_SECRET! };
  let faults: unknown;
  const heard = await statements.of(async () => {
    faults = (await app.ask(text, variables(size), { as, headers })).body.errors;
  });
  const bySize = taken.get(document) ?? new Map<number, Record<string, number | string>>();
  const said = faults ? JSON.stringify(faults) : heard.length;
  taken.set(document, bySize.set(size, { ...bySize.get(size), [as ?? 'nobody']: said }));
}

const ids = async (prefix: string, from: string): Promise<string[]> =>
  (await app.copy.sql<{ id: string }>(`select id from ${from} order by id`)).map(({ id }) =>
    encodeId(prefix, id),
  );

async function graphQuestions(): Promise<Question[]> {
  const { unitId } = await needAndCompetency(app);
  // Units that own none of the needs: else, by chance, one statement brings what another would have asked for.
  const otherUnits = 'org_unit where id not in (select org_unit_id from need)';
  const all = [await ids('ned', 'need'), await ids('unt', otherUnits), await ids('prp', 'proposal')];
  const mixed = (n: number) =>
    Array.from({ length: n }, (_, index) => all[index % 3]![Math.floor(index / 3) % 5]!);
  return graphLists.map(({ name, as, query }) => ({
    document: name,
    as,
    text: query,
    variables: (n) => ({ n, unit: unitId, ids: mixed(n) }),
  }));
}

/** Each document as each reader would send it. */
async function portalQuestions(proposal: Handle): Promise<Question[]> {
  const { unitId } = await needAndCompetency(app);
  const [row] = await app.copy.sql<{ code: string; revision: string; need: string }>(`
    select p.code, p.current_revision_id as revision, n.code as need
    from proposal p join proposal_need pn on pn.proposal_id = p.id join need n on n.id = pn.need_id
    where p.id = '${uuidOf(proposal.id)}' limit 1`);
  const sensible = {
    unitId: unitId!,
    proposal: row!.code,
    need: row!.need,
    revision: encodeId('prv', row!.revision),
    account: (await ids('acc', 'account where display_name like $$Marthen%$$'))[0]!,
    partner: (await ids('ptn', "partner where state = 'PENDING'"))[0]!,
  };
  return portalDocuments().flatMap((document) =>
    readers.map((as) => ({
      document: document.name,
      as,
      text: document.text,
      variables: (n: number) =>
        Object.fromEntries(
          document.variables.map(({ variable, type }) => {
            const name = variable.name.value;
            return [name, valueOf(document, name, type, { n, as, ...sensible })];
          }),
        ),
    })),
  );
}

interface Sensible {
  n: number;
  as: string | undefined;
  unitId: string;
  proposal: string;
  need: string;
  revision: string;
  account: string;
  partner: string;
}

/** Whose id a document asks for; the others ask for a revision. */
const subjects: Record<string, 'account' | 'partner' | 'unitId'> = {
  KeptAccount: 'account',
  KeptUnit: 'unitId',
  PartnerToVerify: 'partner',
};

function valueOf(document: PortalDocument, name: string, type: TypeNode, given: Sensible): unknown {
  const isProposal = document.text.includes('proposal(by');
  const known: Record<string, unknown> = {
    first: given.n,
    code: isProposal ? given.proposal : given.need,
    unit: type.kind === 'NonNullType' ? given.unitId : [given.unitId],
    id: given[subjects[document.name] ?? 'revision'],
    search: type.kind === 'NonNullType' ? 'Contoh' : null,
    linked: [],
    admin: given.as === who.admin,
    partner: given.as === who.university,
    asn: given.as !== undefined && given.as !== who.admin && given.as !== who.university,
  };
  if (name in known) return known[name];
  if (type.kind !== 'NonNullType') return null;
  if (type.type.kind === 'NamedType' && type.type.name.value === 'Int') return given.n;
  throw new Error(`${document.name} asks for $${name}: name a sensible value for it here`);
}

test('the documents of the portal are there, and each is one operation', () => {
  const documents = portalDocuments();
  expect(documents.length).toBeGreaterThan(5);
  for (const { text } of documents) {
    expect(parse(text).definitions.filter(({ kind }) => kind === 'OperationDefinition')).toHaveLength(1);
  }
});

const documents = [...graphLists, ...portalDocuments()].map(({ name }) => name);

test.each(documents)('%s: as many statements for 100 rows as for 10, and 12 at most', (document) => {
  const [few, many] = sizes.map((size) => taken.get(document)!.get(size)!);
  expect(many).toEqual(few);
  const tooMany = Object.entries(many!).filter(([, howMany]) => !(Number(howMany) <= MOST));
  expect(tooMany).toEqual([]);
});
