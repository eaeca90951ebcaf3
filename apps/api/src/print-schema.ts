import fs from 'node:fs';
import path from 'node:path';
import { printGraph } from './platform/graph/schema.ts';
import { graphOf } from './graph.ts';
import { rooms } from './rooms.ts';

/** Writes `schema.graphql` at the root of the repository; with `--check`, fails when it is not up to date. */
const file = path.resolve(import.meta.dirname, '../../../schema.graphql');
const printed = printGraph(await graphOf(rooms));
if (process.argv.includes('--check')) {
  if (fs.readFileSync(file, 'utf8') !== printed) {
    console.error('schema.graphql is not what the graph says: run `npm run -w apps/api schema`');
    process.exitCode = 1;
  }
} else {
  fs.writeFileSync(file, printed);
}
