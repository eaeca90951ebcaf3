import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { entities } from '../src/entities.ts';
import { viewerOf } from '../src/identity/identify.commands.ts';
import { anonymous, type Viewer } from '../src/platform/access/viewer.ts';
import { systemClock } from '../src/platform/clock.ts';
import { connect } from '../src/platform/database/orm.ts';
import { asHouse, inTransaction } from '../src/platform/database/unit-of-work.ts';
import { rooms } from '../src/rooms.ts';
import { who } from './actors.ts';
import type { Copy } from './harness.ts';

/** Tables that anybody may read: framework, posts, units. All others are guarded. */
export const publicTables = [
  'competency',
  'competency_level',
  'competency_standard',
  'criterion',
  'duty',
  'duty_competency',
  'holiday',
  'org_unit',
  'position',
  'unit_closure',
];

export async function guardedTables(copy: Copy): Promise<string[]> {
  const rows = await copy.sql<{ name: string }>(`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity order by relname`);
  return rows.map(({ name }) => name);
}

/** Looks into the tables themselves, as the serving role and under a viewer's row policies. */
export class Sight implements AsyncDisposable {
  readonly orm: MikroORM;
  /** By the name of `who`; `anonymous` too. */
  readonly viewers: Record<string, Viewer>;

  constructor(orm: MikroORM, viewers: Record<string, Viewer>) {
    this.orm = orm;
    this.viewers = viewers;
  }

  static async of(copy: Copy, emails: Record<string, string> = who): Promise<Sight> {
    const orm = await connect({ url: copy.addresses.serve, entities });
    const viewers: Record<string, Viewer> = { anonymous: anonymous() };
    for (const [name, email] of Object.entries(emails)) {
      const [account] = await copy.sql<{ id: string }>(`select id from account where email = '${email}'`);
      viewers[name] = await asHouse(orm, systemClock, (work) => viewerOf(work, account!.id, rooms));
    }
    return new Sight(orm, viewers);
  }

  as<T>(viewer: Viewer, task: (em: EntityManager) => Promise<T>): Promise<T> {
    const beginning = { orm: this.orm, clock: systemClock, viewer, readOnly: false };
    return inTransaction(beginning, ({ em }) => task(em));
  }

  /** How many rows of each table this viewer finds. */
  count(viewer: Viewer, tables: readonly string[]): Promise<Record<string, number>> {
    const counts = tables.map((table) => `(select count(*)::int from "${table}") as "${table}"`);
    return this.as(viewer, async (em) => {
      const [row] = await em.execute<Record<string, number>[]>(`select ${counts.join(', ')}`);
      return row!;
    });
  }

  async [Symbol.asyncDispose]() {
    await this.orm.close(true);
  }
}
