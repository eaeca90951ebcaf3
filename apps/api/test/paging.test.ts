import { getNamedType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { graphOf } from '../src/graph.ts';
import { OPEN_SCORE } from '../src/needs/need.entity.ts';
import { rooms } from '../src/rooms.ts';
import { who } from './actors.ts';
import { needAndCompetency, recommended } from './deeds.ts';
import { settled } from './fingerprint.ts';
import { startApp, type TestApp } from './harness.ts';
import { Rows, walkedBackward, walkedForward, type List } from './paging.ts';
import { isThe, uuidOf } from './standings.ts';

let app: TestApp;
let ids: Record<'unit' | 'need' | 'partner' | 'proposal' | 'chief' | 'account', string>;
beforeAll(async () => {
  app = await startApp();
  await settled(app.copy);
  const rows = new Rows(app.copy);
  const proposal = (await recommended(app)).id;
  const { needId, unitId } = await needAndCompetency(app);
  const id = async (text: string) => (await app.copy.sql<{ id: string }>(text))[0]!.id;
  ids = {
    unit: unitId!,
    need: needId!,
    proposal,
    partner: await id(`select partner_id as id from proposal where ${isThe({ id: proposal })}`),
    account: await id(`select id from account where email = '${who.university}'`),
    chief: await id(`select a.asn_profile_id as id from account a where a.email = '${who.approver}'`),
  };
  await rows.fill(ids);
});
afterAll(() => app[Symbol.asyncDispose]());

const both = ['ASC', 'DESC'] as const;
const ordered = (name: string, as: string | undefined, keys: Record<string, string>, from: string): List[] =>
  Object.entries(keys).flatMap(([field, key]) =>
    both.map((direction) => ({
      name: `${name} by ${field} ${direction}`,
      as,
      query: (args: string) => `${name}(${args}, orderBy: { field: ${field}, direction: ${direction} })`,
      wanted: () =>
        `select ${from}.id from ${from} where true order by ${key} ${direction}, ${from}.id ${direction}`,
    })),
  );

const within = (unit: string) => `select unit_id from unit_closure where ancestor_id = '${unit}'`;
const unitUuid = () => uuidOfAny(ids.unit);
const uuidOfAny = (id: string) => uuidOf(`prp${id.slice(3)}`);

/** A list that belongs to one node. */
const ofNode = (type: string, field: string, as: string, id: () => string, wanted: () => string): List => ({
  name: `${type}.${field}`,
  as,
  query: (args) => `node(id: "${id()}") { ... on ${type} { list: ${field}(${args})`,
  close: ' } }',
  wanted,
});

const lists: List[] = [
  ...ordered(
    'needs',
    who.secretariat,
    { PRIORITY: OPEN_SCORE, DUE_ON: `coalesce(due_on, 'infinity')`, UPDATED_AT: 'updated_at' },
    'need',
  ),
  ...ordered(
    'proposals',
    who.university,
    {
      UPDATED_AT: 'updated_at',
      CODE: 'code',
      SUBMITTED_AT: `coalesce(submitted_at, 'infinity')`,
      DUE_ON: `coalesce(due_on, 'infinity')`,
    },
    'proposal',
  ).map((list) => ({
    ...list,
    wanted: () => list.wanted().replace('where true', `where partner_id = '${ids.partner}'`),
  })),
  {
    name: 'orgUnits',
    query: (args) => `orgUnits(${args})`,
    wanted: () => 'select id from org_unit order by code, id',
  },
  {
    name: 'orgUnits that are searched',
    query: (args) => `orgUnits(${args}, search: "kelurahan")`,
    wanted: () => `select id from org_unit where name ilike '%kelurahan%' order by code, id`,
  },
  {
    name: 'competencies',
    query: (args) => `competencies(${args})`,
    wanted: () => 'select id from competency order by code, id',
  },
  {
    name: 'competencies of one kind',
    query: (args) => `competencies(${args}, kind: TECHNICAL)`,
    wanted: () => `select id from competency where kind = 'TECHNICAL' order by code, id`,
  },
  {
    name: 'partners',
    query: (args) => `partners(${args})`,
    wanted: () => `select id from partner where state = 'VERIFIED' order by name, id`,
  },
  {
    name: 'needs of some states',
    as: who.secretariat,
    query: (args) => `needs(${args}, filter: { state: [PUBLISHED, DRAFT] })`,
    wanted: () =>
      `select id from need where state in ('PUBLISHED', 'DRAFT') order by ${OPEN_SCORE} desc, id desc`,
  },
  {
    name: 'needs of an own unit, in the order of the whole score',
    as: who.secretariat,
    query: (args) => `needs(${args}, filter: { orgUnit: ["${ids.unit}"] })`,
    wanted: () =>
      `select id from need where org_unit_id in (${within(unitUuid())}) order by priority_score desc, id desc`,
  },
  {
    name: 'accounts',
    as: who.admin,
    query: (args) => `accounts(${args})`,
    wanted: () => 'select id from account order by display_name, id',
  },
  {
    name: 'asnProfiles of a unit',
    as: who.hr,
    query: (args) => `asnProfiles(${args}, orgUnit: "${ids.unit}")`,
    wanted: () => `select a.id from asn_profile a join "position" p on p.id = a.position_id
      where p.org_unit_id in (${within(unitUuid())}) order by a.name, a.id`,
  },
  {
    name: 'Viewer.notices',
    as: who.university,
    query: (args) => `viewer { list: notices(${args})`,
    close: ' }',
    wanted: () =>
      `select id from notice where account_id = '${ids.account}' order by created_at desc, id desc`,
  },
  ofNode(
    'OrgUnit',
    'children',
    who.hr,
    () => ids.unit,
    () => `select id from org_unit where parent_id = '${unitUuid()}' order by code, id`,
  ),
  ofNode(
    'OrgUnit',
    'positions',
    who.hr,
    () => ids.unit,
    () => `select id from "position" where org_unit_id = '${unitUuid()}' order by title, id`,
  ),
  ofNode(
    'OrgUnit',
    'needs',
    who.hr,
    () => ids.unit,
    () =>
      `select id from need where org_unit_id in (${within(unitUuid())}) order by ${OPEN_SCORE} desc, id desc`,
  ),
  ofNode(
    'Need',
    'proposals',
    who.university,
    () => ids.need,
    () => `select id from proposal where partner_id = '${ids.partner}'
      and id in (select proposal_id from proposal_need where need_id = '${uuidOfAny(ids.need)}')
      order by updated_at desc, id desc`,
  ),
  ofNode(
    'Proposal',
    'transitions',
    who.approver,
    () => ids.proposal,
    () => `select id from transition where proposal_id = '${uuidOf(ids.proposal)}' order by occurred_at, id`,
  ),
  ofNode(
    'Proposal',
    'revisions',
    who.approver,
    () => ids.proposal,
    () => `select id from proposal_revision where proposal_id = '${uuidOf(ids.proposal)}' order by number`,
  ),
  ofNode(
    'Proposal',
    'reviews',
    who.reviewer1,
    () => ids.proposal,
    () => `select r.id from review r join account a on a.id = r.author_id
      where proposal_id = '${uuidOf(ids.proposal)}' order by a.email <> '${who.reviewer1}', r.updated_at, r.id`,
  ),
  ofNode(
    'Partner',
    'members',
    who.university,
    () => `ptn_${Buffer.from(ids.partner.replaceAll('-', ''), 'hex').toString('base64url')}`,
    () => `select id from partner_membership where partner_id = '${ids.partner}' order by display_name, id`,
  ),
  ofNode(
    'AsnProfile',
    'reports',
    who.approver,
    () => `asn_${Buffer.from(ids.chief.replaceAll('-', ''), 'hex').toString('base64url')}`,
    () => `select a.id from asn_profile a join "position" p on p.id = a.position_id
      join asn_profile c on c.position_id = p.reports_to_id where c.id = '${ids.chief}' order by a.name, a.id`,
  ),
];

describe.each(lists)('$name', (list) => {
  test('gives each row once and in order, walked forward and backward', async () => {
    const wanted = (await app.copy.sql<{ id: string }>(list.wanted())).map(({ id }) => id);
    expect(wanted.length).toBeGreaterThan(4);
    const size = Math.max(2, Math.ceil(wanted.length / 5));
    const forward = await walkedForward(app, list, size);
    expect(forward.ids).toEqual(wanted);
    expect(new Set(forward.totals)).toEqual(new Set([wanted.length]));
    expect((await walkedBackward(app, list, size)).ids).toEqual(wanted);
  });
});

test('no list of the graph was left out', async () => {
  const schema = await graphOf(rooms);
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const connections = types.flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
      .map((field) => (type === schema.getQueryType() ? field.name : `${type.name}.${field.name}`)),
  );
  expect([...new Set(lists.map(({ name }) => name.split(' ')[0]))].sort()).toEqual(connections.sort());
});
