import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';

/** Where a value stands: in an argument of a root field, down through lists and inputs. */
export interface Leaf {
  operation: 'query' | 'mutation';
  field: string;
  argument: string;
  /** The type of the argument, as a variable is declared. */
  argumentType: GraphQLInputType;
  /** Inside the argument; empty for the argument itself. */
  path: (string | number)[];
  /** Name of the scalar or enum. */
  type: string;
  isEnum: boolean;
}

/** Every place of the schema where a scalar or an enum goes in. */
export function leavesOf(schema: GraphQLSchema): Leaf[] {
  const roots = [
    ['query', schema.getQueryType()!],
    ['mutation', schema.getMutationType()!],
  ] as const;
  return roots.flatMap(([operation, root]) =>
    Object.values(root.getFields()).flatMap(({ name: field, args }) =>
      args.flatMap(({ name: argument, type: argumentType }) =>
        placesIn(argumentType).map((place) => ({ operation, field, argument, argumentType, ...place })),
      ),
    ),
  );
}

type Place = Pick<Leaf, 'path' | 'type' | 'isEnum'>;

function placesIn(given: GraphQLInputType): Place[] {
  const type = getNullableType(given);
  if (isListType(type)) return placesIn(type.ofType).map((place) => ({ ...place, path: [0, ...place.path] }));
  if (!isInputObjectType(type)) return [{ path: [], type: type.name, isEnum: isEnumType(type) }];
  return Object.values(type.getFields()).flatMap((field) =>
    placesIn(field.type).map((place) => ({ ...place, path: [field.name, ...place.path] })),
  );
}

const scalars: Record<string, unknown> = {
  ID: 'ned_AAAAAAAAAAAAAAAAAAAAAA',
  String: 'teks yang cukup panjang',
  Int: 3,
  Boolean: true,
  Date: '2030-01-31',
  DateTime: '2030-01-31T00:00:00.000Z',
  Decimal: '10',
  UUID: '6f1c9d2e-0000-4000-8000-000000000001',
};

/** A value that the type takes, with `value` at the path and nothing that need not be there. */
export function sampleWith(
  given: GraphQLInputType,
  path: readonly (string | number)[],
  value: unknown,
): unknown {
  if (path.length === 0) return value;
  const type = getNullableType(given);
  const [step, ...rest] = path;
  if (isListType(type)) return [sampleWith(type.ofType, rest, value)];
  if (!isInputObjectType(type)) throw new Error(`${type.name} has no inside`);
  const fields = Object.values(type.getFields());
  const wanted = fields.filter((field) => field.name === step || isRequiredInputField(field));
  return Object.fromEntries(
    wanted.map((field) => [
      field.name,
      field.name === step ? sampleWith(field.type, rest, value) : sampleOf(field.type),
    ]),
  );
}

function sampleOf(given: GraphQLInputType): unknown {
  const type = getNullableType(given);
  if (isListType(type)) return [sampleOf(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (!isInputObjectType(type)) return scalars[type.name];
  const required = Object.values(type.getFields()).filter(isRequiredInputField);
  return Object.fromEntries(required.map((field) => [field.name, sampleOf(field.type)]));
}

/** A value as it is written in a document; enums by name where the type says so. */
export function literal(value: unknown, given: GraphQLInputType | undefined): string {
  const type = given && getNullableType(given);
  if (Array.isArray(value)) {
    const inner = isListType(type) ? type.ofType : undefined;
    return `[${value.map((one) => literal(one, inner)).join(', ')}]`;
  }
  if (value !== null && typeof value === 'object') {
    const fields = isInputObjectType(type) ? type.getFields() : {};
    const parts = Object.entries(value).map(([name, one]) => `${name}: ${literal(one, fields[name]?.type)}`);
    return `{ ${parts.join(', ')} }`;
  }
  const isName = isEnumType(type) && type.getValues().some(({ name }) => name === value);
  return isName ? String(value) : JSON.stringify(value);
}
