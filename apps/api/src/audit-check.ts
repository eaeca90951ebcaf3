// `npm run audit:check`: counts the chain of seals over the audit trail anew. Ends with 1 when a seal does not fit.
import { readConfig } from './config.ts';
import { systemClock } from './platform/clock.ts';
import { connect } from './platform/database/orm.ts';
import { startOwnServer } from './platform/database/own-server.ts';
import { asHouse } from './platform/database/unit-of-work.ts';
import { checkTrail } from './platform/journal/audit.ts';

/** PostgreSQL's code for a schema that is not there. */
const NO_SCHEMA = '3F000';

const config = readConfig(process.env);
const own = config.database ? null : await startOwnServer(config.dataDir);
const orm = await connect({ url: (config.database ?? own!.addresses).serve, entities: [] });
const state = await asHouse(orm, systemClock, checkTrail).catch((error: { code?: string }) => {
  if (error.code === NO_SCHEMA) return null;
  throw error;
});
await orm.close(true);
await own?.stop();

if (!state) {
  console.error('Basis data ini belum berisi Simpul. Periksa SIMPUL_DATA atau DATABASE_URL.');
} else {
  const { seals, entries, unsealed, broken } = state;
  console.log(`${seals} segel atas ${entries} catatan; ${unsealed} catatan menunggu segel berikutnya`);
  console.log(broken === null ? 'Jejak audit utuh.' : `Jejak audit RUSAK mulai segel ${broken}.`);
}
process.exitCode = state && state.broken === null ? 0 : 1;
