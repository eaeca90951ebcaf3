import { Migration } from '@mikro-orm/migrations';

/**
 * The ground: all tables of the first rooms with their constraints, indexes and row policies, as the entities say (a
 * test compares the two), and what entities cannot say: extensions, sequences, the audit trail.
 */
export class Ground extends Migration {
  override up(): void {
    this.addSql(extensions);
    this.addSql(auditTrail);
    this.addSql(auditSeals);
    this.addSql(tables);
  }
}

const extensions = `
create extension if not exists pg_trgm;
create sequence need_number;
create sequence proposal_number;
`;

/** Append-only: the serving role may insert, and the triggers hold for everybody. */
const auditTrail = `
create schema audit;
create table audit.audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz(3) not null,
  actor_kind text not null,
  actor_id uuid null,
  action text not null,
  subject text not null,
  facts jsonb not null
);
create index audit_entry_subject on audit.audit_entry (subject, id);
create function audit.refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is append-only';
end
$$;
create trigger audit_entry_stays before update or delete on audit.audit_entry
  for each row execute function audit.refuse();
create trigger audit_entry_all_stays before truncate on audit.audit_entry
  for each statement execute function audit.refuse();
`;

/**
 * Batches of entries under a chain of digests. Whoever writes an entry holds a shared lock until the end of the
 * transaction; the seal waits for all of them, so that no entry comes late into a batch that is sealed. The functions
 * run as the owner: the serving role may seal and check, and read nothing.
 */
const auditSeals = `
create function audit.announce() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(hashtext('audit.seal'));
  return null;
end
$$;
create trigger audit_entry_announced before insert on audit.audit_entry
  for each statement execute function audit.announce();

create table audit.audit_seal (
  number bigint primary key,
  until_id bigint not null,
  entries bigint not null,
  digest text not null,
  sealed_at timestamptz(3) not null default now()
);
create trigger audit_seal_stays before update or delete on audit.audit_seal
  for each row execute function audit.refuse();
create trigger audit_seal_all_stays before truncate on audit.audit_seal
  for each statement execute function audit.refuse();

create function audit.digest_of(previous text, after_id bigint, until_id bigint,
  out entries bigint, out digest text) language sql stable as $$
  select count(*), encode(sha256(convert_to(previous || E'\\n' || coalesce(string_agg(
    jsonb_build_array(id, to_char(at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS'), actor_kind, actor_id, action,
      subject, facts)::text, E'\\n' order by id), ''), 'UTF8')), 'hex')
  from audit.audit_entry where id > after_id and id <= digest_of.until_id
$$;

create function audit.seal(out number bigint, out entries bigint, out digest text)
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  last record;
  newest bigint;
begin
  perform pg_advisory_xact_lock(hashtext('audit.seal'));
  select s.number, s.until_id, s.digest into last from audit.audit_seal s order by s.number desc limit 1;
  select max(id) into newest from audit.audit_entry where id > coalesce(last.until_id, 0);
  if newest is null then
    return;
  end if;
  number := coalesce(last.number, 0) + 1;
  select d.entries, d.digest into entries, digest
    from audit.digest_of(coalesce(last.digest, ''), coalesce(last.until_id, -9223372036854775808), newest) d;
  insert into audit.audit_seal (number, until_id, entries, digest) values (number, newest, entries, digest);
end
$$;

create function audit.check_seals(out seals bigint, out entries bigint, out unsealed bigint, out broken bigint)
  language sql stable security definer set search_path = pg_catalog as $$
  with chain as (
    select number, s.entries, s.digest, until_id,
      lag(s.digest, 1, '') over by_number as previous,
      lag(until_id, 1, -9223372036854775808) over by_number as after_id,
      lag(number, 1, 0::bigint) over by_number as number_before
    from audit.audit_seal s window by_number as (order by number)
  )
  select count(*), coalesce(sum(chain.entries), 0)::bigint,
    (select count(*) from audit.audit_entry where id > coalesce((select max(until_id) from chain), 0)),
    min(number) filter (where number <> number_before + 1
      or (chain.entries, chain.digest) is distinct from (d.entries, d.digest))
  from chain, lateral audit.digest_of(previous, after_id, until_id) d
$$;
revoke execute on all functions in schema audit from public;
`;

