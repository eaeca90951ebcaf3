// `npm run doctor`, `audit:check`, `backup`, `restore`: builds the API when it has changed, then runs one of its
// commands.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, requireNode, root } from './run.mjs';

requireNode(24);
process.chdir(root);

const [command, ...args] = process.argv.slice(2);
const failed = build('@simpul/api');
if (failed) process.exit(failed);

process.argv.splice(2, Infinity, ...args);
await import(pathToFileURL(path.join(root, `apps/api/dist/${command}.js`)).href);
