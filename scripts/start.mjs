// `npm start`: builds what has changed and serves. The server runs in this very process, so that signals reach it.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, documentsFile, requireNode, root } from './run.mjs';

requireNode(24);
process.chdir(root);
process.env.NODE_ENV = 'production';
process.env.SIMPUL_PORTAL_HANDLER ??= path.join(root, 'apps/portal/build/handler.js');
process.env.SIMPUL_DOCUMENTS ??= path.join(root, documentsFile);

const failed = build();
if (failed) process.exit(failed);

await import(pathToFileURL(path.join(root, 'apps/api/dist/main.js')).href);
