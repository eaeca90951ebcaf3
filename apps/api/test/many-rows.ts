import { who } from './actors.ts';
import { twins } from './clone.ts';
import type { Copy, TestApp } from './harness.ts';
import { standings, type Surroundings } from './standings.ts';
import type { Handle } from './deeds.ts';

const alak = `(select id from org_unit where kind = 'DISTRICT' and code = 'KPG.ALK')`;
const post = `(select a.position_id from asn_profile a join account c on c.asn_profile_id = a.id
  where c.email = '${who.supervisor}')`;

/** All sorts of proposals side by side in every order, so that a long page holds no other sorts than a short one. */
const mixed = `
  update proposal p set due_on = date '2026-01-01', updated_at = now() + m.place * interval '1 second'
  from (
    select id, row_number() over (partition by state order by id) as place
    from proposal where code like 'TWIN-%') m
  where p.id = m.id`;

/** So many more of everything that a list can show, each with parts like those of the others. */
export async function plant(copy: Copy, proposals: readonly Handle[], howMany: number): Promise<void> {
  for (const proposal of proposals) await twins(copy, proposal, howMany);
  await copy.sql(mixed);
  const mark = `T${howMany}.`;
  /** A row of a table again and again, changed so that it may stand beside the first. */
  const again = (table: string, change: string, where: string) => `
    insert into ${table} select y.* from ${table} x, generate_series(1, ${howMany}) n,
      jsonb_populate_record(x, jsonb_build_object('id', gen_random_uuid(), ${change})) y where ${where};`;
  await copy.sql(`
    ${again('competency', `'code', '${mark}' || n`, `x.code = 'TEK.01'`)}
    insert into competency_level (competency_id, level, name, description)
      select id, 1, 'Paham', 'Uji' from competency where code like '${mark}%';
    ${again('org_unit', `'code', 'KPG.ALK.${mark}' || n, 'parent_id', x.id, 'kind', 'SECTION'`, `x.id = ${alak}`)}
    insert into unit_closure (ancestor_id, unit_id, distance)
      select uc.ancestor_id, u.id, uc.distance + 1 from org_unit u join unit_closure uc on uc.unit_id = ${alak}
      where u.code like 'KPG.ALK.${mark}%'
      union all select id, id, 0 from org_unit where code like 'KPG.ALK.${mark}%';
    ${again('"position"', `'title', '${mark}' || n, 'org_unit_id', ${alak}, 'reports_to_id', x.id`, `x.id = ${post}`)}
    insert into duty (id, position_id, seq, description, weight)
      select gen_random_uuid(), id, 0, 'Uji', 1 from "position" where title like '${mark}%';
    insert into duty_competency (duty_id, competency_id)
      select d.id, (select id from competency where code = 'TEK.01')
      from duty d join "position" p on p.id = d.position_id where p.title like '${mark}%';
    insert into competency_standard (id, position_id, competency_id, required_level)
      select gen_random_uuid(), p.id, c.id, 2 from "position" p, competency c
      where p.title like '${mark}%' and c.code = 'TEK.01';
    insert into asn_profile (id, updated_at, name, position_id)
      select gen_random_uuid(), now(), ' ' || title, id from "position" where title like '${mark}%';
    insert into asn_personal (asn_profile_id, phone) select id, '0' from asn_profile where name like ' ${mark}%';
    insert into asn_employment (asn_profile_id, nip, employment_kind)
      select id, lpad('${howMany}' || row_number() over (), 18, '1'), 'PNS'
      from asn_profile where name like ' ${mark}%';
    insert into account (id, display_name, email)
      select gen_random_uuid(), ' ${mark}' || n, '${mark}' || n || '@uji.contoh' from generate_series(1, ${howMany}) n;
    insert into role_assignment (id, account_id, role, org_unit_id, from_day)
      select gen_random_uuid(), id, 'LEADERSHIP', ${alak}, '2000-01-01'
      from account where display_name like ' ${mark}%';
    ${again('partner', `'name', ' ${mark}' || n`, `x.name = 'Universitas Contoh Kupang'`)}
    insert into partner_membership (id, partner_id, account_id, display_name, owner)
      select gen_random_uuid(), p.id, a.id, a.display_name, false from partner p, account a
      where p.name = 'Universitas Contoh Kupang' and a.display_name like ' ${mark}%';
    ${again('need', `'code', 'KBT-${mark}' || n, 'priority_score', 99`, `x.code like 'KBT-%-0003'`)}
    insert into need_unit select id, ${alak} from need where code like 'KBT-${mark}%';
    insert into need_coverage select id, 1, 1, 25 from need where code like 'KBT-${mark}%';
    insert into need_duty select n.id, (select id from duty where description = 'Uji' limit 1) from need n
      where n.code like 'KBT-${mark}%';
    insert into notice (id, account_id, event_id, kind, reason, sentence_values, proposal_id, created_at)
      select gen_random_uuid(), a.id, gen_random_uuid(), 'submit', 'secretariat', '{"code": "x"}', p.id, now()
      from account a, (select id from proposal where code like 'TWIN-%' and submitted_at is not null
        order by id limit ${howMany}) p where a.email like '%.contoh';
    insert into api_token (id, account_id, label, scopes, org_unit_id, secret_hash, created_at, expires_at)
      select gen_random_uuid(), a.id, 'Uji', '{AGGREGATE_READ}', ${alak}, '', now(), now() + interval '1 day'
      from account a, generate_series(1, ${howMany}) n where a.email = '${who.secretariat}';`);
}

const shown = ['DRAFT', 'SUBMITTED', 'IN_REVIEW and recommended', 'CHANGES_REQUESTED in review', 'APPROVED'];

/** One proposal of each sort that lists show. */
export async function oneOfEach(app: TestApp, around: Surroundings): Promise<Handle[]> {
  const made: Handle[] = [];
  for (const { name, make } of standings) if (shown.includes(name)) made.push(await make(app, around));
  return made;
}