const tables = `
create table "competency" (
  "id" uuid not null,
  "code" text not null,
  "name" text not null,
  "definition" text not null,
  "kind" text not null,
  primary key ("id")
);
alter table "competency" add constraint "competency_code_unique" unique ("code");

create table "competency_level" (
  "competency_id" uuid not null,
  "level" smallint not null,
  "name" text not null,
  "description" text not null,
  primary key ("competency_id", "level")
);
alter table "competency_level"
  add constraint "competency_level_range"
  check (level between 1 and 5);

create table "cost_bucket" (
  "key" text not null,
  "spent" double precision not null,
  "at" timestamptz(3) not null,
  primary key ("key")
);
create index "cost_bucket_at" on "cost_bucket" ("at");

create table "criterion" (
  "key" text not null,
  "seq" smallint not null,
  "name" text not null,
  "description" text not null,
  "weight" smallint not null,
  "maximum" smallint not null,
  "independent" boolean not null,
  primary key ("key")
);
alter table "criterion" add constraint "criterion_bounds" check (weight >= 0 and maximum > 0);

create table "holiday" (
  "on" date not null,
  "name" text not null,
  primary key ("on")
);

create table "idempotency_key" (
  "account_id" uuid not null,
  "key" uuid not null,
  "request" varchar(64) not null,
  "object_id" uuid null,
  "created_at" timestamptz(3) not null,
  primary key ("account_id", "key")
);
create index "idempotency_key_created_at" on "idempotency_key" ("created_at");

create table "org_unit" (
  "id" uuid not null,
  "code" text not null,
  "name" text not null,
  "kind" text not null,
  "parent_id" uuid null,
  primary key ("id")
);
alter table "org_unit" add constraint "org_unit_code_unique" unique ("code");
create index "org_unit_parent" on "org_unit" ("parent_id");
create index org_unit_name_search on org_unit using gin (name gin_trgm_ops);
alter table "org_unit"
  add constraint "org_unit_only_root_has_no_parent"
  check ((parent_id is null) = (kind = 'CITY'));

create table "need" (
  "id" uuid not null,
  "code" text not null,
  "version" int not null default 1,
  "updated_at" timestamptz(3) not null,
  "title" text not null,
  "rationale" text not null,
  "state" text not null,
  "source" text not null,
  "org_unit_id" uuid not null,
  "competency_id" uuid not null,
  "target_level" smallint not null,
  "headcount" int null,
  "due_on" date null,
  "published_at" timestamptz(3) null,
  "closed_reason" text null,
  "indicator_name" text null,
  "indicator_unit" text null,
  "indicator_better" text null,
  "indicator_baseline" numeric(21,6) null,
  "indicator_source" text null,
  "priority_score" numeric(4,1) not null,
  "severity" numeric(4,3) not null,
  "reach" numeric(4,3) not null,
  "weight" numeric(4,3) not null,
  "urgency" numeric(4,3) not null,
  "assumed" text[] not null,
  primary key ("id")
);
alter table "need" add constraint "need_code_unique" unique ("code");
create index need_by_priority on need (priority_score desc, id desc);
create index need_by_open_score
  on need ((case when headcount >= 5 then priority_score else 0 end) desc, id desc);
create index need_by_due_on on need ((coalesce(due_on, 'infinity'::date)), id);
create index need_by_updated_at on need (updated_at desc, id desc);
create index "need_unit_priority" on "need" ("org_unit_id", "priority_score", "id");
create index "need_competency" on "need" ("competency_id");
create index need_search on need using gin (title gin_trgm_ops);
alter table "need"
  add constraint "need_state_known"
  check (state in ('DRAFT', 'VERIFIED', 'PUBLISHED', 'PLANNED', 'MET', 'CLOSED'));
alter table "need"
  add constraint "need_source_known"
  check (source in ('INDIVIDUAL_GAP', 'UNIT_DEMAND', 'STRATEGIC'));
alter table "need"
  add constraint "need_published_once_open"
  check (state not in ('PUBLISHED', 'PLANNED', 'MET') or published_at is not null);
alter table "need"
  add constraint "need_closed_with_reason"
  check (state <> 'CLOSED' or closed_reason is not null);
alter table "need" add constraint "need_target_level" check (target_level between 1 and 5);
alter table "need" add constraint "need_headcount" check (headcount > 0);

create table "need_unit" (
  "need_id" uuid not null,
  "org_unit_id" uuid not null,
  primary key ("need_id", "org_unit_id")
);
create index "need_unit_unit" on "need_unit" ("org_unit_id");

create table "need_coverage" (
  "need_id" uuid not null,
  "proposals" int not null,
  "approved_proposals" int not null,
  "seats" int not null,
  primary key ("need_id")
);

create table "partner" (
  "id" uuid not null,
  "version" int not null default 1,
  "updated_at" timestamptz(3) not null,
  "name" text not null,
  "kind" text not null,
  "state" text not null,
  primary key ("id")
);
create index "partner_name" on "partner" ("name", "id");
create index partner_search on partner using gin (name gin_trgm_ops);
alter table "partner"
  add constraint "partner_kind_known"
  check (kind in ('UNIVERSITY', 'NGO', 'GOVERNMENT', 'COMPANY'));
alter table "partner"
  add constraint "partner_state_known"
  check (state in ('PENDING', 'VERIFIED', 'SUSPENDED'));

create table "position" (
  "id" uuid not null,
  "title" text not null,
  "kind" text not null,
  "org_unit_id" uuid not null,
  "reports_to_id" uuid null,
  primary key ("id")
);
create index "position_unit" on "position" ("org_unit_id", "title", "id");
create index "position_reports_to" on "position" ("reports_to_id");
alter table "position" add constraint "position_reports_to_another" check (reports_to_id <> id);

create table "duty" (
  "id" uuid not null,
  "position_id" uuid not null,
  "seq" smallint not null,
  "description" text not null,
  "weight" smallint not null,
  primary key ("id")
);
alter table "duty" add constraint "duty_position_seq" unique ("position_id", "seq");
alter table "duty" add constraint "duty_weight" check (weight between 1 and 3);

create table "need_duty" (
  "need_id" uuid not null,
  "duty_id" uuid not null,
  primary key ("need_id", "duty_id")
);
create index "need_duty_duty" on "need_duty" ("duty_id");

create table "duty_competency" (
  "duty_id" uuid not null,
  "competency_id" uuid not null,
  primary key ("duty_id", "competency_id")
);
create index "duty_competency_competency" on "duty_competency" ("competency_id");

create table "competency_standard" (
  "id" uuid not null,
  "position_id" uuid not null,
  "competency_id" uuid not null,
  "required_level" smallint not null,
  primary key ("id")
);
create index "competency_standard_competency"
  on "competency_standard" ("competency_id", "position_id");
alter table "competency_standard"
  add constraint "competency_standard_once"
  unique ("position_id", "competency_id");
alter table "competency_standard"
  add constraint "competency_standard_range"
  check (required_level between 1 and 5);

create table "asn_profile" (
  "id" uuid not null,
  "version" int not null default 1,
  "updated_at" timestamptz(3) not null,
  "front_title" text null,
  "name" text not null,
  "back_title" text null,
  "position_id" uuid not null,
  primary key ("id")
);
create index "asn_profile_position" on "asn_profile" ("position_id");
create index "asn_profile_name" on "asn_profile" ("name", "id");
create index asn_profile_search on asn_profile using gin (name gin_trgm_ops);

create table "asn_personal" (
  "asn_profile_id" uuid not null,
  "born_on" date null,
  "phone" text null,
  "private_email" text null,
  primary key ("asn_profile_id")
);

create table "asn_employment" (
  "asn_profile_id" uuid not null,
  "nip" text not null,
  "rank" text null,
  "employment_kind" text not null,
  "position_since" date null,
  primary key ("asn_profile_id")
);
alter table "asn_employment" add constraint "asn_employment_nip_unique" unique ("nip");
alter table "asn_employment" add constraint "asn_employment_nip" check (nip ~ '^[0-9]{18}$');

create table "account" (
  "id" uuid not null,
  "display_name" text not null,
  "email" text not null,
  "asn_profile_id" uuid null,
  "last_seen_at" timestamptz(3) null,
  primary key ("id")
);
alter table "account" add constraint "account_asn_profile_id_unique" unique ("asn_profile_id");
create unique index account_email on account (lower(email));
create index "account_display_name" on "account" ("display_name", "id");
create index account_search on account using gin ((display_name || ' ' || email) gin_trgm_ops);

create table "partner_membership" (
  "id" uuid not null,
  "partner_id" uuid not null,
  "account_id" uuid not null,
  "display_name" text not null,
  "owner" boolean not null,
  primary key ("id")
);
create index "partner_membership_account" on "partner_membership" ("account_id");
alter table "partner_membership"
  add constraint "partner_membership_once"
  unique ("partner_id", "account_id");

create table "notice" (
  "id" uuid not null,
  "account_id" uuid not null,
  "event_id" uuid not null,
  "kind" text not null,
  "reason" text not null,
  "sentence_values" jsonb not null,
  "proposal_id" uuid null,
  "created_at" timestamptz(3) not null,
  "read_at" timestamptz(3) null,
  primary key ("id")
);
create index notice_of_account on notice (account_id, created_at desc, id desc);
alter table "notice" add constraint "notice_once" unique ("event_id", "account_id");

create table "credential" (
  "account_id" uuid not null,
  "password_hash" text not null,
  "changed_at" timestamptz(3) not null,
  primary key ("account_id")
);

create table "api_token" (
  "id" uuid not null,
  "account_id" uuid not null,
  "label" text not null,
  "scopes" text[] not null,
  "org_unit_id" uuid not null,
  "secret_hash" text not null,
  "created_at" timestamptz(3) not null,
  "expires_at" timestamptz(3) not null,
  "last_used_at" timestamptz(3) null,
  "revoked_at" timestamptz(3) null,
  primary key ("id")
);
create index "api_token_account" on "api_token" ("account_id", "created_at");

create table "proposal" (
  "id" uuid not null,
  "code" text not null,
  "version" int not null default 1,
  "updated_at" timestamptz(3) not null,
  "state" text not null,
  "title" text not null,
  "partner_id" uuid not null,
  "org_unit_id" uuid null,
  "created_by_id" uuid not null,
  "submitted_at" timestamptz(3) null,
  "due_on" date null,
  "current_revision_id" uuid null,
  "goes_back_to" text null,
  "decision_id" uuid null,
  "merged_into_id" uuid null,
  primary key ("id")
);
alter table "proposal" add constraint "proposal_code_unique" unique ("code");
alter table "proposal"
  add constraint "proposal_current_revision_id_unique"
  unique ("current_revision_id");
create index proposal_by_updated_at on proposal (updated_at desc, id desc);
create index proposal_by_submitted_at
  on proposal ((coalesce(submitted_at, 'infinity'::timestamptz)) desc, id desc);
create index proposal_by_due_on on proposal ((coalesce(due_on, 'infinity'::date)), id);
create index proposal_of_partner on proposal (partner_id, updated_at desc, id desc);
create index proposal_of_unit
  on proposal (org_unit_id, (coalesce(due_on, 'infinity'::date)), id) where submitted_at is not null;
create index proposal_unit_state on proposal (org_unit_id, state) where submitted_at is not null;
create index proposal_search on proposal using gin (title gin_trgm_ops);
alter table "proposal"
  add constraint "proposal_state_known"
  check (state in ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED', 'WAITLISTED', 'APPROVED', 'REJECTED',
    'WITHDRAWN', 'MERGED', 'CONFIRMED', 'SCHEDULED', 'DONE', 'CANCELLED'));
alter table "proposal"
  add constraint "proposal_sent"
  check (state in ('DRAFT', 'WITHDRAWN')
    or (submitted_at is not null and org_unit_id is not null and current_revision_id is not null));
alter table "proposal"
  add constraint "proposal_draft_unsent"
  check (state <> 'DRAFT' or submitted_at is null);
alter table "proposal"
  add constraint "proposal_decided"
  check (state not in ('APPROVED', 'WAITLISTED', 'REJECTED', 'CONFIRMED', 'SCHEDULED', 'DONE', 'CANCELLED')
    or decision_id is not null);
alter table "proposal"
  add constraint "proposal_merged"
  check ((state = 'MERGED') = (merged_into_id is not null));
alter table "proposal" add constraint "proposal_merged_elsewhere" check (merged_into_id <> id);
alter table "proposal"
  add constraint "proposal_goes_back"
  check ((state = 'CHANGES_REQUESTED') = (goes_back_to is not null));
alter table "proposal"
  add constraint "proposal_goes_back_to"
  check (goes_back_to in ('SUBMITTED', 'IN_REVIEW'));

create table "proposal_revision" (
  "id" uuid not null,
  "proposal_id" uuid not null,
  "number" int not null,
  "text" text not null,
  "digest" text not null,
  "created_at" timestamptz(3) not null,
  primary key ("id")
);
alter table "proposal_revision"
  add constraint "proposal_revision_number"
  unique ("proposal_id", "number");
alter table "proposal_revision"
  add constraint "proposal_revision_digest"
  check (digest ~ '^[0-9a-f]{64}$');

create table "proposal_need" (
  "proposal_id" uuid not null,
  "need_id" uuid not null,
  "by_government" boolean not null,
  "seq" smallint not null,
  "strength" text not null,
  "note" text null,
  primary key ("proposal_id", "need_id", "by_government")
);
create index "proposal_need_need" on "proposal_need" ("need_id", "proposal_id");

create table "proposal_draft" (
  "proposal_id" uuid not null,
  "content" jsonb not null,
  "needs" jsonb not null,
  "initiative_reason" text null,
  "org_unit_id" uuid null,
  primary key ("proposal_id")
);

create table "decision" (
  "id" uuid not null,
  "proposal_id" uuid not null,
  "outcome" text not null,
  "reason_code" text null,
  "note" text null,
  "digest" text not null,
  "account_id" uuid not null,
  "actor_name" text not null,
  "office_of" text not null,
  "decided_at" timestamptz(3) not null,
  "published_at" timestamptz(3) null,
  primary key ("id")
);
create unique index decision_approved_once on decision (proposal_id) where outcome = 'APPROVED';
create index "decision_proposal" on "decision" ("proposal_id");
alter table "decision"
  add constraint "decision_outcome_known"
  check (outcome in ('APPROVED', 'WAITLISTED', 'REJECTED'));

create table "recommendation" (
  "proposal_id" uuid not null,
  "revision_number" int not null,
  "outcome" text not null,
  "note" text null,
  "digest" text not null,
  "account_id" uuid not null,
  "actor_name" text not null,
  "office_of" text not null,
  "at" timestamptz(3) not null,
  primary key ("proposal_id", "revision_number")
);
alter table "recommendation"
  add constraint "recommendation_outcome_known"
  check (outcome in ('APPROVED', 'WAITLISTED', 'REJECTED'));

create table "review" (
  "id" uuid not null,
  "version" int not null default 1,
  "updated_at" timestamptz(3) not null,
  "proposal_id" uuid not null,
  "revision_number" int not null,
  "author_id" uuid not null,
  "author_name" text not null,
  "office_of" text not null,
  "verdict" text not null,
  "scores" jsonb not null,
  "total" numeric(4,1) null,
  "note" text null,
  primary key ("id")
);
alter table "review"
  add constraint "review_once"
  unique ("proposal_id", "revision_number", "author_id");
alter table "review"
  add constraint "review_verdict_known"
  check (verdict in ('APPROVE', 'REVISE', 'REJECT', 'ABSTAIN'));
alter table "review" add constraint "review_total" check ((verdict = 'ABSTAIN') = (total is null));

create table "review_assignment" (
  "proposal_id" uuid not null,
  "account_id" uuid not null,
  "org_unit_id" uuid not null,
  "reviewed_revision" int not null default 0,
  "abstained" boolean not null default false,
  primary key ("proposal_id", "account_id")
);
create index "review_assignment_account" on "review_assignment" ("account_id", "proposal_id");

create table "review_round" (
  "proposal_id" uuid not null,
  "revision_number" int not null,
  "required" smallint not null,
  "reviews_in" smallint not null default 0,
  "recommended" boolean not null default false,
  primary key ("proposal_id", "revision_number")
);

create table "role_assignment" (
  "id" uuid not null,
  "account_id" uuid not null,
  "role" text not null,
  "org_unit_id" uuid not null,
  "from_day" date not null,
  "until" date null,
  "basis" text null,
  primary key ("id")
);
create index "role_assignment_account" on "role_assignment" ("account_id");
create index "role_assignment_unit" on "role_assignment" ("org_unit_id", "role");
alter table "role_assignment"
  add constraint "role_assignment_role_known"
  check (role in ('SECRETARIAT', 'REVIEWER', 'APPROVER', 'LEADERSHIP', 'HR', 'ADMIN'));
alter table "role_assignment"
  add constraint "role_assignment_days"
  check (until is null or until >= from_day);

create table "session" (
  "id" uuid not null,
  "account_id" uuid not null,
  "secret_hash" text not null,
  "idle" bigint not null,
  "last_seen_at" timestamptz(3) not null,
  "ends_at" timestamptz(3) not null,
  primary key ("id")
);
alter table "session" add constraint "session_secret_hash_unique" unique ("secret_hash");
create index "session_account" on "session" ("account_id");
create index "session_ends_at" on "session" ("ends_at");

create table "sign_in_failure" (
  "key" text not null,
  "failures" int not null,
  "next_at" timestamptz(3) not null,
  primary key ("key")
);
create index "sign_in_failure_next_at" on "sign_in_failure" ("next_at");

create table "transition" (
  "id" uuid not null,
  "proposal_id" uuid not null,
  "seq" int not null,
  "action" text not null,
  "from_state" text not null,
  "to_state" text not null,
  "account_id" uuid null,
  "actor_name" text null,
  "office" text not null,
  "office_of" text not null,
  "audience" text not null,
  "reason_code" text null,
  "reason" text null,
  "occurred_at" timestamptz(3) not null,
  primary key ("id")
);
create index transition_of_proposal on transition (proposal_id, occurred_at, id);
alter table "transition" add constraint "transition_seq" unique ("proposal_id", "seq");
alter table "transition"
  add constraint "transition_legal"
  check ((action, from_state, to_state) in (('SUBMIT', 'DRAFT', 'SUBMITTED'),
    ('FORWARD', 'SUBMITTED', 'SUBMITTED'),
    ('RETURN', 'SUBMITTED', 'CHANGES_REQUESTED'),
    ('START_REVIEW', 'SUBMITTED', 'IN_REVIEW'),
    ('REQUEST_CHANGES', 'IN_REVIEW', 'CHANGES_REQUESTED'),
    ('RESUBMIT', 'CHANGES_REQUESTED', 'SUBMITTED'),
    ('RESUBMIT', 'CHANGES_REQUESTED', 'IN_REVIEW'),
    ('RECOMMEND', 'IN_REVIEW', 'IN_REVIEW'),
    ('APPROVE', 'IN_REVIEW', 'APPROVED'),
    ('APPROVE', 'WAITLISTED', 'APPROVED'),
    ('WAITLIST', 'IN_REVIEW', 'WAITLISTED'),
    ('REJECT', 'SUBMITTED', 'REJECTED'),
    ('REJECT', 'IN_REVIEW', 'REJECTED'),
    ('REJECT', 'CHANGES_REQUESTED', 'REJECTED'),
    ('REJECT', 'WAITLISTED', 'REJECTED'),
    ('MERGE', 'SUBMITTED', 'MERGED'),
    ('MERGE', 'IN_REVIEW', 'MERGED'),
    ('MERGE', 'WAITLISTED', 'MERGED'),
    ('CONFIRM', 'APPROVED', 'CONFIRMED'),
    ('SCHEDULE', 'CONFIRMED', 'SCHEDULED'),
    ('COMPLETE', 'SCHEDULED', 'DONE'),
    ('CANCEL', 'APPROVED', 'CANCELLED'),
    ('CANCEL', 'CONFIRMED', 'CANCELLED'),
    ('CANCEL', 'SCHEDULED', 'CANCELLED'),
    ('WITHDRAW', 'DRAFT', 'WITHDRAWN'),
    ('WITHDRAW', 'SUBMITTED', 'WITHDRAWN'),
    ('WITHDRAW', 'IN_REVIEW', 'WITHDRAWN'),
    ('WITHDRAW', 'CHANGES_REQUESTED', 'WITHDRAWN'),
    ('WITHDRAW', 'WAITLISTED', 'WITHDRAWN'),
    ('WITHDRAW', 'APPROVED', 'WITHDRAWN'),
    ('WITHDRAW', 'CONFIRMED', 'WITHDRAWN')));
alter table "transition"
  add constraint "transition_audience"
  check ((audience = 'STAFF') = (action = 'RECOMMEND'));

create table "unit_closure" (
  "ancestor_id" uuid not null,
  "unit_id" uuid not null,
  "distance" smallint not null,
  primary key ("ancestor_id", "unit_id")
);
create index "unit_closure_unit" on "unit_closure" ("unit_id");

alter table "competency_level"
  add constraint "competency_level_competency_id_foreign"
  foreign key ("competency_id")
  references "competency" ("id") on delete cascade;

alter table "org_unit"
  add constraint "org_unit_parent_id_foreign"
  foreign key ("parent_id")
  references "org_unit" ("id") on delete restrict;

alter table "need"
  add constraint "need_org_unit_id_foreign"
  foreign key ("org_unit_id")
  references "org_unit" ("id") on delete restrict;
alter table "need"
  add constraint "need_competency_id_foreign"
  foreign key ("competency_id")
  references "competency" ("id") on delete restrict;

alter table "need_unit"
  add constraint "need_unit_need_id_foreign"
  foreign key ("need_id")
  references "need" ("id") on update cascade on delete cascade;
alter table "need_unit"
  add constraint "need_unit_org_unit_id_foreign"
  foreign key ("org_unit_id")
  references "org_unit" ("id") on update cascade on delete restrict;

alter table "need_coverage"
  add constraint "need_coverage_need_id_foreign"
  foreign key ("need_id")
  references "need" ("id") on update cascade on delete cascade;

alter table "position"
  add constraint "position_org_unit_id_foreign"
  foreign key ("org_unit_id")
  references "org_unit" ("id") on delete restrict;
alter table "position"
  add constraint "position_reports_to_id_foreign"
  foreign key ("reports_to_id")
  references "position" ("id") on delete restrict;

alter table "duty"
  add constraint "duty_position_id_foreign"
  foreign key ("position_id")
  references "position" ("id") on delete restrict;

alter table "need_duty"
  add constraint "need_duty_need_id_foreign"
  foreign key ("need_id")
  references "need" ("id") on update cascade on delete cascade;
alter table "need_duty"
  add constraint "need_duty_duty_id_foreign"
  foreign key ("duty_id")
  references "duty" ("id") on update cascade on delete restrict;

alter table "duty_competency"
  add constraint "duty_competency_duty_id_foreign"
  foreign key ("duty_id")
  references "duty" ("id") on update cascade on delete cascade;
alter table "duty_competency"
  add constraint "duty_competency_competency_id_foreign"
  foreign key ("competency_id")
  references "competency" ("id") on update cascade on delete restrict;

alter table "competency_standard"
  add constraint "competency_standard_position_id_foreign"
  foreign key ("position_id")
  references "position" ("id") on delete cascade;
alter table "competency_standard"
  add constraint "competency_standard_competency_id_foreign"
  foreign key ("competency_id")
  references "competency" ("id") on delete restrict;

alter table "asn_profile"
  add constraint "asn_profile_position_id_foreign"
  foreign key ("position_id")
  references "position" ("id") on delete restrict;

alter table "asn_personal"
  add constraint "asn_personal_asn_profile_id_foreign"
  foreign key ("asn_profile_id")
  references "asn_profile" ("id") on update cascade on delete cascade;

alter table "asn_employment"
  add constraint "asn_employment_asn_profile_id_foreign"
  foreign key ("asn_profile_id")
  references "asn_profile" ("id") on update cascade on delete cascade;

alter table "account"
  add constraint "account_asn_profile_id_foreign"
  foreign key ("asn_profile_id")
  references "asn_profile" ("id") on delete restrict;

alter table "partner_membership"
  add constraint "partner_membership_partner_id_foreign"
  foreign key ("partner_id")
  references "partner" ("id") on delete restrict;
alter table "partner_membership"
  add constraint "partner_membership_account_id_foreign"
  foreign key ("account_id")
  references "account" ("id") on delete restrict;

alter table "notice"
  add constraint "notice_account_id_foreign"
  foreign key ("account_id")
  references "account" ("id") on delete cascade;

alter table "credential"
  add constraint "credential_account_id_foreign"
  foreign key ("account_id")
  references "account" ("id") on update cascade on delete cascade;

alter table "api_token"
  add constraint "api_token_account_id_foreign"
  foreign key ("account_id")
  references "account" ("id") on delete cascade;
alter table "api_token"
  add constraint "api_token_org_unit_id_foreign"
  foreign key ("org_unit_id")
  references "org_unit" ("id") on delete restrict;

alter table "proposal"
  add constraint "proposal_partner_id_foreign"
  foreign key ("partner_id")
  references "partner" ("id") on delete restrict;
alter table "proposal"
  add constraint "proposal_org_unit_id_foreign"
  foreign key ("org_unit_id")
  references "org_unit" ("id") on delete restrict;
alter table "proposal"
  add constraint "proposal_created_by_id_foreign"
  foreign key ("created_by_id")
  references "account" ("id") on delete restrict;
alter table "proposal"
  add constraint "proposal_current_revision_id_foreign"
  foreign key ("current_revision_id")
  references "proposal_revision" ("id") on delete restrict;
alter table "proposal"
  add constraint "proposal_decision_id_foreign"
  foreign key ("decision_id")
  references "decision" ("id") on delete restrict;
alter table "proposal"
  add constraint "proposal_merged_into_id_foreign"
  foreign key ("merged_into_id")
  references "proposal" ("id") on delete restrict;

alter table "proposal_revision"
  add constraint "proposal_revision_proposal_id_foreign"
  foreign key ("proposal_id")
  references "proposal" ("id") on delete cascade;

alter table "proposal_need"
  add constraint "proposal_need_proposal_id_foreign"
  foreign key ("proposal_id")
  references "proposal" ("id") on delete cascade;
alter table "proposal_need"
  add constraint "proposal_need_need_id_foreign"
  foreign key ("need_id")
  references "need" ("id") on delete restrict;

alter table "proposal_draft"
  add constraint "proposal_draft_proposal_id_foreign"
  foreign key ("proposal_id")
  references "proposal" ("id") on update cascade on delete cascade;
alter table "proposal_draft"
  add constraint "proposal_draft_org_unit_id_foreign"
  foreign key ("org_unit_id")
  references "org_unit" ("id") on delete restrict;

alter table "decision"
  add constraint "decision_proposal_id_foreign"
  foreign key ("proposal_id")
  references "proposal" ("id") on delete cascade;
alter table "decision"
  add constraint "decision_account_id_foreign"
  foreign key ("account_id")
  references "account" ("id") on delete restrict;

alter table "recommendation"
  add constraint "recommendation_proposal_id_foreign"
  foreign key ("proposal_id")
  references "proposal" ("id") on delete cascade;
alter table "recommendation"
  add constraint "recommendation_account_id_foreign"
  foreign key ("account_id")
  references "account" ("id") on delete restrict;

alter table "review"
  add constraint "review_proposal_id_foreign"
  foreign key ("proposal_id")
  references "proposal" ("id") on delete cascade;
alter table "review"
  add constraint "review_author_id_foreign"
  foreign key ("author_id")
  references "account" ("id") on delete restrict;

alter table "review_assignment"
  add constraint "review_assignment_proposal_id_foreign"
  foreign key ("proposal_id")
  references "proposal" ("id") on update cascade on delete cascade;
alter table "review_assignment"
  add constraint "review_assignment_account_id_foreign"
  foreign key ("account_id")
  references "account" ("id") on update cascade on delete restrict;
alter table "review_assignment"
  add constraint "review_assignment_org_unit_id_foreign"
  foreign key ("org_unit_id")
  references "org_unit" ("id") on delete restrict;

alter table "review_round"
  add constraint "review_round_proposal_id_foreign"
  foreign key ("proposal_id")
  references "proposal" ("id") on delete cascade;

alter table "role_assignment"
  add constraint "role_assignment_account_id_foreign"
  foreign key ("account_id")
  references "account" ("id") on delete restrict;
alter table "role_assignment"
  add constraint "role_assignment_org_unit_id_foreign"
  foreign key ("org_unit_id")
  references "org_unit" ("id") on delete restrict;

alter table "session"
  add constraint "session_account_id_foreign"
  foreign key ("account_id")
  references "account" ("id") on delete cascade;

alter table "transition"
  add constraint "transition_proposal_id_foreign"
  foreign key ("proposal_id")
  references "proposal" ("id") on delete cascade;
alter table "transition"
  add constraint "transition_account_id_foreign"
  foreign key ("account_id")
  references "account" ("id") on delete restrict;

alter table "unit_closure"
  add constraint "unit_closure_ancestor_id_foreign"
  foreign key ("ancestor_id")
  references "org_unit" ("id") on update cascade on delete cascade;
alter table "unit_closure"
  add constraint "unit_closure_unit_id_foreign"
  foreign key ("unit_id")
  references "org_unit" ("id") on update cascade on delete cascade;

alter table "cost_bucket" enable row level security;
alter table "cost_bucket" force row level security;
create policy "cost_bucket_visible" on "cost_bucket"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or (false));
alter table "idempotency_key" enable row level security;
alter table "idempotency_key" force row level security;
create policy "idempotency_key_visible" on "idempotency_key"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or (account_id = (select nullif(current_setting('simpul.account', true), ''))::uuid));
alter table "need" enable row level security;
alter table "need" force row level security;
create policy "need_visible" on "need"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or ((published_at is not null)
    or (org_unit_id in (select uc.unit_id from unit_closure uc
      where uc.ancestor_id = any ((select nullif(current_setting('simpul.staff_roots', true), ''))::uuid[])))
    or (org_unit_id in (select uc.unit_id from unit_closure uc
      where uc.ancestor_id = any ((select nullif(current_setting('simpul.admin_roots', true), ''))::uuid[])))));
alter table "need_unit" enable row level security;
alter table "need_unit" force row level security;
create policy "need_unit_visible" on "need_unit"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or (exists (select from need n where n.id = need_id)));
alter table "need_coverage" enable row level security;
alter table "need_coverage" force row level security;
create policy "need_coverage_visible" on "need_coverage"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or (exists (select from need n where n.id = need_id)));
alter table "partner" enable row level security;
alter table "partner" force row level security;
create policy "partner_visible" on "partner"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or ((state = 'VERIFIED')
    or (id = any ((select nullif(current_setting('simpul.partners', true), ''))::uuid[]))
    or ((select nullif(current_setting('simpul.staff_roots', true), '')) <> '{}')));
alter table "need_duty" enable row level security;
alter table "need_duty" force row level security;
create policy "need_duty_visible" on "need_duty"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or (exists (select from need n where n.id = need_id)));
alter table "asn_profile" enable row level security;
alter table "asn_profile" force row level security;
create policy "asn_profile_visible" on "asn_profile"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or (((select nullif(current_setting('simpul.house', true), '')) = 'on')
    or (exists ( select from "position" p where p.id = position_id
      and p.org_unit_id in (select uc.unit_id from unit_closure uc
      where uc.ancestor_id = any ((select nullif(current_setting('simpul.directory_roots', true), ''))::uuid[]))))));
alter table "asn_personal" enable row level security;
alter table "asn_personal" force row level security;
create policy "asn_personal_visible" on "asn_personal"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or ((asn_profile_id = (select nullif(current_setting('simpul.asn', true), ''))::uuid)
    or (exists ( select from asn_profile a join "position" p on p.id = a.position_id where a.id = asn_profile_id
      and p.org_unit_id in (select uc.unit_id from unit_closure uc
      where uc.ancestor_id = any ((select nullif(current_setting('simpul.hr_roots', true), ''))::uuid[]))))));
alter table "asn_employment" enable row level security;
alter table "asn_employment" force row level security;
create policy "asn_employment_visible" on "asn_employment"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or ((asn_profile_id = (select nullif(current_setting('simpul.asn', true), ''))::uuid)
    or (asn_profile_id = any ((select nullif(current_setting('simpul.reports', true), ''))::uuid[]))
    or (exists ( select from asn_profile a join "position" p on p.id = a.position_id where a.id = asn_profile_id
      and p.org_unit_id in (select uc.unit_id from unit_closure uc
      where uc.ancestor_id = any ((select nullif(current_setting('simpul.hr_roots', true), ''))::uuid[]))))));
alter table "account" enable row level security;
alter table "account" force row level security;
create policy "account_visible" on "account"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or ((id = (select nullif(current_setting('simpul.account', true), ''))::uuid)
    or ((select nullif(current_setting('simpul.admin', true), '')) = 'on')));
alter table "partner_membership" enable row level security;
alter table "partner_membership" force row level security;
create policy "partner_membership_visible" on "partner_membership"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or (partner_id = any ((select nullif(current_setting('simpul.partners', true), ''))::uuid[])));
alter table "notice" enable row level security;
alter table "notice" force row level security;
create policy "notice_visible" on "notice"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or (account_id = (select nullif(current_setting('simpul.account', true), ''))::uuid));
alter table "credential" enable row level security;
alter table "credential" force row level security;
create policy "credential_visible" on "credential"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or (false));
alter table "api_token" enable row level security;
alter table "api_token" force row level security;
create policy "api_token_visible" on "api_token"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or ((account_id = (select nullif(current_setting('simpul.account', true), ''))::uuid)
    or ((select nullif(current_setting('simpul.admin', true), '')) = 'on')));
alter table "proposal" enable row level security;
alter table "proposal" force row level security;
create policy "proposal_visible" on "proposal"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or ((partner_id = any ((select nullif(current_setting('simpul.partners', true), ''))::uuid[]))
    or (submitted_at is not null and org_unit_id in (select uc.unit_id from unit_closure uc
      where uc.ancestor_id = any ((select nullif(current_setting('simpul.oversight_roots', true), ''))::uuid[])))
    or (submitted_at is not null and id in (select ra.proposal_id from review_assignment ra
      where ra.account_id = (select nullif(current_setting('simpul.account', true), ''))::uuid))));
alter table "proposal_revision" enable row level security;
alter table "proposal_revision" force row level security;
create policy "proposal_revision_visible" on "proposal_revision"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or (exists (select from proposal p where p.id = proposal_id)));
alter table "proposal_need" enable row level security;
alter table "proposal_need" force row level security;
create policy "proposal_need_visible" on "proposal_need"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or (exists (select from proposal p where p.id = proposal_id)));
alter table "proposal_draft" enable row level security;
alter table "proposal_draft" force row level security;
create policy "proposal_draft_visible" on "proposal_draft"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or (exists ( select from proposal p where p.id = proposal_id
      and p.partner_id = any ((select nullif(current_setting('simpul.partners', true), ''))::uuid[]))));
alter table "decision" enable row level security;
alter table "decision" force row level security;
create policy "decision_visible" on "decision"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or (exists (select from proposal p where p.id = proposal_id)
    and (published_at is not null or ((select nullif(current_setting('simpul.staff_roots', true), '')) <> '{}'
    and not exists ( select from proposal p where p.id = proposal_id
      and p.partner_id = any ((select nullif(current_setting('simpul.partners', true), ''))::uuid[]))))));
alter table "recommendation" enable row level security;
alter table "recommendation" force row level security;
create policy "recommendation_visible" on "recommendation"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or (((exists ( select from proposal p where p.id = proposal_id
      and p.org_unit_id in (select uc.unit_id from unit_closure uc
      where uc.ancestor_id = any ((select nullif(current_setting('simpul.judgement_roots', true), ''))::uuid[]))))
    or (exists ( select from review_assignment ra where ra.proposal_id = recommendation.proposal_id
      and ra.account_id = (select nullif(current_setting('simpul.account', true), ''))::uuid
      and ra.reviewed_revision >= recommendation.revision_number)))
    and not exists ( select from proposal p where p.id = proposal_id
      and p.partner_id = any ((select nullif(current_setting('simpul.partners', true), ''))::uuid[]))));
alter table "review" enable row level security;
alter table "review" force row level security;
create policy "review_visible" on "review"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or (((author_id = (select nullif(current_setting('simpul.account', true), ''))::uuid)
    or (exists ( select from proposal p where p.id = proposal_id
      and p.org_unit_id in (select uc.unit_id from unit_closure uc
      where uc.ancestor_id = any ((select nullif(current_setting('simpul.judgement_roots', true), ''))::uuid[]))))
    or (exists ( select from review_assignment ra where ra.proposal_id = review.proposal_id
      and ra.account_id = (select nullif(current_setting('simpul.account', true), ''))::uuid
      and ra.reviewed_revision >= review.revision_number)))
    and not exists ( select from proposal p where p.id = proposal_id
      and p.partner_id = any ((select nullif(current_setting('simpul.partners', true), ''))::uuid[]))));
alter table "review_assignment" enable row level security;
alter table "review_assignment" force row level security;
create policy "review_assignment_visible" on "review_assignment"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or ((account_id = (select nullif(current_setting('simpul.account', true), ''))::uuid)
    or (org_unit_id in (select uc.unit_id from unit_closure uc
      where uc.ancestor_id = any ((select nullif(current_setting('simpul.oversight_roots', true), ''))::uuid[])))));
alter table "review_round" enable row level security;
alter table "review_round" force row level security;
create policy "review_round_visible" on "review_round"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or (exists (select from proposal p where p.id = proposal_id)
    and (select nullif(current_setting('simpul.staff_roots', true), '')) <> '{}'
    and not exists (select from proposal p where p.id = proposal_id
      and p.partner_id = any ((select nullif(current_setting('simpul.partners', true), ''))::uuid[]))));
alter table "role_assignment" enable row level security;
alter table "role_assignment" force row level security;
create policy "role_assignment_visible" on "role_assignment"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or ((account_id = (select nullif(current_setting('simpul.account', true), ''))::uuid)
    or ((select nullif(current_setting('simpul.admin', true), '')) = 'on')));
alter table "session" enable row level security;
alter table "session" force row level security;
create policy "session_visible" on "session"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or (false));
alter table "sign_in_failure" enable row level security;
alter table "sign_in_failure" force row level security;
create policy "sign_in_failure_visible" on "sign_in_failure"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or (false));
alter table "transition" enable row level security;
alter table "transition" force row level security;
create policy "transition_visible" on "transition"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or (exists (select from proposal p where p.id = proposal_id)
    and (audience = 'ALL' or ((select nullif(current_setting('simpul.staff_roots', true), '')) <> '{}'
    and not exists ( select from proposal p where p.id = proposal_id
      and p.partner_id = any ((select nullif(current_setting('simpul.partners', true), ''))::uuid[]))))));
`;
