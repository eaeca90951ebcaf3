import fs from 'node:fs';
import path from 'node:path';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { graphOf } from '../src/graph.ts';
import { printGraph } from '../src/platform/graph/schema.ts';
import { rooms } from '../src/rooms.ts';
import { factsOf, ownTypes } from './schema-facts.ts';

const contractFile = path.join(import.meta.dirname, 'fixtures/contract-02.graphql');
const contract = buildSchema(fs.readFileSync(contractFile, 'utf8'));
const isPromised = new Set(factsOf(contract));

let printed: string;
let product: GraphQLSchema;
beforeAll(async () => {
  printed = printGraph(await graphOf(rooms));
  product = buildSchema(printed);
});

const missingIn = (schema: GraphQLSchema) => {
  const present = new Set(factsOf(schema));
  return [...isPromised].filter((fact) => !present.has(fact));
};

test('every promise of the contract is kept to the letter', () => {
  expect(missingIn(product)).toEqual([]);
});

test('the comparison sees nullability, defaults, policies, interfaces, values and one-of', () => {
  const spoilt = printed
    .replace('score: Decimal!', 'score: Decimal')
    .replace('currencyCode: String! = "IDR"', 'currencyCode: String!')
    .replace('asnSelfOrHr', 'public')
    .replace('type Notice implements Node', 'type Notice')
    .replace(/"""[^"]*"""\s*WEBHOOK_MANAGE/, '')
    .replace('input NeedBy @oneOf', 'input NeedBy');
  expect(missingIn(buildSchema(spoilt)).sort()).toEqual([
    'MoneyInput.currencyCode: String! = "IDR"',
    'NeedPriority.score: Decimal!',
    'Notice implements Node',
    'Scope.WEBHOOK_MANAGE',
    'input NeedBy @oneOf',
    'type AsnPersonalData @policy(name: "asnSelfOrHr")',
  ]);
});

test('what the product adds asks nothing more of a client that knows only the contract', () => {
  const demanded = ownTypes(product).flatMap((type) => requiredPlaces(type));
  const known = new Set(ownTypes(contract).flatMap((type) => requiredPlaces(type)));
  const inContract = demanded.filter((place) => contract.getType(place.split('.')[0]!));
  expect(inContract.filter((place) => !known.has(place) && isAskedOf(contract, place))).toEqual([]);
});

/** Arguments and input fields that must be given. */
function requiredPlaces(type: GraphQLNamedType): string[] {
  if (isInputObjectType(type)) {
    return Object.values(type.getFields())
      .filter(isRequiredInputField)
      .map(({ name }) => `${type.name}.${name}`);
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) =>
    field.args.filter(isRequiredArgument).map(({ name }) => `${type.name}.${field.name}.${name}`),
  );
}

/** Fields that the product adds may have required arguments; the contract's may not get new ones. */
function isAskedOf(schema: GraphQLSchema, place: string): boolean {
  const [typeName, fieldName] = place.split('.') as [string, string];
  const type = schema.getType(typeName);
  return isInputObjectType(type) || (isObjectType(type) && fieldName in type.getFields());
}

test('every type, field, argument, input field, enum value and directive is described', () => {
  const described = ownTypes(product).flatMap((type): Described[] => [
    [type.name, type.description],
    ...placesOf(type),
  ]);
  const policy = product.getDirective('policy')!;
  described.push(['@policy', policy.description], ['@policy.name', policy.args[0]!.description]);
  expect(described.length).toBeGreaterThan(isPromised.size / 2);
  expect(described.filter(([, description]) => !description?.trim()).map(([place]) => place)).toEqual([]);
});

type Described = [place: string, description: string | null | undefined];

function placesOf(type: GraphQLNamedType): Described[] {
  if (isEnumType(type))
    return type.getValues().map(({ name, description }) => [`${type.name}.${name}`, description]);
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map(({ name, description }) => [
      `${type.name}.${name}`,
      description,
    ]);
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field): Described[] => [
    [`${type.name}.${field.name}`, field.description],
    ...field.args.map(({ name, description }): Described => [
      `${type.name}.${field.name}.${name}`,
      description,
    ]),
  ]);
}
