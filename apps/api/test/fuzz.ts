import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { pick, randomFrom, whole, type Random } from '../src/seeds/data/random.ts';
import { broken, oddValue, soundScalar } from './fuzz-values.ts';
import { literal } from './samples.ts';

export interface Operation {
  query: string;
  variables: Record<string, unknown>;
}

/** How often something is done that the schema does not allow. */
const ODD = 0.02;
const DEEPEST = 9;

/**
 * Operations made from the schema: most of them are valid, with ids and codes that exist; some have values that no type
 * takes, and some are no documents any more. The same seed makes the same operations from the same words.
 */
export class Fuzz {
  readonly #schema: GraphQLSchema;
  readonly #random: Random;
  /** Ids, codes, cursors and digests that came back; new operations are made of them. */
  readonly #known: string[];
  #variables: { name: string; type: GraphQLInputType; value: unknown }[] = [];

  constructor(schema: GraphQLSchema, seed: string, known: readonly string[]) {
    this.#schema = schema;
    this.#random = randomFrom(seed);
    this.#known = [...known];
  }

  next(): Operation {
    this.#variables = [];
    const isDeed = this.#chance(0.25);
    const root = isDeed ? this.#schema.getMutationType()! : this.#schema.getQueryType()!;
    const roots = isDeed ? 1 : whole(this.#random, 1, 2);
    const fields = Array.from({ length: roots }, (_, index) =>
      this.#field(pick(this.#random, Object.values(root.getFields())), 1, `r${index}`),
    );
    const declared = this.#variables.map(({ name, type }) => `$${name}: ${type}`).join(', ');
    const head = `${isDeed ? 'mutation' : 'query'} Acak${declared && `(${declared})`}`;
    const query = `${head} { ${fields.join(' ')} }`;
    return {
      query: this.#chance(0.08) ? broken(this.#random, query) : query,
      variables: Object.fromEntries(this.#variables.map(({ name, value }) => [name, value])),
    };
  }

  /** Remembers what an answer names. */
  learn(answer: unknown): void {
    if (typeof answer !== 'object' || answer === null) return;
    for (const [key, value] of Object.entries(answer)) {
      if (typeof value === 'object') this.learn(value);
      else if (typeof value === 'string' && /^(id|code|cursor|endCursor|startCursor|digest)$/.test(key)) {
        this.#known[this.#known.length < 3000 ? this.#known.length : whole(this.#random, 0, 2999)] = value;
      }
    }
  }

  #chance(share: number): boolean {
    return this.#random() < share;
  }

  #field({ name, type, args }: GraphQLField<unknown, unknown>, depth: number, alias = ''): string {
    const given = args
      .filter((arg) => isRequiredArgument(arg) || this.#chance(0.3))
      .filter(() => !this.#chance(ODD))
      .map((arg) => `${arg.name}: ${this.#argument(arg)}`);
    const named = getNamedType(type);
    const inside = isCompositeType(named) ? ` ${this.#selection(named, depth + 1)}` : '';
    const directive = this.#chance(ODD)
      ? pick(this.#random, [' @skip(if: false)', ' @include(if: true)'])
      : '';
    const head = alias && this.#chance(0.5) ? `${alias}: ${name}` : name;
    return `${head}${given.length > 0 ? `(${given.join(', ')})` : ''}${directive}${inside}`;
  }

  #selection(type: GraphQLCompositeType, depth: number): string {
    const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
    const open = fields.filter((field) => depth < DEEPEST || !isCompositeType(getNamedType(field.type)));
    // Two uses of one field with other arguments would contradict each other: each field once.
    const chosen = new Set(
      Array.from({ length: whole(this.#random, 1, 4) }, () => pick(this.#random, [...open, null])),
    );
    const parts = [...chosen].map((field) => (field ? this.#field(field, depth) : '__typename'));
    if (!isObjectType(type) && this.#chance(0.6)) {
      const possible = pick(this.#random, this.#schema.getPossibleTypes(type));
      parts.push(`... on ${possible.name} ${this.#selection(possible, depth + 1)}`);
    }
    return `{ ${parts.join(' ')} }`;
  }

  #argument({ name, type }: GraphQLArgument): string {
    const value = this.#chance(ODD) ? oddValue(this.#random) : this.#value(type, name);
    if (this.#chance(0.3)) {
      const variable = `v${this.#variables.length}`;
      this.#variables.push({ name: variable, type, value });
      return `$${variable}`;
    }
    return literal(value ?? null, type);
  }

  #value(given: GraphQLInputType, name: string): unknown {
    if (this.#chance(ODD / 2)) return oddValue(this.#random);
    if (!isNonNullType(given) && this.#chance(0.1)) return null;
    const type = getNullableType(given);
    if (isListType(type))
      return Array.from({ length: whole(this.#random, 0, 3) }, () => this.#value(type.ofType, name));
    if (isEnumType(type)) return pick(this.#random, type.getValues()).name;
    if (!isInputObjectType(type)) return soundScalar(this.#random, type.name, name, this.#known);
    const fields = Object.values(type.getFields());
    const chosen = type.isOneOf
      ? [pick(this.#random, fields)]
      : fields.filter((field) => isRequiredInputField(field) || this.#chance(0.4));
    return Object.fromEntries(
      chosen.map((field) => [
        field.name,
        type.isOneOf
          ? this.#value(getNullableType(field.type), field.name)
          : this.#value(field.type, field.name),
      ]),
    );
  }
}
