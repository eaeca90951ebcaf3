import { Migration } from '@mikro-orm/migrations';

/** How accounts begin and end, letters to their owners, and how a partner registers and is verified. */
export class Accounts extends Migration {
  override up(): void {
    this.addSql(organisation);
    this.addSql(accounts);
    this.addSql(letters);
    this.addSql(partners);
  }
}

/** Units and posts are changed by hand now: the version is the lock. */
const organisation = `
alter table "org_unit" add column "version" int not null default 1;
alter table "position" add column "version" int not null default 1;
`;

/** Whoever has a password has set one: those accounts are in use. Row policies bind the owner too. */
const accounts = `
alter table "account" add column "locale" text not null default 'id';
alter table "account" add column "activated_at" timestamptz(3) null;
alter table "account" add column "closed_at" timestamptz(3) null;
select set_config('simpul.system', 'on', true);
update account set activated_at = c.changed_at from credential c where c.account_id = account.id;
select set_config('simpul.system', '', true);

alter table "role_assignment" alter column "org_unit_id" drop not null;
alter table "role_assignment" add column "pending" boolean not null default false;
alter table "role_assignment" add column "granted_by_id" uuid null;
alter table "role_assignment" add column "confirmed_by_id" uuid null;
alter table "role_assignment" drop constraint "role_assignment_days";
alter table "role_assignment"
  add constraint "role_assignment_days"
  check (until is null or until >= from_day - 1);
alter table "role_assignment"
  add constraint "role_assignment_everywhere"
  check (org_unit_id is not null or role = 'ADMIN');
alter table "role_assignment"
  add constraint "role_assignment_pending"
  check (not pending or role = 'ADMIN');
alter table "role_assignment"
  add constraint "role_assignment_second_person"
  check (confirmed_by_id is null or (confirmed_by_id <> granted_by_id and confirmed_by_id <> account_id));
alter table "role_assignment"
  add constraint "role_assignment_granted_by_id_foreign"
  foreign key ("granted_by_id") references "account" ("id") on delete restrict;
alter table "role_assignment"
  add constraint "role_assignment_confirmed_by_id_foreign"
  foreign key ("confirmed_by_id") references "account" ("id") on delete restrict;

create table "one_time_code" (
  "digest" text not null,
  "account_id" uuid not null,
  "created_at" timestamptz(3) not null,
  "ends_at" timestamptz(3) not null,
  primary key ("digest")
);
create index "one_time_code_account" on "one_time_code" ("account_id");
create index "one_time_code_ends_at" on "one_time_code" ("ends_at");
alter table "one_time_code"
  add constraint "one_time_code_account_id_foreign"
  foreign key ("account_id") references "account" ("id") on delete cascade;
alter table "one_time_code" enable row level security;
alter table "one_time_code" force row level security;
create policy "one_time_code_visible" on "one_time_code" using (
  ((select nullif(current_setting('simpul.system', true), '')) = 'on') or
  (false));
`;

const letters = `
create table "letter" (
  "id" uuid not null,
  "cause" uuid not null,
  "recipient" text not null,
  "kind" text not null,
  "locale" text not null,
  "letter_values" jsonb not null,
  "created_at" timestamptz(3) not null,
  "sent_at" timestamptz(3) null,
  primary key ("id")
);
create index "letter_created_at" on "letter" ("created_at");
alter table "letter" add constraint "letter_once" unique ("cause", "recipient", "kind");
alter table "letter" enable row level security;
alter table "letter" force row level security;
create policy "letter_visible" on "letter" using (
  ((select nullif(current_setting('simpul.system', true), '')) = 'on') or
  (false));
`;

const partners = `
alter table "partner" add column "summary" text null;
alter table "partner" add column "website" text null;

create table "partner_registration" (
  "partner_id" uuid not null,
  "legal_number" text not null,
  "address" text not null,
  "phone" text not null,
  "submitted_at" timestamptz(3) not null,
  primary key ("partner_id")
);
alter table "partner_registration"
  add constraint "partner_registration_partner_id_foreign"
  foreign key ("partner_id") references "partner" ("id") on update cascade on delete cascade;
alter table "partner_registration" enable row level security;
alter table "partner_registration" force row level security;
create policy "partner_registration_visible" on "partner_registration" using (
  ((select nullif(current_setting('simpul.system', true), '')) = 'on') or
  ((partner_id = any ((select nullif(current_setting('simpul.partners', true), ''))::uuid[])) or
  ((select nullif(current_setting('simpul.judgement_roots', true), '')) <> '{}')));

create table "partner_answer" (
  "id" uuid not null,
  "partner_id" uuid not null,
  "outcome" text not null,
  "met" text[] not null,
  "reason" text null,
  "by_id" uuid not null,
  "at" timestamptz(3) not null,
  primary key ("id")
);
create index "partner_answer_partner" on "partner_answer" ("partner_id", "at");
alter table "partner_answer"
  add constraint "partner_answer_outcome_known"
  check (outcome in ('VERIFY', 'RETURN', 'SUSPEND'));
alter table "partner_answer"
  add constraint "partner_answer_reason"
  check (outcome = 'VERIFY' or reason is not null);
alter table "partner_answer"
  add constraint "partner_answer_partner_id_foreign"
  foreign key ("partner_id") references "partner" ("id") on delete restrict;
alter table "partner_answer"
  add constraint "partner_answer_by_id_foreign"
  foreign key ("by_id") references "account" ("id") on delete restrict;
alter table "partner_answer" enable row level security;
alter table "partner_answer" force row level security;
create policy "partner_answer_visible" on "partner_answer" using (
  ((select nullif(current_setting('simpul.system', true), '')) = 'on') or
  ((partner_id = any ((select nullif(current_setting('simpul.partners', true), ''))::uuid[])) or
  ((select nullif(current_setting('simpul.judgement_roots', true), '')) <> '{}')));

create table "partner_join" (
  "id" uuid not null,
  "partner_id" uuid not null,
  "account_id" uuid not null,
  "display_name" text not null,
  "email" text not null,
  "asked_at" timestamptz(3) not null,
  "accepted" boolean null,
  "answered_by_id" uuid null,
  "answered_at" timestamptz(3) null,
  primary key ("id")
);
create unique index partner_join_open on partner_join (partner_id, account_id) where answered_at is null;
create index "partner_join_account" on "partner_join" ("account_id");
alter table "partner_join"
  add constraint "partner_join_answered"
  check ((accepted is null) = (answered_at is null));
alter table "partner_join"
  add constraint "partner_join_partner_id_foreign"
  foreign key ("partner_id") references "partner" ("id") on delete restrict;
alter table "partner_join"
  add constraint "partner_join_account_id_foreign"
  foreign key ("account_id") references "account" ("id") on delete restrict;
alter table "partner_join"
  add constraint "partner_join_answered_by_id_foreign"
  foreign key ("answered_by_id") references "account" ("id") on delete restrict;
alter table "partner_join" enable row level security;
alter table "partner_join" force row level security;
create policy "partner_join_visible" on "partner_join" using (
  ((select nullif(current_setting('simpul.system', true), '')) = 'on') or
  ((account_id = (select nullif(current_setting('simpul.account', true), ''))::uuid) or
  (partner_id = any ((select nullif(current_setting('simpul.owned_partners', true), ''))::uuid[]))));
`;
