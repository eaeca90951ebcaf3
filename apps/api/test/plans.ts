import type { PostgreSqlConnection } from '@mikro-orm/postgresql';
import type { TestApp } from './harness.ts';

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: Node[];
}

export interface Planned {
  sql: string;
  /** Tables that are read from one end to the other. */
  readWhole: string[];
  /** It counts all rows of a list, which no index can spare. */
  isCount: boolean;
}

type Query = (...args: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>;
type Client = { query: Query };

/** Asks PostgreSQL how it would answer each statement, on the connection and with the rights of who asks it. */
export class Plans {
  #heard: Planned[] = [];

  static async of({ simpul }: TestApp): Promise<Plans> {
    const plans = new Plans();
    const pool = await (simpul.orm.em.getConnection() as PostgreSqlConnection).getNativeClient();
    const listened = new WeakSet<Client>();
    pool.on('acquire', (client) => {
      if (!listened.has(client as unknown as Client)) plans.#listenTo(client as unknown as Client);
      listened.add(client as unknown as Client);
    });
    return plans;
  }

  #listenTo(client: Client): void {
    const query = client.query.bind(client);
    client.query = async (...args) => {
      const [asked, values] = args as [string | { text: string; values?: unknown[] }, unknown[] | undefined];
      const sql = typeof asked === 'string' ? asked : asked.text;
      const given = typeof asked === 'string' ? values : asked.values;
      if (/^select/i.test(sql) && !/set_config/.test(sql)) {
        const { rows } = await query(`explain (format json) ${sql}`, given ?? []);
        const [{ Plan: plan }] = rows[0]!['QUERY PLAN'] as [{ Plan: Node }];
        this.#heard.push({ sql, readWhole: readWhole(plan), isCount: /^select count\(\*\)/i.test(sql) });
      }
      return query(...args);
    };
  }

  /** The plans of what one request asks. */
  async of(request: () => Promise<unknown>): Promise<Planned[]> {
    this.#heard = [];
    await request();
    return this.#heard;
  }
}

function readWhole(node: Node): string[] {
  const own = node['Node Type'] === 'Seq Scan' ? [node['Relation Name']!] : [];
  return [...own, ...(node.Plans ?? []).flatMap(readWhole)];
}
