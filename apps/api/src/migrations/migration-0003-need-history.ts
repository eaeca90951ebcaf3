import { Migration } from '@mikro-orm/migrations';

/** What was done with a need and when; for needs that are there already, as the audit trail has it. */
export class NeedHistory extends Migration {
  override up(): void {
    this.addSql(table);
    this.addSql(fromTheTrail);
  }
}

const table = `
create table "need_move" (
  "need_id" uuid not null,
  "deed" text not null,
  "by_id" uuid not null,
  "at" timestamptz(3) not null,
  primary key ("need_id", "deed")
);
alter table "need_move"
  add constraint "need_move_deed_known"
  check (deed in ('WRITE', 'VERIFY', 'PUBLISH', 'CLOSE'));
alter table "need_move"
  add constraint "need_move_need_id_foreign"
  foreign key ("need_id") references "need" ("id") on delete restrict;
alter table "need_move"
  add constraint "need_move_by_id_foreign"
  foreign key ("by_id") references "account" ("id") on delete restrict;
alter table "need_move" enable row level security;
alter table "need_move" force row level security;
create policy "need_move_visible" on "need_move"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or ((select true from need n where n.id = need_id)));
`;

/** The trail names a need by its outer id: a prefix, and the UUID in base64url. */
const fromTheTrail = `
select set_config('simpul.system', 'on', true);
insert into need_move (need_id, deed, by_id, at)
select n.id, case e.action when 'need.create' then 'WRITE' else e.facts->>'action' end, e.actor_id, e.at
from audit.audit_entry e
join need n
  on n.id = encode(decode(translate(substr(e.subject, 5), '-_', '+/') || '==', 'base64'), 'hex')::uuid
where e.action in ('need.create', 'need.transition') and e.actor_id is not null
on conflict do nothing;
select set_config('simpul.system', '', true);
`;
