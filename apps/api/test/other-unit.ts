import { encodeId } from '../src/platform/database/ids.ts';
import type { TestApp } from './harness.ts';

/** Gives an agency outside the kecamatan a secretariat, and returns the agency's id. */
export async function otherSecretariat(app: TestApp, email: string): Promise<string> {
  const [row] = await app.copy.sql<{ id: string }>(`
    insert into role_assignment (id, account_id, role, org_unit_id, from_day)
    select gen_random_uuid(), a.id, 'SECRETARIAT', u.id, date '2000-01-01'
    from account a, (select id from org_unit where kind = 'AGENCY' order by code limit 1) u
    where a.email = '${email}'
    returning org_unit_id as id`);
  return encodeId('unt', row!.id);
}
