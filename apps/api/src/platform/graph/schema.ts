import {
  getNamedType,
  GraphQLNonNull,
  GraphQLSchema,
  isInputObjectType,
  isObjectType,
  lexicographicSortSchema,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
} from 'graphql';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { buildSchema, type NonEmptyArray } from 'type-graphql';
import type { Policy } from '../access/policy.ts';
import { encodeId } from '../database/ids.ts';
import { isGuardable } from './guardable.ts';
import { policyDirective } from './guarded.ts';
import { Problem, StateConflictError, VersionConflictError } from './user-error.graph.ts';
import { policyOf, raiseWalls } from './wall.ts';

// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- what type-graphql takes
export type ResolverClass = Function;

/** Builds the graph from the rooms' resolvers, with ids, `@oneOf` and the walls in place. */
export async function buildGraph(
  resolvers: ResolverClass[],
  policies: Record<string, Policy>,
): Promise<GraphQLSchema> {
  const built = await buildSchema({
    resolvers: resolvers as NonEmptyArray<ResolverClass>,
    orphanedTypes: [Problem, StateConflictError, VersionConflictError],
    directives: [policyDirective],
    validate: false,
  });
  const schema = withRealQuery(built);
  nameRoot(schema.getQueryType(), READING);
  nameRoot(schema.getMutationType(), WRITING);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInputObjectType(type) && type.extensions.oneOf) type.isOneOf = true;
    const prefix = (type.extensions as { prefix?: string }).prefix;
    if (isObjectType(type) && prefix) {
      type.getFields().id!.resolve = (row: { id: string }) => encodeId(prefix, row.id);
    }
    if (isGuardable(type)) showPolicies(type);
  }
  raiseWalls(schema, policies);
  return schema;
}

const READING =
  'Every field is null (or absent from its list) when it is not there or not yours; the two look the same.';
const WRITING = 'One deed a document. A deed is done whole or not at all.';

/** The roots are made by type-graphql from all resolvers; no class of ours could describe them. */
function nameRoot(type: GraphQLObjectType | null | undefined, description: string): void {
  if (!type) return;
  type.description = description;
  type.extensions = { ...type.extensions, policy: 'root' };
}

/** A payload leads back to `Query`; see `QueryRoot`. */
function withRealQuery(schema: GraphQLSchema): GraphQLSchema {
  const query = new GraphQLNonNull(schema.getQueryType()!);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (getNamedType(field.type).name === 'QueryRoot') field.type = query;
    }
  }
  const config = schema.toConfig();
  return new GraphQLSchema({ ...config, types: config.types.filter((type) => type.name !== 'QueryRoot') });
}

/** Leaves the policies where `printSchemaWithDirectives` looks for directives. */
function showPolicies(type: GraphQLObjectType | GraphQLInterfaceType): void {
  for (const place of [type, ...Object.values(type.getFields())]) {
    const name = policyOf(place);
    if (name) place.extensions = { ...place.extensions, directives: { policy: { name } } };
  }
}

export const printGraph = (schema: GraphQLSchema): string =>
  `${printSchemaWithDirectives(lexicographicSortSchema(schema))}\n`;
