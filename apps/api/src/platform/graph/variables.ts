import {
  coerceInputValue,
  getNamedType,
  GraphQLError,
  isInputObjectType,
  isInputType,
  isLeafType,
  isNonNullType,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';

export interface Asked {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  variables: Record<string, unknown>;
}

/**
 * What is wrong with the variables, each fault by path and type. GraphQL's own messages repeat what was sent, and a
 * value cannot be cut out of them again: it may look like the message around it.
 */
export function variableFaults({ schema, operation, variables }: Asked): GraphQLError[] {
  return (operation.variableDefinitions ?? []).flatMap((definition) => {
    const type = typeFromAST(schema, definition.type as Parameters<typeof typeFromAST>[1]);
    return isInputType(type) ? faultsOf(definition, type, variables) : [];
  });
}

function faultsOf(
  definition: VariableDefinitionNode,
  type: GraphQLInputType,
  variables: Record<string, unknown>,
): GraphQLError[] {
  const name = definition.variable.name.value;
  const value = variables[name];
  const isGiven = Object.hasOwn(variables, name);
  if (!isGiven && (definition.defaultValue || !isNonNullType(type))) return [];
  if (value == null && isNonNullType(type)) {
    const what = isGiven
      ? `of non-null type "${type.toString()}" must not be null`
      : `of required type "${type.toString()}" was not provided`;
    return [badInput(`Variable "$${name}" ${what}.`)];
  }
  const faults: GraphQLError[] = [];
  coerceInputValue(value, type, (path, wrong, { message }) => {
    const place = path.length > 0 ? ` at "${name}${path.map(step).join('')}"` : '';
    const inner = typeAt(type, path);
    const isWrongLeaf = wrong != null && isLeafType(inner);
    const why = isWrongLeaf ? `Not a valid ${inner.name}` : message.replace(/ Did you mean [\s\S]*$/, '');
    faults.push(badInput(`Variable "$${name}" got an invalid value${place}; ${why}`));
  });
  return faults;
}

const badInput = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

const step = (key: string | number): string => (typeof key === 'number' ? `[${key}]` : `.${key}`);

/** The named type where a path leads; places in lists have their list's type. */
function typeAt(type: GraphQLInputType, path: readonly (string | number)[]): GraphQLNamedType {
  return path.reduce<GraphQLNamedType>((here, key) => {
    const field = isInputObjectType(here) && typeof key === 'string' ? here.getFields()[key] : undefined;
    return field ? getNamedType(field.type) : here;
  }, getNamedType(type));
}
