// Where a file of the API stands in the house: which room, which floor of the platform, which kind of file.
import path from 'node:path';

/** The rooms in the order of the thread. A room may import the ones above it, never one below. */
export const ROOMS = [
  'organisation',
  'identity',
  'competencies',
  'needs',
  'partners',
  'proposals',
  'programmes',
  'evaluation',
  'recognition',
  'insight',
];

/** Folders beside the rooms that may use all of them. */
const FREE_FOLDERS = ['migrations', 'seeds'];

const KIND = /\.(rules|entity|access|graph|queries|commands|resolver)\.ts$/;

/**
 * @typedef {object} Place
 * @property {'room' | 'platform' | 'free' | 'unlisted'} area
 * @property {string} name      the room or the floor of the platform, else a path
 * @property {string} [kind]    rules, entity, …; `door` for the index.ts of a room
 */

/**
 * @param {string} file an absolute path
 * @returns {Place | undefined} nothing for files that are not the API's
 */
export function placeOf(file) {
  const [, inside] = file.replaceAll(path.sep, '/').split('/apps/api/src/');
  if (inside === undefined) return undefined;
  const [folder, ...rest] = inside.split('/');
  const kind = KIND.exec(inside)?.[1];
  if (inside.endsWith('.test.ts')) return { area: 'free', name: inside };
  if (ROOMS.includes(folder)) return { area: 'room', name: folder, kind: isDoor(rest) ? 'door' : kind };
  if (folder === 'platform') return { area: 'platform', name: rest.length > 1 ? rest[0] : '', kind };
  const isFree = rest.length === 0 || FREE_FOLDERS.includes(folder);
  return { area: isFree ? 'free' : 'unlisted', name: inside, kind };
}

const isDoor = (rest) => rest.length === 0 || (rest.length === 1 && rest[0] === 'index.ts');

/**
 * What an import points at: a place in the house, or a package by its full specifier.
 *
 * @param {string} importer
 * @param {string} specifier
 * @returns {{ place?: Place, package?: string }}
 */
export function targetOf(importer, specifier) {
  if (!specifier.startsWith('.')) return { package: specifier };
  const place = placeOf(path.resolve(path.dirname(importer), specifier));
  return { place: place ?? { area: 'unlisted', name: specifier } };
}

/**
 * Visits everything that makes one file depend on another: imports, re-exports, `import()` and types of `import()`.
 *
 * @param {(node: import('eslint').Rule.Node, specifier: string) => void} visit
 * @returns {import('eslint').Rule.RuleListener}
 */
export function onEveryImport(visit) {
  const visitSource = (node) => {
    if (typeof node.source?.value === 'string') visit(node, node.source.value);
  };
  return {
    ImportDeclaration: visitSource,
    ImportExpression: visitSource,
    ExportNamedDeclaration: visitSource,
    ExportAllDeclaration: visitSource,
    TSImportType: visitSource,
  };
}
