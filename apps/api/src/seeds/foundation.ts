import type { MikroORM } from '@mikro-orm/postgresql';
import type { Config } from '../config.ts';
import { addAccount } from '../identity/account.commands.ts';
import { RoleAssignmentSchema } from '../identity/account.entity.ts';
import { issueCode } from '../identity/one-time-code.commands.ts';
import { dayOf, type Clock } from '../platform/clock.ts';
import { newId } from '../platform/database/ids.ts';
import { asHouse, type Work } from '../platform/database/unit-of-work.ts';
import { PLANTING } from './demo.ts';
import { plantFramework, plantHolidays, plantRubric } from './ground.ts';

/** Where an administrator sets the first password. */
export interface FirstLink {
  email: string;
  link: string;
}

/**
 * What an empty Simpul begins with: the competency framework, the rubric of reviews, the holidays, and the
 * administrators that its operator names. Everything else is done from there, by hand. Running it again adds only what
 * is missing, and makes a new link for each administrator who has not set a password.
 */
export async function plantFoundation(
  orm: MikroORM,
  clock: Clock,
  { adminEmails, publicUrl }: Pick<Config, 'adminEmails' | 'publicUrl'>,
): Promise<FirstLink[]> {
  return asHouse(orm, clock, async (work) => {
    await work.em.execute(`select pg_advisory_xact_lock(${PLANTING})`);
    if (!(await hasFramework(work))) {
      plantFramework(work);
      plantRubric(work);
      plantHolidays(work);
      await work.em.flush();
    }
    const links: FirstLink[] = [];
    for (const email of adminEmails) {
      const accountId = await waitingAdmin(work, email);
      if (!accountId) continue;
      const { code } = await issueCode(work, accountId, 'ACTIVATION', 'SLIP');
      links.push({ email, link: `${publicUrl}/sandi/atur?kode=${code}` });
    }
    return links;
  });
}

async function hasFramework({ em }: Work): Promise<boolean> {
  const [row] = await em.execute<{ planted: boolean }[]>('select exists (select from competency) as planted');
  return row?.planted ?? false;
}

/** The account of an administrator who has yet to set a password, made where there is none. */
async function waitingAdmin(work: Work, email: string): Promise<string | null> {
  const made = await addAccount(work, { displayName: 'Administrator Simpul', email });
  if (made) {
    work.em.create(RoleAssignmentSchema, {
      id: newId(),
      account: made,
      role: 'ADMIN',
      orgUnit: null,
      fromDay: dayOf(work.now),
      basis: 'Ditunjuk oleh pengelola server',
      pending: false,
    });
    await work.em.flush();
    return made;
  }
  const [waiting] = await work.em.execute<{ id: string }[]>(
    `select a.id from account a where lower(a.email) = lower(?) and a.activated_at is null and exists (
       select from role_assignment r where r.account_id = a.id and r.role = 'ADMIN' and r.org_unit_id is null)`,
    [email],
  );
  return waiting?.id ?? null;
}
