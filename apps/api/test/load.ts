import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { who } from './actors.ts';
import { completeContent, needAndCompetency, partnerId } from './deeds.ts';
import { until, type Client, type Copy } from './harness.ts';

const MARK = 'Beban';
interface Writer {
  cookie: string;
  partner: string;
  needId: string;
  competencyId: string;
}

const writers = [who.university, who.ngo, who.polytechnic];

/**
 * People who send proposals one after another, each draft and each SUBMIT under a key of its own. Whoever gets no
 * answer asks again under the same key, at the next process, as a careful client does.
 */
export class Load implements AsyncDisposable {
  /** Proposals whose SUBMIT was acknowledged, and when the last one was. */
  readonly acknowledged: string[] = [];
  lastSuccess = 0;
  /** How often there was no answer, or a fault of ours. */
  unanswered = 0;
  /** What a careful client should never be told. */
  readonly surprises: unknown[] = [];
  readonly #clients: Client[];
  #stopping = false;
  #abandoned = false;
  #running: Promise<unknown> = Promise.resolve();

  constructor(clients: Client[]) {
    this.#clients = clients;
  }

  async start(howMany: number): Promise<void> {
    const [client] = this.#clients as [Client];
    const { needId, competencyId } = await needAndCompetency(client);
    const ground = { needId: needId!, competencyId: competencyId! };
    const people: Writer[] = [];
    for (const email of writers) {
      people.push({ cookie: await client.cookie(email), partner: await partnerId(client, email), ...ground });
    }
    const write = (_: unknown, index: number) => this.#write(index, people[index % people.length]!);
    this.#running = Promise.all(Array.from({ length: howMany }, write));
    this.#running.catch(() => undefined); // `stop` says it
  }

  /** Lets everybody finish what is begun. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#running;
  }

  /** After a test that failed nobody may go on asking. */
  async [Symbol.asyncDispose]() {
    this.#abandoned = true;
    await this.stop().catch(() => undefined);
  }

  async #write(index: number, { cookie, partner, needId, competencyId }: Writer) {
    const headers = { cookie };
    while (!this.#stopping) {
      const content = completeContent(competencyId, { title: `${MARK} ${randomUUID()}` });
      const draft = { partnerId: partner, needs: [{ needId }], content };
      const { proposal } = await this.#answered(index, headers, 'proposalCreate', draft);
      const { id, version: expectedVersion } = proposal;
      await this.#answered(index, headers, 'proposalTransition', { id, expectedVersion, action: 'SUBMIT' });
      this.acknowledged.push(id);
    }
  }

  async #answered(
    index: number,
    headers: Record<string, string>,
    name: string,
    more: Record<string, unknown>,
  ) {
    const input = { idempotencyKey: randomUUID(), ...more };
    for (let attempt = index; ; attempt++) {
      const client = this.#clients[attempt % this.#clients.length]!;
      try {
        const payload = await client.mutate(name, input, { headers });
        if (payload.errors.length === 0) {
          this.lastSuccess = performance.now();
          return payload;
        }
        // A twin whose process died a moment ago may still hold the row.
        if (payload.errors[0].code !== 'STATE_CONFLICT') this.surprises.push(payload.errors);
      } catch {
        this.unanswered += 1;
        if (this.#abandoned) throw new Error('abandoned');
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** What every proposal of the load left, and how many secretaries are to be told. */
const traces = `
  with secretaries as (
    select count(distinct r.account_id)::int as n from role_assignment r
    join unit_closure c on c.ancestor_id = r.org_unit_id
    where r.role = 'SECRETARIAT' and r.from_day <= current_date
      and c.unit_id = (select org_unit_id from proposal where title like '${MARK} %' limit 1)),
  events as (
    select (data->'payload'->>'proposalId')::uuid as id, count(*)::int as n from pgboss.job
    where name = 'event' and state = 'completed' group by 1),
  entries as (select subject, count(*)::int as n from audit.audit_entry group by 1),
  notices as (select proposal_id as id, count(*)::int as n from notice group by 1),
  found as (
    select p.id, p.title, p.state, count(*) over (partition by p.title)::int as twins,
      (select count(*)::int from idempotency_key k where k.object_id = p.id) as keys,
      (select count(*)::int from proposal_revision r where r.proposal_id = p.id) as revisions,
      (select count(*)::int from transition t where t.proposal_id = p.id) as moves,
      entries.n as entries, events.n as events, notices.n as notices
    from proposal p
    left join entries on entries.subject = 'prp_' || translate(
      rtrim(encode(decode(replace(p.id::text, '-', ''), 'hex'), 'base64'), '='), '+/', '-_')
    left join events on events.id = p.id
    left join notices on notices.id = p.id
    where p.title like '${MARK} %')`;

/**
 * Whether everything that was acknowledged is there, once and whole: one key, one revision, one move, its audit
 * entries, one event, a notice for every secretary, and the coverage of the need counted along.
 */
export async function expectWhole({ sql }: Copy, load: Load): Promise<void> {
  expect(load.surprises).toEqual([]);
  await until<true>(async () => {
    const [open] = await sql<{ n: number }>(
      `select count(*)::int as n from pgboss.job where name = 'event' and state in ('created', 'retry', 'active')`,
    );
    return open!.n === 0;
  }, 60_000);
  const broken = await sql(`${traces} select f.*, s.n as secretaries from found f, secretaries s
    where s.n = 0 or (f.state, f.twins, f.keys, f.revisions, f.moves, f.entries, f.events, f.notices)
      is distinct from ('SUBMITTED', 1, 2, 1, 1, 2, 1, s.n) limit 5`);
  expect(broken).toEqual([]);
  const [counted] = await sql<{ there: number; coverage: number; counted: number }>(`
    select (select count(*)::int from proposal where title like '${MARK} %') as there,
      c.proposals as coverage,
      (select count(distinct pn.proposal_id)::int from proposal_need pn join proposal p on p.id = pn.proposal_id
        where pn.need_id = c.need_id
          and p.state not in ('DRAFT', 'REJECTED', 'WITHDRAWN', 'MERGED', 'CANCELLED')) as counted
    from need_coverage c where c.need_id = (select pn.need_id from proposal_need pn
      join proposal p on p.id = pn.proposal_id where p.title like '${MARK} %' limit 1)`);
  expect(counted!.there).toBe(load.acknowledged.length);
  expect(new Set(load.acknowledged).size).toBe(load.acknowledged.length);
  expect(counted!.coverage).toBe(counted!.counted);
}
