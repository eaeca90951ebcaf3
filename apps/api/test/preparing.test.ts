import { expect, test } from 'vitest';
import { entities } from '../src/entities.ts';
import { migrations } from '../src/migrations/index.ts';
import { prepareDatabase } from '../src/platform/database/prepare.ts';
import { timedJobs } from '../src/start.ts';
import { freshDatabase, type Copy } from './harness.ts';

const fourAtOnce = ({ addresses }: Copy) =>
  Promise.all(Array.from({ length: 4 }, () => prepareDatabase(addresses, entities, migrations, timedJobs)));

test('processes that start at once on an empty database prepare it once', async () => {
  await using copy = await freshDatabase();
  await copy.sql(
    `drop schema public, audit, pgboss cascade; create schema public authorization simpul_owner`,
  );
  await fourAtOnce(copy);
  const [found] = await copy.sql<{ migrations: number; tables: number }>(`
    select (select count(*)::int from migration) as migrations,
      (select count(*)::int from pg_tables where schemaname = 'public') as tables`);
  expect(found!.migrations).toBe(migrations.length);
  expect(found!.tables).toBeGreaterThan(20);
});

test('processes that start at once on a prepared database do not get into each other’s way', async () => {
  await using copy = await freshDatabase();
  await fourAtOnce(copy);
});
