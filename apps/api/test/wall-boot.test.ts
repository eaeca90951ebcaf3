import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { Field, ObjectType, Query, Resolver } from 'type-graphql';
import { graphOf } from '../src/graph.ts';
import { readConfig } from '../src/config.ts';
import { platformPolicies } from '../src/platform/access/policy.ts';
import { systemClock } from '../src/platform/clock.ts';
import { connect } from '../src/platform/database/orm.ts';
import { refusePrivileged } from '../src/platform/database/prepare.ts';
import { Guarded } from '../src/platform/graph/guarded.ts';
import { buildGraph, printGraph } from '../src/platform/graph/schema.ts';
import { silentLog } from '../src/platform/http/log.ts';
import { rooms } from '../src/rooms.ts';
import { startServing } from '../src/start.ts';
import { freshDatabase, type Copy } from './harness.ts';
import { publicTables } from './sight.ts';

@ObjectType('Bare')
class Bare {
  @Field(() => String)
  text: string;
}

@ObjectType('Misnamed')
@Guarded('noSuchPolicy')
class Misnamed {
  @Field(() => Bare)
  bare: Bare;
}

@ObjectType('Kept')
@Guarded('public')
class Kept {
  @Field(() => Misnamed)
  misnamed: Misnamed;
}

@Resolver()
class Careless {
  @Query(() => Kept)
  open(): null {
    return null;
  }

  @Query(() => Kept)
  @Guarded('alsoUnknown')
  unknown(): null {
    return null;
  }

  @Query(() => Kept)
  @Guarded('public')
  sound(): null {
    return null;
  }
}

let copy: Copy;
beforeAll(async () => void (copy = await freshDatabase()));
afterAll(() => copy[Symbol.asyncDispose]());

const faultsOf = async (building: Promise<unknown>): Promise<string[]> => {
  const error = await building.then(
    () => new Error('was built'),
    (thrown: Error) => thrown,
  );
  return error.message.split('\n').sort();
};

test('boot stops on types and root fields without a policy or with an unknown one, and lists them all', async () => {
  expect(await faultsOf(buildGraph([Careless], platformPolicies))).toEqual([
    '- Bare names no policy',
    '- Misnamed names the unknown policy "noSuchPolicy"',
    '- Query.open names no policy',
    '- Query.unknown names the unknown policy "alsoUnknown"',
    'The graph is not guarded:',
  ]);
});

test('boot stops when a room forgets its table of policies', async () => {
  const forgetful = rooms.map((room) => (room.name === 'partners' ? { ...room, policies: {} } : room));
  expect(await faultsOf(graphOf(forgetful))).toEqual([
    '- Mutation.partnerAnswer names the unknown policy "partnerVerifier"',
    '- Mutation.partnerInvite names the unknown policy "partnerMember"',
    '- Mutation.partnerJoinAnswer names the unknown policy "partnerMember"',
    '- Mutation.partnerRemove names the unknown policy "partnerMember"',
    '- Mutation.partnerUpdate names the unknown policy "partnerMember"',
    '- Mutation.proposalCreate names the unknown policy "partnerMember"',
    '- Mutation.proposalUpdate names the unknown policy "partnerMember"',
    '- Partner names the unknown policy "partnerVisible"',
    '- PartnerAnswer names the unknown policy "partnerPapers"',
    '- PartnerMembership names the unknown policy "partnerMember"',
    '- PartnerRegistration names the unknown policy "partnerPapers"',
    'The graph is not guarded:',
  ]);
});

