import { onEveryImport, placeOf, targetOf } from './house.mjs';

/**
 * What each kind of file may import, in its room and from the rooms above. `only` closes a kind to everything that is
 * not named; `never` leaves it open but for what is named. `protects` says what would be lost.
 */
const KINDS = {
  rules: {
    only: { kinds: ['rules'], floors: [], packages: ['node:crypto', 'decimal.js', 'canonicalize'] },
    protects: 'a rule is a pure decision that a test can ask without database, clock or framework',
  },
  graph: {
    only: { kinds: ['graph', 'rules'], floors: ['graph'], packages: ['type-graphql', 'graphql-scalars'] },
    protects: 'the graph shows what is promised to its readers, whatever the tables look like',
  },
  entity: {
    only: { kinds: ['entity', 'rules', 'access'], floors: ['database'], packages: ['@mikro-orm/'] },
    protects: 'what is stored depends on no deed and on no screen; it quotes the row predicate, nothing more',
  },
  access: {
    only: { kinds: ['access', 'rules'], floors: ['access'], packages: [] },
    protects: 'who may do what is said in one place and can be read without the queries that obey it',
  },
  queries: {
    never: { kinds: ['commands', 'resolver', 'graph'], floors: ['graph'] },
    protects: 'reading changes nothing and serves every reader, not the graph alone',
  },
  commands: {
    never: { kinds: ['resolver', 'graph'], floors: ['graph'] },
    protects: 'a deed is the same whoever asks for it: the graph, a job or a seed',
  },
  resolver: {
    never: { kinds: ['entity'], floors: [] },
    protects:
      'a resolver only maps; what it returns comes from queries and commands, under the rights of the viewer',
  },
};

/** Keeps each of the seven kinds of file to its own work. */
export const fileKinds = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      only: 'File kinds: a *.{{kind}}.ts imports {{target}}, but may import only {{allowed}}: {{protects}}.',
      never: 'File kinds: a *.{{kind}}.ts imports {{target}}, which it never may: {{protects}}.',
      ownDoor:
        'File kinds: {{target}} is the door of this very room. A door is for those outside; through it a file would ' +
        'import itself: name the file you need.',
    },
  },
  create(context) {
    const here = placeOf(context.filename);
    const kind = here?.area === 'room' ? here.kind : undefined;
    const rule = kind && KINDS[kind];
    if (!rule) return {};
    return onEveryImport((node, target) => {
      const messageId = broken(here, rule, targetOf(context.filename, target));
      if (!messageId) return;
      const data = { kind, target: `“${target}”`, allowed: inWords(rule.only), protects: rule.protects };
      context.report({ node, messageId, data });
    });
  },
};

/** @returns {string | undefined} the message of the broken rule */
function broken(here, { only, never }, target) {
  const { place } = target;
  if (place?.kind === 'door' && place.name === here.name) return 'ownDoor';
  if (only && !isNamed(only, target)) return 'only';
  if (never && place && isNamed(never, target)) return 'never';
  return undefined;
}

function isNamed({ kinds, floors, packages = [] }, target) {
  if (target.package) return packages.some((name) => isPackage(name, target.package));
  if (!target.place) return false;
  const { area, name, kind } = target.place;
  return kinds.includes(kind) || (area === 'platform' && floors.includes(name));
}

/** `@mikro-orm/` names every package of that scope; `decimal.js` names itself and what lies in it. */
function isPackage(name, specifier) {
  return specifier === name || specifier.startsWith(name.endsWith('/') ? name : `${name}/`);
}

function inWords(only) {
  if (!only) return '';
  const kinds = only.kinds.map((kind) => `*.${kind}.ts`);
  const floors = only.floors.map((floor) => `platform/${floor}`);
  const packages = only.packages.map((name) => (name.endsWith('/') ? `${name}*` : name));
  return [...kinds, ...floors, ...packages].join(', ');
}
