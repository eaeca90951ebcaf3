import { Migration } from '@mikro-orm/migrations';

/** What lists on many rows and a monitor taught. */
export class PlansAndFigures extends Migration {
  override up(): void {
    this.addSql(partsByKey);
    this.addSql('create index "need_state" on "need" ("state")');
    this.addSql(unsealedSince);
  }
}

/**
 * Parts of a need and of a proposal ask for the one row that they belong to. As `exists` PostgreSQL may gather
 * everything that the viewer can see; as a scalar question it looks by key.
 */
const partsByKey = `
alter policy "need_unit_visible" on "need_unit"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or ((select true from need n where n.id = need_id)));
alter policy "need_coverage_visible" on "need_coverage"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or ((select true from need n where n.id = need_id)));
alter policy "need_duty_visible" on "need_duty"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or ((select true from need n where n.id = need_id)));
alter policy "proposal_revision_visible" on "proposal_revision"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or ((select true from proposal p where p.id = proposal_id)));
alter policy "proposal_need_visible" on "proposal_need"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or ((select true from proposal p where p.id = proposal_id)));
alter policy "decision_visible" on "decision"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or ((select true from proposal p where p.id = proposal_id)
    and (published_at is not null or ((select nullif(current_setting('simpul.staff_roots', true), '')) <> '{}'
    and not exists ( select from proposal p where p.id = proposal_id
      and p.partner_id = any ((select nullif(current_setting('simpul.partners', true), ''))::uuid[]))))));
alter policy "review_round_visible" on "review_round"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or ((select true from proposal p where p.id = proposal_id)
    and (select nullif(current_setting('simpul.staff_roots', true), '')) <> '{}'
    and not exists (select from proposal p where p.id = proposal_id
      and p.partner_id = any ((select nullif(current_setting('simpul.partners', true), ''))::uuid[]))));
alter policy "transition_visible" on "transition"
  using (((select nullif(current_setting('simpul.system', true), '')) = 'on')
    or ((select true from proposal p where p.id = proposal_id)
    and (audience = 'ALL' or ((select nullif(current_setting('simpul.staff_roots', true), '')) <> '{}'
    and not exists ( select from proposal p where p.id = proposal_id
      and p.partner_id = any ((select nullif(current_setting('simpul.partners', true), ''))::uuid[]))))));
`;

/** When the oldest entry of the trail was written that waits for a seal; null when none does. */
const unsealedSince = `
create function audit.unsealed_since() returns timestamptz
  language sql stable security definer set search_path = pg_catalog as $$
  select at from audit.audit_entry
  where id > coalesce((select max(until_id) from audit.audit_seal), 0) order by id limit 1
$$;
`;
