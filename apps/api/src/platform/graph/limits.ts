import {
  getNamedType,
  GraphQLError,
  isCompositeType,
  isListType,
  isNonNullType,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { getComplexity, type ComplexityEstimatorArgs } from 'graphql-query-complexity';
import type { RequestContext } from './context.ts';
import { PAGE_DEFAULT } from '../database/page.ts';

/** What one operation may ask for; `security.md` has the figures and their reasons. */
export interface Limits {
  depth: number;
  aliases: number;
  rootFields: number;
  mutations: number;
  page: number;
  nodes: number;
  cost: number;
}

const session: Limits = {
  depth: 12,
  aliases: 30,
  rootFields: 20,
  mutations: 1,
  page: 100,
  nodes: 10_000,
  cost: 5000,
};
const token: Limits = { ...session, depth: 10, cost: 2000 };
const nobody: Limits = { depth: 7, aliases: 5, rootFields: 5, mutations: 0, page: 25, nodes: 500, cost: 300 };

export function limitsFor({ viewer, fromPortal }: RequestContext): Limits {
  if (viewer.kind === 'token') return token;
  return viewer.kind === 'account' || fromPortal ? session : nobody;
}

/** Tokens of a document and bytes of a body, the same for everybody. */
export const MOST_TOKENS = 2000;
export const MOST_BYTES = 256 * 1024;

export interface Request {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Record<string, unknown>;
}

/** The cost of an operation. Throws QUERY_TOO_COMPLEX, naming the limit, when it asks for more than it may. */
export function refuseTooMuch(request: Request, limits: Limits): number {
  const shape = shapeOf(request);
  // Introspection is deeper than any other document, and reads no row.
  if (shape.rootNames.every((name) => name.startsWith('__'))) return 0;
  demand('depth', shape.depth, limits.depth);
  demand('aliases', shape.aliases, limits.aliases);
  demand('root fields', shape.rootFields, limits.rootFields);
  if (request.operation.operation === 'mutation' && limits.mutations > 0) {
    demand('mutations', shape.rootFields, limits.mutations);
  }
  demand('nodes', estimate(request, countNodes(limits.page)), limits.nodes);
  const cost = estimate(request, countCost);
  demand('cost', cost, limits.cost);
  return cost;
}

function demand(what: string, asked: number, most: number): void {
  if (asked <= most) return;
  throw new GraphQLError(`The operation asks for too much: ${what} ${asked}, at most ${most}`, {
    extensions: { code: 'QUERY_TOO_COMPLEX' },
  });
}

/** Who may read the schema itself: those who signed in, and tokens with SCHEMA_READ. */
export function refuseIntrospection(request: Request, maySeeSchema: boolean): void {
  if (maySeeSchema || !shapeOf(request).rootNames.some((name) => name === '__schema' || name === '__type'))
    return;
  throw new GraphQLError('Introspection wants a session, or a token with SCHEMA_READ', {
    extensions: { code: 'FORBIDDEN', http: { status: 403 } },
  });
}

interface Shape {
  depth: number;
  aliases: number;
  rootFields: number;
  rootNames: string[];
}

function shapeOf({ document, operation }: Request): Shape {
  const fragments = new Map(
    document.definitions
      .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((one) => [one.name.value, one.selectionSet]),
  );
  const shape: Shape = { depth: 0, aliases: 0, rootFields: 0, rootNames: [] };
  // A document of 2 000 tokens can still name its fragments exponentially often: stop counting when it is hopeless.
  let steps = 0;
  const walk = (set: SelectionSetNode, depth: number): void => {
    for (const selection of set.selections) {
      if (++steps > 20_000) throw demand('fields', steps, 20_000);
      if (selection.kind === Kind.FRAGMENT_SPREAD) walk(fragments.get(selection.name.value)!, depth);
      else if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet, depth);
      else {
        shape.depth = Math.max(shape.depth, depth);
        if (selection.alias) shape.aliases += 1;
        if (depth === 1) shape.rootNames.push(selection.name.value);
        if (selection.selectionSet) walk(selection.selectionSet, depth + 1);
      }
    }
  };
  walk(operation.selectionSet, 1);
  shape.rootFields = shape.rootNames.length;
  return shape;
}

type Estimator = (args: ComplexityEstimatorArgs) => number;

function estimate({ schema, document, operation, variables }: Request, estimator: Estimator): number {
  return getComplexity({
    schema,
    query: document,
    variables,
    operationName: operation.name?.value,
    estimators: [estimator],
    maxQueryNodes: 20_000,
  });
}

const isConnection = ({ field }: ComplexityEstimatorArgs) =>
  getNamedType(field.type).name.endsWith('Connection');

function pageSize({ args }: ComplexityEstimatorArgs): number {
  const size = Number(args.first ?? args.last ?? PAGE_DEFAULT);
  // Zero rows cost a statement all the same; a negative page is refused where the list is read.
  return Math.max(1, size);
}

/** Scalar 0, object 1, connection 1 + page × child. `edges` and `nodes` are one list, counted by its connection. */
const countCost: Estimator = (args) => {
  const target = getNamedType(args.field.type);
  if (!isCompositeType(target)) return 0;
  if (isConnection(args)) return 1 + pageSize(args) * args.childComplexity;
  if (/(Edge|PageInfo)$/.test(target.name)) return args.childComplexity;
  return askedLength(args) * (1 + args.childComplexity);
};

/** How many things a plain list can hold, where its arguments say so; parts of one thing count as one. */
function askedLength({ field, args }: ComplexityEstimatorArgs): number {
  const plain = isNonNullType(field.type) ? field.type.ofType : field.type;
  if (!isListType(plain)) return 1;
  if (Array.isArray(args.ids)) return args.ids.length;
  return typeof args.top === 'number' ? Math.max(1, args.top) : 1;
}

/** Objects that an answer can hold at most; a page beyond the limit counts as beyond all limits. */
const countNodes =
  (mostPerPage: number): Estimator =>
  (args) => {
    const target = getNamedType(args.field.type);
    if (!isCompositeType(target)) return 0;
    if (isConnection(args)) {
      const size = pageSize(args);
      if (size > mostPerPage && size <= 100) demand('rows of a page', size, mostPerPage);
      return size * args.childComplexity;
    }
    if (/(Edge|PageInfo)$/.test(target.name)) return args.childComplexity;
    return askedLength(args) * (1 + args.childComplexity);
  };
