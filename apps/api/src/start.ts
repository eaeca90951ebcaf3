import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Config } from './config.ts';
import { entities } from './entities.ts';
import { graphOf } from './graph.ts';
import { maySeeSchema } from './identity/identity.access.ts';
import { identify, proofOf } from './identity/identify.commands.ts';
import { cookieNameFor } from './identity/session.routes.ts';
import { migrations } from './migrations/index.ts';
import { anonymous } from './platform/access/viewer.ts';
import { systemClock, type Clock } from './platform/clock.ts';
import { connect } from './platform/database/orm.ts';
import { startOwnServer } from './platform/database/own-server.ts';
import { prepareDatabase, refusePrivileged, type Addresses } from './platform/database/prepare.ts';
import { asHouse } from './platform/database/unit-of-work.ts';
import { Budgets, forgetFullBuckets } from './platform/http/budget.ts';
import type { GraphqlService } from './platform/http/graphql.ts';
import { gaugesOf } from './platform/http/gauges.ts';
import type { Log } from './platform/http/log.ts';
import { Metrics } from './platform/http/metrics.ts';
import { mountPortal } from './platform/http/portal.ts';
import { makeServer } from './platform/http/server.ts';
import { sealTrail } from './platform/journal/audit.ts';
import { forgetOldKeys } from './platform/journal/deed.ts';
import { Jobs } from './platform/journal/jobs.ts';
import type { TimedJob } from './platform/room.ts';
import { TrustedDocuments } from './platform/http/trusted-documents.ts';
import { rooms } from './rooms.ts';
import { plantDemo } from './seeds/demo.ts';
import { plantFoundation, type FirstLink } from './seeds/foundation.ts';
import { folderMailer, smtpMailer } from './platform/mail/mailer.ts';
import { forgetOldLetters, type PostOffice } from './platform/mail/letters.ts';

export const timedJobs: TimedJob[] = [
  { name: 'platform.forget-old-keys', cron: '40 2 * * *', run: forgetOldKeys },
  {
    name: 'platform.seal-audit-trail',
    cron: '*/5 * * * *',
    run: async (work) => void (await sealTrail(work)),
  },
  { name: 'platform.forget-old-letters', cron: '45 2 * * *', run: forgetOldLetters },
  { name: 'platform.forget-full-buckets', cron: '50 2 * * *', run: forgetFullBuckets },
  ...rooms.flatMap((room) => room.jobs ?? []),
];

export interface Simpul {
  app: FastifyInstance;
  orm: MikroORM;
  jobs: Jobs;
  port: number;
  /** For administrators who have not set a password yet; made anew at each start. */
  firstLinks: FirstLink[];
  /** Where figures for a monitor are served; null when nowhere. */
  metricsPort: number | null;
  stop: () => Promise<void>;
}

/** Starts what one process of Simpul is: database, jobs, graph, portal. In that order, and stops in the other. */
export async function startSimpul(config: Config, log: Log, clock: Clock = systemClock): Promise<Simpul> {
  const own = config.database ? null : await startOwnServer(config.dataDir);
  const addresses = config.database ?? own!.addresses;
  await prepareDatabase(addresses, entities, migrations, timedJobs);
  const serving = await startServing(config, addresses, log, clock);
  const stop = async () => {
    await serving.stop();
    await own?.stop();
  };
  return { ...serving, stop };
}

/** What comes after the database is ready; tests start here, on copies of a prepared one. */
export async function startServing(
  config: Config,
  addresses: Addresses,
  log: Log,
  clock: Clock,
): Promise<Simpul> {
  const orm = await connect({ url: addresses.serve, entities });
  const houseOrm = await connect({ url: addresses.serve, entities, pool: 10 });
  await refusePrivileged(orm);
  const jobs = new Jobs(addresses.serve, houseOrm, clock, (where, error) => log.surprise(where, error));
  await jobs.start(
    rooms.flatMap((room) => room.handlers ?? []),
    timedJobs,
    postOfficeOf(config, clock),
  );
  if (config.seed === 'demo') await plantDemo(orm, clock);
  const firstLinks = await plantFoundation(orm, clock, config);
  const metrics = config.metricsPort === null ? null : new Metrics(await gaugesOf({ orm, houseOrm, clock }));
  const service = await serviceOf(config, { orm, houseOrm, jobs, clock, log, metrics });
  const app = await makeServer(service);
  for (const room of rooms) room.routes?.(app, service);
  if (config.portalHandler) {
    if (showsLetters(config)) process.env.SIMPUL_LETTERS ??= lettersFolder(config);
    process.env.SIMPUL_PLACE ??= config.place;
    process.env.SIMPUL_API_URL ??= `http://127.0.0.1:${config.port}`; // read when the portal is loaded
    await mountPortal(app, config.portalHandler, config.publicUrl);
  }
  await app.listen({ port: config.port, host: config.host });
  const { port } = app.server.address() as AddressInfo;
  const metricsPort = metrics && (await metrics.listen(config.metricsPort!));
  const stop = async () => {
    await metrics?.stop();
    await app.close();
    await jobs.stop();
    await orm.close(true);
    await houseOrm.close(true);
  };
  return { app, orm, jobs, port, metricsPort, firstLinks, stop };
}

const lettersFolder = ({ dataDir }: Config): string => path.join(dataDir, 'kotak-keluar');

function postOfficeOf(config: Config, clock: Clock): PostOffice {
  const { smtpUrl, mailFrom, publicUrl } = config;
  const mailer = smtpUrl
    ? smtpMailer(smtpUrl, mailFrom)
    : folderMailer(lettersFolder(config), mailFrom, () => clock.now());
  return { mailer, publicUrl, fillers: Object.assign({}, ...rooms.map((room) => room.letters ?? {})) };
}

/** Letters carry links that open accounts: they are shown where it is tried out, and nowhere else. */
const showsLetters = ({ smtpUrl, seed, publicUrl }: Config): boolean =>
  smtpUrl === null && (seed === 'demo' || new URL(publicUrl).hostname === 'localhost');

interface Parts {
  orm: MikroORM;
  houseOrm: MikroORM;
  jobs: Jobs;
  clock: Clock;
  log: Log;
  metrics: Metrics | null;
}

async function serviceOf(
  config: Config,
  { orm, houseOrm, jobs, clock, log, metrics }: Parts,
): Promise<GraphqlService> {
  const cookie = cookieNameFor(config.publicUrl);
  // The portal runs in this process and proves itself with a secret that never leaves it.
  const portalSecret = (process.env.SIMPUL_PORTAL_SECRET ??= randomBytes(32).toString('base64url'));
  return {
    orm,
    houseOrm,
    clock,
    log,
    outbox: jobs,
    metrics,
    portalSecret,
    trustedProxies: config.trustedProxies,
    publicUrl: config.publicUrl,
    rateFactor: config.rateFactor,
    documents: new TrustedDocuments(config.documents),
    trustedOnly: config.trustedDocuments === 'only',
    budgets: new Budgets(houseOrm, clock, config.rateFactor),
    maySeeSchema,
    schema: await graphOf(rooms),
    identify: async (request) => {
      const proof = proofOf(request, cookie);
      if (proof.cookie === null && proof.bearer === null) return anonymous();
      return asHouse(orm, clock, (work) => identify(work, proof, rooms));
    },
  };
}
