import { randomUUID } from 'node:crypto';
import { isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { graphOf } from '../src/graph.ts';
import { splitId } from '../src/platform/database/ids.ts';
import { proposalActions } from '../src/proposals/transition.rules.ts';
import { rooms } from '../src/rooms.ts';
import { who } from './actors.ts';
import { makeThings, makeViewers } from './cast.ts';
import { needAndCompetency, partnerId } from './deeds.ts';
import { startApp, type Asking, type TestApp } from './harness.ts';
import {
  cellAt,
  errorCode,
  isCarrier,
  planOfRoot,
  planOfType,
  tableOf,
  type Cell,
  type Plan,
  type Row,
} from './matrix.ts';

let app: TestApp;
let schema: GraphQLSchema;
let viewers: Record<string, Asking>;
let things: Awaited<ReturnType<typeof makeThings>>;
const chapters: string[] = [];
/** Fields that some viewer reached, as `Type.field`. */
const reached = new Set<string>();

beforeAll(async () => {
  app = await startApp();
  schema = await graphOf(rooms);
  things = await makeThings(app);
  viewers = await makeViewers(app);
}, 120_000);
afterAll(() => app[Symbol.asyncDispose]());

const objectTypes = () => Object.values(schema.getTypeMap()).filter(isObjectType);

/** Asks one question as each viewer and reads each place off the answers: a row a place, a column a viewer. */
async function rowsOf({ places }: Plan, query: string, within: string[]): Promise<Row[]> {
  const columns: Cell[][] = await Promise.all(
    Object.values(viewers).map(async (asking) => {
      const answer = await app.ask(query, {}, asking);
      const holder = within.reduce((at, name) => at?.[name], answer.body.data);
      return places.map(
        ({ path }) => errorCode(answer) ?? (holder === null ? 'absent' : cellAt(holder, path)),
      );
    }),
  );
  for (const [index, { declared }] of places.entries()) {
    if (columns.some((cells) => ['value', 'null', 'empty'].includes(cells[index]!))) reached.add(declared);
  }
  return places.map(({ path }, index) => ({
    label: path.join('.'),
    cells: columns.map((cells) => cells[index]!),
  }));
}

const profileOf = async (as: string): Promise<string> =>
  (await app.data('{ viewer { asnProfile { id } } }', {}, { as })).viewer.asnProfile.id;

function write(title: string, rows: Row[]): void {
  chapters.push(`## ${title}\n\n${tableOf(Object.keys(viewers), rows)}\n`);
}

test('root fields of reading', async () => {
  const { ids } = things;
  const { needId } = await needAndCompetency(app);
  const withArguments: Record<string, string> = {
    need: `(by: { id: "${needId}" })`,
    node: `(id: "${needId}")`,
    nodes: `(ids: ["${ids['Proposal (draft)']}", "${ids['AsnProfile (of the ASN)']}"])`,
    proposal: `(by: { id: "${ids['Proposal (submitted)']}" })`,
  };
  const rows: Row[] = [];
  // By name: the order in the schema is that in which files happened to be loaded.
  for (const name of Object.keys(schema.getQueryType()!.getFields()).sort()) {
    const plan = planOfRoot(schema, name, withArguments[name] ?? '');
    rows.push(...(await rowsOf(plan, `{ ${plan.selection} }`, [])));
  }
  write('Query', rows);
}, 60_000);

test('things with an id', async () => {
  for (const [title, id] of Object.entries(things.ids)) {
    const name = title.split(' ')[0]!;
    const plan = planOfType(schema.getType(name) as GraphQLObjectType);
    const query = `{ node(id: "${id}") { ... on ${name} { ${plan.selection} } } }`;
    write(title, await rowsOf(plan, query, ['node']));
  }
}, 120_000);

test('deeds', async () => {
  const { unitId, competencyId } = await needAndCompetency(app);
  const { ids, handles, token } = things;
  const stale = { expectedVersion: 99 };
  const digest = '0'.repeat(64);
  const draft = ids['Proposal (draft)'];
  // Each input is refused for its own sake when its doer may do it: NOT_FOUND, NOT_PERMITTED and FORBIDDEN come first.
  const institution = { kind: 'NGO', name: 'X', summary: 'X', legalNumber: 'X', address: 'X', phone: 'X' };
  const closed = { accountId: ids['Account (closed)'] };
  const inputs: Record<string, Record<string, object>> = {
    accountClose: { '': closed },
    accountCreate: { '': { displayName: 'X', email: 'X' } },
    accountPrintCode: { '': closed },
    accountReopen: { '': { accountId: ids['Account (of the secretariat)'] } },
    accountSendLink: { '': closed },
    asnPrintCode: { '': { asnProfileId: await profileOf(who.approver) } },
    needCreate: {
      '': {
        orgUnitId: unitId,
        title: 'pendek',
        rationale: 'pendek',
        source: 'STRATEGIC',
        competencyId,
        targetLevel: 3,
        forUnitIds: [unitId],
      },
    },
    needTransition: {
      ' draft': { id: ids['Need (draft)'], action: 'VERIFY', ...stale },
      ' published': { id: ids['Need (published)'], action: 'CLOSE', reason: 'Sudah lewat', ...stale },
    },
    orgUnitCreate: { '': { code: 'x', name: 'X', kind: 'SECTION', parentId: unitId } },
    orgUnitUpdate: { '': { id: unitId, code: 'x', name: 'X', ...stale } },
    partnerAnswer: { '': { partnerId: ids['Partner (pending)'], outcome: 'RETURN', met: [], ...stale } },
    partnerAsk: { '': { partnerId: ids['Partner (verified)'] } },
    partnerInvite: { '': { partnerId: ids['Partner (verified)'], displayName: 'X', email: 'X' } },
    partnerJoinAnswer: { '': { joinId: ids['PartnerJoin (of the newcomer)'], accept: false } },
    partnerRegister: { '': institution },
    partnerRemove: { '': { membershipId: ids['PartnerMembership (of the owner)'] } },
    partnerUpdate: { '': { id: ids['Partner (verified)'], ...institution, ...stale } },
    positionCreate: { '': { orgUnitId: unitId, title: 'X', kind: 'GENERAL' } },
    positionUpdate: { '': { id: ids.Position, title: 'X', kind: 'GENERAL', ...stale } },
    noticeRead: { '': { id: ids['Notice (of the partner)'] } },
    proposalCreate: { '': { partnerId: await partnerId(app), needs: [], content: { title: 'pendek' } } },
    proposalLinkNeeds: { '': { id: handles.sent.id, needs: [], ...stale } },
    proposalTransition: {
      ' draft SUBMIT': { id: draft, action: 'SUBMIT', ...stale },
      ...Object.fromEntries(
        proposalActions.map((action) => [` ${action}`, { id: handles.judged.id, action, ...stale }]),
      ),
    },
    proposalUpdate: { '': { id: draft, ...stale }, ' sent': { id: handles.sent.id, ...stale } },
    reviewSubmit: { '': { proposalId: handles.judging.id, digest, verdict: 'ABSTAIN', scores: [] } },
    roleConfirm: { '': { roleId: ids['RoleAssignment (of the secretariat)'] } },
    roleEnd: { '': { roleId: ids['RoleAssignment (of the secretariat)'], until: '2000-01-01' } },
    roleGrant: { '': { ...closed, role: 'HR', orgUnitId: unitId, from: '2030-01-01', basis: 'X' } },
    tokenCreate: { '': { label: 'Kunci', scopes: [], orgUnitId: unitId, expiresOn: '2000-01-01' } },
    tokenRevoke: { '': { id: token.id } },
  };
  expect(Object.keys(inputs).sort()).toEqual(Object.keys(schema.getMutationType()!.getFields()).sort());

  const rows: Row[] = [];
  for (const [name, cases] of Object.entries(inputs)) {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
    const query = `mutation ($input: ${type}) { ${name}(input: $input) { errors { code } } }`;
    for (const [label, input] of Object.entries(cases)) {
      const cells = await Promise.all(
        Object.values(viewers).map(async (asking): Promise<Cell> => {
          const answer = await app.ask(query, { input: { idempotencyKey: randomUUID(), ...input } }, asking);
          return errorCode(answer) ?? answer.body.data[name].errors[0]?.code ?? 'done';
        }),
      );
      rows.push({ label: name + label, cells });
    }
  }
  write('Mutation', rows);
}, 120_000);

test('every field of every type was reached by somebody', () => {
  const looked = objectTypes().filter(({ name }) => !name.startsWith('__') && !isCarrier(name));
  const fields = looked.flatMap((type) =>
    Object.keys(type.getFields()).map((field) => `${type.name}.${field}`),
  );
  expect(fields.filter((field) => !reached.has(field))).toEqual([]);
  expect(
    Object.keys(schema.getQueryType()!.getFields()).filter((name) => !reached.has(`Query.${name}`)),
  ).toEqual([]);
});

test('every sort of node has a table of its own', () => {
  const nodes = objectTypes().filter((type) => type.getInterfaces().some(({ name }) => name === 'Node'));
  const tabled = new Set(Object.keys(things.ids).map((title) => title.split(' ')[0]!));
  expect([...tabled].sort()).toEqual(nodes.map(({ name }) => name).sort());
  expect(Object.values(things.ids).filter((id) => splitId(id) === null)).toEqual([]);
});

const legend = `# Who sees what

Made by walking the schema; a change here is a change of rights. Columns: public (anonymous); owner of the partner
whose things these are; owner of another partner; the ASN; the direct supervisor; reviewer (assigned, own review in);
late (assigned, no review yet); stranger (reviewer, not assigned); secretariat; approver and leadership; HR; admin;
tokens by scope.

\`value\`, \`null\`, \`empty\`: what comes. \`absent\`: the thing itself does not come. \`·\`: nothing holds the field.
A deed that may be done shows what is wrong with its input (INVALID, VERSION_CONFLICT, DIGEST_MISMATCH, …) or \`done\`.
`;

test('the matrix is as it was reviewed', async () => {
  await expect([legend, ...chapters].join('\n')).toMatchFileSnapshot('__snapshots__/matrix.md');
});
