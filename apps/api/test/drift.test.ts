import { expect, test } from 'vitest';
import { entities } from '../src/entities.ts';
import { connect } from '../src/platform/database/orm.ts';
import { freshDatabase } from './harness.ts';

/** What a database says of itself, in words that can be compared. Jobs and the audit trail have schemas of their own. */
const catalogues = {
  columns: `select table_name, column_name, data_type, character_maximum_length, numeric_precision, numeric_scale,
      datetime_precision, is_nullable, column_default
    from information_schema.columns where table_schema = 'public' and table_name <> 'migration' order by 1, 2`,
  constraints: `select conrelid::regclass::text as "table", conname, pg_get_constraintdef(oid) as definition
    from pg_constraint where connamespace = 'public'::regnamespace
      and conrelid not in (0, coalesce(to_regclass('public.migration'), 0)) order by 1, 2`,
  indexes: `select tablename, indexname, indexdef from pg_indexes
    where schemaname = 'public' and tablename <> 'migration' order by 1, 2`,
  policies: `select tablename, policyname, cmd, permissive, roles, qual, with_check from pg_policies
    where schemaname = 'public' order by 1, 2`,
  security: `select relname, relrowsecurity, relforcerowsecurity from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration' order by 1`,
};

test('the database that migrations make is the one that the entities describe', async () => {
  await using migrated = await freshDatabase();
  await using described = await freshDatabase();
  await described.sql('drop schema public cascade');
  await described.sql('create schema public');
  await described.sql('grant all on schema public to simpul_owner');
  await described.sql('create extension pg_trgm');
  const orm = await connect({ url: described.addresses.own, entities });
  await orm.schema.create();
  await orm.close(true);

  for (const [what, question] of Object.entries(catalogues)) {
    const found = await migrated.sql(question);
    expect(found.length, what).toBeGreaterThan(20);
    expect(found, what).toEqual(await described.sql(question));
  }
});
