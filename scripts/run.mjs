// Runs the programs that npm installed, from the root of the repository, with their output on ours.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** The portal's documents by their digest, made by codegen. */
export const documentsFile = 'apps/portal/src/lib/graph/generated/persisted-documents.json';

const binFolder = path.join(root, 'node_modules', '.bin');

/** Only npm scripts find Node 24 by themselves; with this, a script started from a shell finds it too. */
export const environment = {
  ...process.env,
  PATH: [binFolder, process.env.PATH].filter(Boolean).join(path.delimiter),
};

/** @param {number} needed */
export function requireNode(needed) {
  const [major] = process.versions.node.split('.');
  if (Number(major) >= needed) return;
  console.error(
    `Simpul needs Node ${needed} and got ${process.version}. Start it through npm, which brings its own.`,
  );
  process.exit(1);
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [extraEnvironment]
 * @returns {number} the exit code
 */
export function run(command, args, extraEnvironment = {}) {
  const env = { ...environment, ...extraEnvironment };
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env });
  if (error) console.error(`${command}: ${error.message}`);
  return status ?? 1;
}

/** Turbo without telemetry and without looking for newer versions. */
export function turbo(args) {
  return run('turbo', args, {
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    DO_NOT_TRACK: '1',
  });
}

/** Builds what has changed, of the named packages or of all; silent unless it fails. */
export function build(...packages) {
  const filters = packages.map((name) => `--filter=${name}`);
  return turbo(['run', 'build', '--output-logs=errors-only', ...filters]);
}