test('the printed schema and the table of policies know the same names', async () => {
  const printed = printGraph(await graphOf(rooms));
  const named = new Set([...printed.matchAll(/@policy\(name: "([^"]+)"\)/g)].map(([, name]) => name!));
  const table = [platformPolicies, ...rooms.map((room) => room.policies ?? {})].flatMap(Object.keys);
  expect([...named].sort()).toEqual(table.toSorted());
});

test('no policy has two meanings', () => {
  const names = [platformPolicies, ...rooms.map((room) => room.policies ?? {})].flatMap(Object.keys);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

const refusalOf = async (url: string): Promise<string> => {
  const orm = await connect({ url, entities: [], pool: 1 });
  try {
    await refusePrivileged(orm);
    return 'may serve';
  } catch (error) {
    return (error as Error).message;
  } finally {
    await orm.close(true);
  }
};

const bound = (name: string) =>
  `DATABASE_URL logs in as ${name}, which row policies do not bind ` +
  '(it is a superuser, bypasses them, or owns the tables). Use a role of its own; see README.';

const urlAs = (user: string, password: string) => {
  const url = new URL(copy.addresses.serve);
  return Object.assign(url, { username: user, password }).href;
};

test('the serving role may serve; superuser, BYPASSRLS and the owner of the tables may not', async () => {
  const superuser = new URL(inject('superuser'));
  superuser.pathname = new URL(copy.addresses.serve).pathname;
  await copy.sql(`create role passes_by login bypassrls password 'passes-by'`);
  try {
    expect(await refusalOf(copy.addresses.serve)).toBe('may serve');
    expect(await refusalOf(superuser.href)).toBe(bound(decodeURIComponent(superuser.username)));
    expect(await refusalOf(urlAs('passes_by', 'passes-by'))).toBe(bound('passes_by'));
    expect(await refusalOf(copy.addresses.own)).toBe(bound('simpul_owner'));
  } finally {
    await copy.sql('drop role passes_by');
  }
});

test('a login that owns a single table is refused as well', async () => {
  await copy.sql(`create role owns_one login password 'owns-one'`);
  try {
    await copy.sql('alter table holiday owner to owns_one');
    expect(await refusalOf(urlAs('owns_one', 'owns-one'))).toBe(bound('owns_one'));
  } finally {
    await copy.sql('alter table holiday owner to simpul_owner; drop role owns_one');
  }
});

test('a login that may become the owner is refused as well', async () => {
  await copy.sql(`create role becomes_owner login password 'becomes-owner' in role simpul_owner`);
  try {
    expect(await refusalOf(urlAs('becomes_owner', 'becomes-owner'))).toBe(bound('becomes_owner'));
  } finally {
    await copy.sql('drop role becomes_owner');
  }
});

test('the start itself ends with that refusal', async () => {
  const config = readConfig({ PORT: '0', SIMPUL_SEED: 'none', PUBLIC_URL: 'http://localhost' });
  const { own } = copy.addresses;
  await expect(startServing(config, { serve: own, own }, silentLog, systemClock)).rejects.toThrow(
    bound('simpul_owner'),
  );
});

test('every table but the public ones has row level security, enabled and forced', async () => {
  const tables = await copy.sql<{ name: string; enabled: boolean; forced: boolean }>(`
    select relname as name, relrowsecurity as enabled, relforcerowsecurity as forced from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'm', 'v', 'f')`);
  const open = tables.filter(({ enabled, forced }) => !enabled && !forced).map(({ name }) => name);
  expect(open.sort()).toEqual([...publicTables, 'migration'].sort());
  expect(tables.filter(({ enabled, forced }) => enabled !== forced)).toEqual([]);
  expect(tables.length).toBeGreaterThan(publicTables.length + 20);
});

test('the serving role cannot touch the list of migrations, and owns nothing', async () => {
  const [rights] = await copy.sql(`
    select has_table_privilege('simpul_api', 'migration', 'select, insert, update, delete, truncate') as migration,
      exists (select from pg_class where relowner = 'simpul_api'::regrole) as owns,
      has_schema_privilege('simpul_api', 'public', 'create') as creates`);
  expect(rights).toEqual({ migration: false, owns: false, creates: false });
});

test('each guarded table has exactly its policy, for reading and writing, for everybody', async () => {
  const policies = await copy.sql(`
    select tablename as table, policyname as name, permissive, roles::text, cmd, with_check
    from pg_policies where schemaname = 'public' order by tablename, policyname`);
  const guarded = await copy.sql<{ name: string }>(`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity order by relname`);
  expect(policies).toEqual(
    guarded.map(({ name }) => ({
      table: name,
      name: `${name}_visible`,
      permissive: 'PERMISSIVE',
      roles: '{public}',
      cmd: 'ALL',
      with_check: null,
    })),
  );
});
