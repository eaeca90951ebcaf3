// `npm run dev`: the portal on PORT and the API on the port after it, both with reload. Ctrl-C ends both.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { watch } from 'node:fs';
import path from 'node:path';
import { build, documentsFile, environment, requireNode, root, turbo } from './run.mjs';

requireNode(24);

const port = Number(process.env.PORT ?? 3000);
const apiPort = port + 1;
const host = process.env.HOST ?? '127.0.0.1';

const shared = {
  ...environment,
  PUBLIC_URL: process.env.PUBLIC_URL ?? `http://localhost:${port}`,
  SIMPUL_DOCUMENTS: path.join(root, documentsFile),
  SIMPUL_API_URL: `http://127.0.0.1:${apiPort}`,
  SIMPUL_PORTAL_SECRET: process.env.SIMPUL_PORTAL_SECRET ?? randomBytes(24).toString('base64url'),
};

const processes = [];

/** Each gets a process group of its own: tsx and vite have children, which must end with them. */
function launch(command, args, folder, env) {
  const child = spawn(command, args, { cwd: folder, env, stdio: 'inherit', detached: true });
  child.once('error', (error) => console.error(`${command}: ${error.message}`));
  child.once('close', (code) => endAll(code ?? 1));
  processes.push(child);
}

let isEnding = false;

async function endAll(code) {
  if (isEnding) return;
  isEnding = true;
  const running = processes.filter((child) => child.exitCode === null && child.signalCode === null);
  const ends = running.map((child) => new Promise((resolve) => child.once('close', resolve)));
  for (const child of running) process.kill(-child.pid, 'SIGTERM');
  await Promise.all(ends);
  process.exit(code);
}

/** What other files are made from: the messages and the portal's GraphQL documents. */
function remakeOnChange(folder, ending, remake, { recursive = true } = {}) {
  let timer;
  watch(path.join(root, folder), { recursive }, (_event, file) => {
    if (!file?.endsWith(ending)) return;
    clearTimeout(timer); // an editor saves in several steps
    timer = setTimeout(remake, 200);
  });
}

const makeWords = () => build('@simpul/words');
const makeGraphTypes = () => turbo(['run', '//#codegen', '--output-logs=errors-only']);

const failed = build('./packages/*') || makeGraphTypes();
if (failed) process.exit(failed);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => endAll(0));

// The working folder is the root, as with `npm start`, so that both use the same data.
const api = path.join(root, 'apps/api');
const tsx = [
  'watch',
  '--clear-screen=false',
  '--conditions=source',
  `--tsconfig=${path.join(api, 'tsconfig.json')}`,
];
launch('tsx', [...tsx, path.join(api, 'src/main.ts')], root, { ...shared, PORT: String(apiPort) });

const vite = ['dev', `--port=${port}`, '--strictPort', `--host=${host}`];
launch('vite', vite, path.join(root, 'apps/portal'), shared);

remakeOnChange('packages/words/messages', '.json', makeWords);
remakeOnChange('apps/portal/src', '.graphql', makeGraphTypes);
remakeOnChange('.', 'schema.graphql', makeGraphTypes, { recursive: false });
