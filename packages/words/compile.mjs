import { existsSync, readdirSync } from 'node:fs';
import { compile } from '@inlang/paraglide-js';
import { missingKeys, readCatalogues } from './catalogue.mjs';

// English under /en, Bahasa Indonesia without a prefix. A visitor's language is the address and nothing else:
// the same link says the same thing to everybody.
const strategy = ['url', 'baseLocale'];

function stop(words) {
  console.error(words);
  process.exit(1);
}

const catalogues = readCatalogues();
for (const { locale, keys } of missingKeys(catalogues)) {
  stop(`messages/${locale}.json lacks ${keys.length} keys that another language has: ${keys.join(', ')}`);
}

await compile({
  project: './project.inlang',
  outdir: './dist',
  strategy,
  emitTsDeclarations: true,
  emitGitIgnore: false,
  emitPrettierIgnore: false,
  emitReadme: false,
});

// Without its plugin the compiler succeeds and writes an empty catalogue.
const written = existsSync('dist/messages')
  ? readdirSync('dist/messages').filter((name) => name.endsWith('.js'))
  : [];
if (written.length === 0)
  stop('No message was compiled: is the plugin in project.inlang/settings.json there?');
const { m } = await import('./dist/messages.js');
const expected = Object.keys(catalogues.id).length;
const compiled = Object.keys(m).length;
if (compiled < expected) stop(`Only ${compiled} of ${expected} messages were compiled`);
console.log(`${compiled} messages in ${Object.keys(catalogues).length} languages`);
