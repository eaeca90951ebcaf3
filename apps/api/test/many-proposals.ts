import type { Copy } from './harness.ts';
import { uuidOf } from './standings.ts';
import type { Handle } from './deeds.ts';

/** A city's worth: so many proposals and needs, at all units and by many partners, of the sorts of the given ones. */
export async function plantMany(
  { sql }: Copy,
  originals: readonly Handle[],
  proposals: number,
  needs: number,
): Promise<void> {
  const ids = originals.map(({ id }) => uuidOf(id));
  await sql(ground(needs));
  await sql(plan(ids, Math.ceil(proposals / ids.length)));
  for (const step of steps) await sql(step);
  await sql('drop schema many cascade');
  await sql('analyze');
}

/** A row of a table again, changed. */
const again = (table: string, from: string, changes: string, where = 'true') => `
  insert into ${table} select copied.* from ${from},
    jsonb_populate_record(x, jsonb_build_object(${changes})) copied where ${where}`;

const ground = (needs: number) => `
  create schema many;
  ${again('partner', 'partner x, generate_series(1, 400) n', `'id', gen_random_uuid(), 'name', 'Mitra uji ' || n`, `x.name = 'Universitas Contoh Kupang'`)};
  create table many.unit as select array_agg(id order by id) as ids from org_unit;
  insert into account (id, display_name, email)
    select gen_random_uuid(), 'Penelaah uji ' || n, 'penelaah' || n || '@uji.contoh' from generate_series(1, 300) n;
  create table many.reviewer as select array_agg(id order by id) as ids from account
    where email like 'penelaah%@uji.contoh';
  create table many.partner as select array_agg(id order by id) as ids from partner where state = 'VERIFIED';
  create table many.competency as select array_agg(id order by id) as ids from competency;
  ${again(
    'need',
    `need x, many.unit u, many.competency c, generate_series(1, ${needs}) n`,
    `'id', gen_random_uuid(), 'code', 'UJI-' || n, 'title', 'Pelatihan seri ' || lpad(mod(n, 400)::text, 3, '0') || ' ' || md5(n::text),
      'org_unit_id', u.ids[1 + mod(n * 31, cardinality(u.ids))],
      'competency_id', c.ids[1 + mod(n * 17, cardinality(c.ids))],
      'priority_score', mod(n * 37, 1000) / 10.0, 'due_on', date '2027-01-01' + mod(n * 13, 700),
      'updated_at', now() - n * interval '7 minutes'`,
    `x.code = (select max(code) from need where state = 'PUBLISHED')`,
  )};
  insert into need_unit select id, org_unit_id from need where code like 'UJI-%';
  insert into need_coverage select id, 1, 0, 25 from need where code like 'UJI-%';
  create table many.need as select array_agg(id order by id) as ids from need where published_at is not null`;

/** Who sends what where, and the ids of its parts. */
const plan = (ids: readonly string[], each: number) => `
  create table many.made as
  select gen_random_uuid() as id, gen_random_uuid() as revision, gen_random_uuid() as decision, o.id as original,
    row_number() over () as n, p.ids as partners, u.ids as units, d.ids as needs
  from unnest('{${ids.join()}}'::uuid[]) o(id), generate_series(1, ${each}),
    many.partner p, many.unit u, many.need d;
  alter table many.made add column partner_id uuid, add column unit_id uuid, add column need_id uuid;
  update many.made set
    partner_id = partners[1 + mod(n * 31, cardinality(partners))],
    unit_id = units[1 + mod(n * 17, cardinality(units))],
    need_id = needs[1 + mod(n * 13, cardinality(needs))];
  alter table many.made drop column partners, drop column units, drop column needs`;

const from = (table: string, key = 'proposal_id') => `many.made m join ${table} x on x.${key} = m.original`;
const part = (table: string, changes = '') => again(table, from(table), `'proposal_id', m.id ${changes}`);

/** As the constraints want it: bare drafts first, then their parts, then what points to them. */
const steps = [
  again(
    'proposal',
    from('proposal', 'id'),
    `'id', m.id, 'code', 'UJI-' || m.n, 'state', 'DRAFT', 'submitted_at', null, 'current_revision_id', null,
     'goes_back_to', null, 'decision_id', null, 'partner_id', m.partner_id, 'org_unit_id', m.unit_id,
     'title', 'Lokakarya seri ' || lpad(mod(m.n, 400)::text, 3, '0') || ' ' || md5(m.n::text),
     'updated_at', now() - m.n * interval '3 minutes', 'due_on', null`,
  ),
  part('proposal_draft'),
  again(
    'proposal_revision',
    `many.made m join proposal o on o.id = m.original join proposal_revision x on x.id = o.current_revision_id`,
    `'id', m.revision, 'proposal_id', m.id`,
  ),
  part('decision', `, 'id', m.decision`),
  part('transition', `, 'id', gen_random_uuid()`),
  part('review', `, 'id', gen_random_uuid()`),
  `insert into proposal_need (proposal_id, need_id, by_government, seq, strength)
     select id, need_id, false, 0, 'PRIMARY' from many.made`,
  // Most of them lie with other people; one in fifty with those who have it by now.
  again(
    'review_assignment',
    `${from('review_assignment')} cross join many.reviewer r`,
    `'proposal_id', m.id, 'org_unit_id', m.unit_id, 'account_id', case when mod(m.n, 50) = 0 then x.account_id
       else r.ids[1 + mod(m.n * 7 + (select count(*) from review_assignment y
         where y.proposal_id = m.original and y.account_id < x.account_id), cardinality(r.ids))] end`,
  ),
  part('review_round'),
  `update proposal p set state = o.state, goes_back_to = o.goes_back_to,
     submitted_at = case when o.submitted_at is null then null else p.updated_at - interval '1 day' end,
     due_on = case when o.due_on is null then null else current_date + mod(m.n, 60)::int end,
     current_revision_id = case when o.current_revision_id is null then null else m.revision end,
     decision_id = case when o.decision_id is null then null else m.decision end
   from many.made m join proposal o on o.id = m.original where p.id = m.id`,
];
