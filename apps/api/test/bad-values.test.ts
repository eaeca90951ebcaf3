import { getNamedType, isCompositeType, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { graphOf } from '../src/graph.ts';
import { rooms } from '../src/rooms.ts';
import { fingerprint } from './fingerprint.ts';
import { startApp, type Answer, type TestApp } from './harness.ts';
import { leavesOf, literal, sampleWith, type Leaf } from './samples.ts';

let app: TestApp;
let schema: GraphQLSchema;
let leaves: Leaf[];
let before: Record<string, string>;
beforeAll(async () => {
  app = await startApp();
  schema = await graphOf(rooms);
  leaves = leavesOf(schema);
  before = await fingerprint(app.copy);
});
afterAll(async () => {
  expect(await fingerprint(app.copy)).toEqual(before);
  await app[Symbol.asyncDispose]();
});

const SECRET = 'RAHASIA-123';
/** Texts that try to slip past what cuts values out of messages. */
const texts = [
  SECRET,
  `a; ${SECRET}`,
  `a" ${SECRET}`,
  `a at "b"; ${SECRET}`,
  `a\n${SECRET}`,
  `: ${SECRET}. Did you mean`,
];
const nested = [{ kunci: SECRET }, { kunci: [`a; ${SECRET}`] }];
/** What is no value of the type, whatever it says. */
const wrongFor: Record<string, unknown[]> = {
  String: [...nested, 8_123_456_789, false],
  ID: [...nested, 8.123456789, false],
  otherwise: [...texts, ...nested, 8_123_456_789.5],
};

/** Each place with one wrong value, and the first place of each type with all of them. */
function trials(): { leaf: Leaf; wrong: unknown }[] {
  const seen = new Set<string>();
  return leaves.flatMap((leaf, index) => {
    const wrongs = wrongFor[leaf.type] ?? wrongFor.otherwise!;
    const isFirst = !seen.has(leaf.type);
    seen.add(leaf.type);
    return (isFirst ? wrongs : [wrongs[index % wrongs.length]]).map((wrong) => ({ leaf, wrong }));
  });
}

function documentOf(leaf: Leaf, written: string, declared = ''): string {
  const root = leaf.operation === 'query' ? schema.getQueryType()! : schema.getMutationType()!;
  const type = getNamedType(root.getFields()[leaf.field]!.type);
  const selection = isCompositeType(type) ? '{ __typename }' : '';
  return `${leaf.operation} ${declared} { ${leaf.field}(${leaf.argument}: ${written}) ${selection} }`;
}

/** What is wrong with an answer to a bad value: nothing, if it names the type and shows no part of what was sent. */
function faultsOf({ status, body }: Answer, code: string, must: string[]): string[] {
  const errors: { message: string; extensions: { code: string } }[] = body.errors ?? [];
  const first = errors[0]?.message ?? '';
  const all = JSON.stringify(body);
  return [
    ...(/RAHASIA|8123456789|8\.123456789|kunci.*\[/.test(all) ? [`shows what was sent: ${all}`] : []),
    ...(all.includes('Did you mean') ? ['guesses'] : []),
    ...(status === 200 ? [] : [`status ${status}`]),
    ...(body.data === undefined ? [] : ['has data']),
    ...(errors.length > 0 && errors.every(({ extensions }) => extensions.code === code)
      ? []
      : [`codes: ${all}`]),
    ...must.filter((part) => !first.includes(part)).map((part) => `does not say ${part}: ${first}`),
  ];
}

async function faultsIn(ask: (leaf: Leaf, wrong: unknown) => Promise<string[]>): Promise<string[]> {
  const faults: string[] = [];
  const open = trials();
  const worker = async () => {
    for (let next = open.pop(); next; next = open.pop()) {
      const { leaf, wrong } = next;
      const place = `${leaf.field}(${[leaf.argument, ...leaf.path].join('.')}: ${leaf.type})`;
      for (const fault of await ask(leaf, wrong)) faults.push(`${place} = ${JSON.stringify(wrong)} ${fault}`);
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  return faults.slice(0, 20); // enough to see what is wrong
}

test('every scalar of the schema goes in somewhere', () => {
  const types = [...new Set(leaves.filter(({ isEnum }) => !isEnum).map(({ type }) => type))];
  expect(types.sort()).toEqual(['Boolean', 'Date', 'DateTime', 'Decimal', 'ID', 'Int', 'String', 'UUID']);
});

test('a wrong value in a variable is named by its path and type, and never shown', async () => {
  const faults = await faultsIn(async (leaf, wrong) => {
    const query = documentOf(leaf, '$v', `($v: ${leaf.argumentType})`);
    const v = sampleWith(leaf.argumentType, leaf.path, wrong);
    const answer = await app.ask(query, { v });
    const place = leaf.path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
    return faultsOf(answer, 'BAD_USER_INPUT', [
      `"$v" got an invalid value${place ? ` at "v${place}"` : ''}; `,
      leaf.type,
    ]);
  });
  expect(faults).toEqual([]);
});

test('a wrong value in the document is named by its type, and never shown', async () => {
  const faults = await faultsIn(async (leaf, wrong) => {
    const written = literal(sampleWith(leaf.argumentType, leaf.path, wrong), leaf.argumentType);
    const answer = await app.ask(documentOf(leaf, written));
    return faultsOf(answer, 'GRAPHQL_VALIDATION_FAILED', [leaf.type]);
  });
  expect(faults).toEqual([]);
});
