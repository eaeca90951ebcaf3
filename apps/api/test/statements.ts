import type { PostgreSqlConnection } from '@mikro-orm/postgresql';
import type { TestApp } from './harness.ts';

/** Begins, ends and sets the viewer: part of every transaction, whatever it is for. */
const frame = /^(begin|start transaction|commit|rollback|savepoint|release|set )|^select set_config\(/i;

type Query = (...args: unknown[]) => unknown;
type Client = { query: Query };

/**
 * Listens to all SQL of one running Simpul, at its connections: the ORM's own log knows nothing of what goes through
 * Kysely. Ask one thing at a time while it listens.
 */
export class Statements {
  #heard: string[] = [];

  static async of({ simpul }: TestApp): Promise<Statements> {
    const statements = new Statements();
    const connection = simpul.orm.em.getConnection() as PostgreSqlConnection;
    const pool = await connection.getNativeClient();
    const listened = new WeakSet<Client>();
    pool.on('acquire', (client) => {
      if (!listened.has(client as Client)) statements.#listenTo(client as Client);
      listened.add(client as Client);
    });
    return statements;
  }

  #listenTo(client: Client): void {
    const query = client.query.bind(client);
    client.query = (...args) => {
      const [asked] = args as [string | { text: string }];
      this.#heard.push((typeof asked === 'string' ? asked : asked.text).trim());
      return query(...args);
    };
  }

  /**
   * What a request asked of the database, in order, without finding out who asks: the first of two transactions. A
   * visitor has one only.
   */
  async of(request: () => Promise<unknown>): Promise<string[]> {
    this.#heard = [];
    await request();
    const ends = this.#heard.flatMap((query, index) => (/^commit/i.test(query) ? [index] : []));
    const identified = ends.length > 1 ? ends[0]! : -1;
    return this.#heard.slice(identified + 1).filter((query) => !frame.test(query));
  }
}
