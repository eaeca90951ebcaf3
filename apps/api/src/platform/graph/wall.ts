import {
  defaultFieldResolver,
  getNamedType,
  GraphQLError,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Policy } from '../access/policy.ts';
import type { Context } from './context.ts';
import { isGuardable } from './guardable.ts';
import { cleanTexts } from './texts.ts';

type Fields = GraphQLObjectType | GraphQLInterfaceType;
type AnyField = GraphQLField<unknown, Context>;
type Check = (viewer: Context['viewer'], holder: unknown) => boolean;

/**
 * Walls 1 and 2. Refuses a schema in which a type or a root field names no policy or an unknown one, then puts the
 * policies in front of the resolvers: of root fields, and of fields whose type is guarded by a check of its own.
 */
export function raiseWalls(schema: GraphQLSchema, policies: Record<string, Policy>): void {
  const types = Object.values(schema.getTypeMap()).filter(isGuardable);
  const roots = new Set<unknown>([
    schema.getQueryType(),
    schema.getMutationType(),
    schema.getSubscriptionType(),
  ]);
  refuseUnguarded(types, roots, policies);
  for (const type of types) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const check = roots.has(type) ? policies[policyOf(field)!]!.root : groupCheck(field);
      guardField(field, check, type === schema.getMutationType());
    }
  }

  function groupCheck(field: AnyField): Check | undefined {
    const target = getNamedType(field.type);
    return isObjectType(target) && !roots.has(target) ? policies[policyOf(target)!]!.group : undefined;
  }
}

function guardField(field: AnyField, check: Check | undefined, isMutation: boolean): void {
  const answer = field.resolve ?? defaultFieldResolver;
  const resolve: GraphQLFieldResolver<unknown, Context> =
    field.args.length === 0
      ? answer
      : (holder, args, context, info) => answer(holder, cleanTexts(args, info.path.key), context, info);
  if (check || isMutation) field.resolve = behind(check ?? (() => true), resolve, field, isMutation);
  else if (field.args.length > 0) field.resolve = resolve;
}

function behind(
  check: Check,
  resolve: GraphQLFieldResolver<unknown, Context>,
  field: AnyField,
  isMutation: boolean,
): GraphQLFieldResolver<unknown, Context> {
  return (holder, args, context, info) => {
    const { viewer } = context;
    if (isMutation && viewer.kind === 'anonymous') throw denied('UNAUTHENTICATED', 'Sign in first');
    // No scope of a token lets it change anything.
    const mayTry = !isMutation || viewer.kind === 'account';
    if (mayTry && check(viewer, holder)) return resolve(holder, args, context, info);
    if (isMutation || isNonNullType(field.type)) throw denied('FORBIDDEN', 'Not permitted');
    return null;
  };
}

const denied = (code: 'UNAUTHENTICATED' | 'FORBIDDEN', message: string) =>
  new GraphQLError(message, { extensions: { code } });

function refuseUnguarded(types: Fields[], roots: Set<unknown>, policies: Record<string, Policy>): void {
  const faults: string[] = [];
  const demand = (place: string, name: string | undefined) => {
    if (name === undefined) faults.push(`${place} names no policy`);
    else if (!policies[name]) faults.push(`${place} names the unknown policy "${name}"`);
  };
  for (const type of types) {
    demand(type.name, policyOf(type));
    if (!roots.has(type)) continue;
    for (const field of Object.values(type.getFields()))
      demand(`${type.name}.${field.name}`, policyOf(field));
  }
  if (faults.length > 0) throw new Error(`The graph is not guarded:\n- ${faults.join('\n- ')}`);
}

export const policyOf = (place: { extensions: object }): string | undefined =>
  (place.extensions as { policy?: string }).policy;
