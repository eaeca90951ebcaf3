import type { MikroORM } from '@mikro-orm/postgresql';
import type { Clock } from '../platform/clock.ts';
import { asHouse, type Work } from '../platform/database/unit-of-work.ts';
import { rankAllNeeds } from '../needs/need.commands.ts';
import { plantGround } from './ground.ts';
import { plantPeople } from './people.ts';
import { replay } from './replay.ts';

export const DEMO_PASSWORD = 'simpul-demo';

/** The accounts that the demo names when it is ready, and what each of them is. */
export const demoAccounts = [
  { email: 'mitra@univ.contoh', what: 'pemilik akun universitas mitra' },
  { email: 'mitra@lsm.contoh', what: 'pemilik akun lembaga mitra' },
  { email: 'sekretariat@alak.contoh', what: 'sekretariat' },
  { email: 'penelaah1@alak.contoh', what: 'penelaah' },
  { email: 'penelaah2@alak.contoh', what: 'penelaah' },
  { email: 'camat@alak.contoh', what: 'pemutus dan pimpinan' },
  { email: 'kepegawaian@alak.contoh', what: 'kepegawaian' },
  { email: 'asn@alak.contoh', what: 'ASN' },
  { email: 'atasan@alak.contoh', what: 'atasan langsung ASN itu' },
  { email: 'admin@alak.contoh', what: 'administrator' },
] as const;

/** Number of the lock that lets one process plant while others wait. */
export const PLANTING = 4_711;

/** Plants the demo into an empty database, whole or not at all. A database with units in it is left alone. */
export async function plantDemo(orm: MikroORM, clock: Clock): Promise<void> {
  await asHouse(orm, clock, async (work) => {
    await work.em.execute(`select pg_advisory_xact_lock(${PLANTING})`);
    if (await isPlanted(work)) return;
    const ground = await plantGround(work);
    const people = await plantPeople(work, ground, DEMO_PASSWORD);
    await replay(work, ground, people);
    await rankAllNeeds(work); // they were ranked on the day they were written
    await work.em.execute(
      `update notice set read_at = created_at where created_at < now() - interval '14 days'`,
    );
  });
}

async function isPlanted({ em }: Work): Promise<boolean> {
  const [row] = await em.execute<{ planted: boolean }[]>('select exists (select from org_unit) as planted');
  return row?.planted ?? false;
}
