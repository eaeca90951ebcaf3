import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  print,
  type ConstDirectiveNode,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** Everything that a client may rely on, one sentence a fact, such as `Need.title: String!`. */
export function factsOf(schema: GraphQLSchema): string[] {
  return ownTypes(schema).flatMap(typeFacts);
}

/** The types of a schema that are its own: neither introspection nor the scalars that every schema has. */
export function ownTypes(schema: GraphQLSchema): GraphQLNamedType[] {
  const builtIn = new Set(['String', 'Int', 'Float', 'Boolean', 'ID']);
  return Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !builtIn.has(type.name),
  );
}

function typeFacts(type: GraphQLNamedType): string[] {
  if (isScalarType(type)) return [`scalar ${type.name} ${type.specifiedByURL ?? ''}`];
  if (isEnumType(type))
    return [`enum ${type.name}`, ...type.getValues().map(({ name }) => `${type.name}.${name}`)];
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    return [
      `input ${type.name}${type.isOneOf ? ' @oneOf' : ''}`,
      ...fields.map((field) => inputFact(type.name, field)),
    ];
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [`other ${type.name}`];
  const kind = isObjectType(type) ? 'type' : 'interface';
  return [
    `${kind} ${type.name} ${policyIn(type.astNode?.directives)}`,
    ...type.getInterfaces().map((one) => `${type.name} implements ${one.name}`),
    ...Object.values(type.getFields()).flatMap((field) => {
      const place = `${type.name}.${field.name}`;
      const fact = `${place}: ${field.type} ${policyIn(field.astNode?.directives)}`.trimEnd();
      return [fact, ...field.args.map((argument) => inputFact(`${place}()`, argument))];
    }),
  ];
}

function inputFact(place: string, { name, type, astNode }: GraphQLArgument | GraphQLInputField): string {
  const otherwise = astNode?.defaultValue ? ` = ${print(astNode.defaultValue)}` : '';
  return `${place}.${name}: ${type}${otherwise}`;
}

const policyIn = (directives: readonly ConstDirectiveNode[] = []): string =>
  directives
    .filter((directive) => directive.name.value === 'policy')
    .map(print)
    .join(' ');
