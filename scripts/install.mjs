// Installs what is missing. Runs before every npm script, on whatever Node the machine has (20 is enough):
// Node 24, which everything else needs, is itself one of the packages.
//
//   node scripts/install.mjs          npm ci, if node_modules does not match package-lock.json
//   node scripts/install.mjs --mark   notes that it matches now; npm calls this after every install
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const mark = `${root}node_modules/.simpul-installed`;
const ownNode = `${root}node_modules/.bin/node`;

const lockfileHash = () =>
  createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex');

const isInstalled = () => existsSync(mark) && readFileSync(mark, 'utf8') === lockfileHash();

function install() {
  console.log('Installing packages …');
  const windows = process.platform === 'win32';
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: windows });
  if (status !== 0) process.exit(status ?? 1);
}

function requireOwnNode() {
  if (existsSync(ownNode)) return;
  console.error(
    `npm installed no Node 24 for ${process.platform}-${process.arch}; Simpul runs on Linux x64 and arm64.`,
  );
  process.exit(1);
}

if (process.argv.includes('--mark')) {
  writeFileSync(mark, lockfileHash());
} else if (!isInstalled()) {
  install();
  requireOwnNode();
  writeFileSync(mark, lockfileHash());
}
