import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { entities } from '../src/entities.ts';
import { migrations } from '../src/migrations/index.ts';
import { systemClock } from '../src/platform/clock.ts';
import { connect } from '../src/platform/database/orm.ts';
import { startOwnServer } from '../src/platform/database/own-server.ts';
import { prepareDatabase, type Addresses } from '../src/platform/database/prepare.ts';
import { plantDemo } from '../src/seeds/demo.ts';
import { timedJobs } from '../src/start.ts';
import { copyFolder } from './copy-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The prepared and planted database; tests work on copies of it. */
    template: Addresses;
    /** A folder with that database as it was before any test, to be copied and started on its own. */
    coldCopy: string;
    /** The same server's superuser, for copies and for looking behind the walls. */
    superuser: string;
  }
}

/** Prepares one database as `npm start` does, once for all tests. */
export default async function setup(project: TestProject) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'simpul-test-'));
  const coldCopy = `${folder}-cold`;
  await plant(folder);
  copyFolder(folder, coldCopy);
  const server = await startOwnServer(folder, { durable: false });
  const { addresses } = server;
  project.provide('coldCopy', coldCopy);
  project.provide('template', addresses);
  project.provide('superuser', server.superuser('postgres'));
  return async () => {
    await server.stop();
    for (const made of [folder, coldCopy]) fs.rmSync(made, { recursive: true, force: true });
  };
}

async function plant(folder: string): Promise<void> {
  const server = await startOwnServer(folder, { durable: false });
  const { addresses } = server;
  await prepareDatabase(addresses, entities, migrations, timedJobs);
  const orm = await connect({ url: addresses.serve, entities });
  await plantDemo(orm, systemClock);
  await orm.close(true);
  await server.stop();
}
