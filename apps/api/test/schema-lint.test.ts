import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import graphqlPlugin from '@graphql-eslint/eslint-plugin';
import { ESLint, type Linter } from 'eslint';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, '../../..');
const schemaFile = path.join(root, 'schema.graphql');
const schema = fs.readFileSync(schemaFile, 'utf8');

const rulesOf = (config: 'flat/schema-all' | 'flat/schema-relay') =>
  graphqlPlugin.configs[config].rules as Linter.RulesRecord;

/** What the linter of GraphQL schemas says, each message with its rule. */
async function lint(text: string): Promise<string[]> {
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: {
      files: ['**/*.graphql'],
      plugins: { '@graphql-eslint': graphqlPlugin as unknown as ESLint.Plugin },
      languageOptions: {
        parser: graphqlPlugin.parser as Linter.Parser,
        parserOptions: { graphQLConfig: { schema: text } },
      },
      rules: {
        ...rulesOf('flat/schema-all'),
        ...rulesOf('flat/schema-relay'),
        '@graphql-eslint/alphabetize': 'off',
        '@graphql-eslint/no-root-type': 'off',
        '@graphql-eslint/strict-id-in-types': 'off',
        '@graphql-eslint/relay-edge-types': ['error', { listTypeCanWrapOnlyEdgeType: false }],
      },
    },
  });
  const results = await eslint.lintText(text, { filePath: schemaFile });
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
}

test('the schema passes every rule of schema-all and schema-relay', async () => {
  expect(await lint(schema)).toEqual([]);
});

test('the rules are in force: a spoilt schema does not pass', async () => {
  const spoilt = schema
    .replace(/(type PageInfo[^{]*\{)/, '$1\n  bad_name: Int')
    .replace('hasNextPage: Boolean!', 'hasNextPage: String!');
  expect((await lint(spoilt)).sort()).toEqual([
    '@graphql-eslint/naming-convention: Field "bad_name" should be in camelCase format',
    '@graphql-eslint/relay-page-info: Field `hasNextPage` must return non-null Boolean.',
  ]);
});

async function compile(change: (text: string) => string = (text) => text) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'simpul-relay-'));
  try {
    fs.copyFileSync(schemaFile, path.join(folder, 'schema.graphql'));
    fs.mkdirSync(path.join(folder, 'src'));
    const fixtures = path.join(import.meta.dirname, 'fixtures/relay');
    for (const file of fs.readdirSync(fixtures)) {
      const text = fs.readFileSync(path.join(fixtures, file), 'utf8');
      fs.writeFileSync(path.join(folder, 'src', file), change(text));
    }
    const config = {
      src: './src',
      schema: './schema.graphql',
      language: 'typescript',
      artifactDirectory: './made',
    };
    fs.writeFileSync(path.join(folder, 'relay.config.json'), JSON.stringify(config));
    fs.mkdirSync(path.join(folder, 'made'));
    const binary = path.join(root, 'node_modules/.bin/relay-compiler');
    const args = ['--repersist', '--noWatchman', 'relay.config.json'];
    const said = await run(binary, args, { cwd: folder }).catch(
      (error: { stdout: string; stderr: string }) => error,
    );
    return { said: said.stdout + said.stderr, made: fs.readdirSync(path.join(folder, 'made')).sort() };
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

test('the compiler of Relay takes lists, refetching, mutations and interfaces', async () => {
  const { said, made } = await compile();
  expect(said).not.toMatch(/error/i);
  expect(made).toEqual([
    'NeedCardRefetchQuery.graphql.ts',
    'NeedCard_need.graphql.ts',
    'NeedListPagePaginationQuery.graphql.ts',
    'NeedListPageQuery.graphql.ts',
    'NeedListPage_needs.graphql.ts',
    'ProposalActionsCreateMutation.graphql.ts',
    'ProposalActionsNodeQuery.graphql.ts',
  ]);
});

test('the compiler of Relay refuses a field that is not there', async () => {
  const { said, made } = await compile((text) => text.replace('dueOn', 'dueTomorrow'));
  expect(said).toContain('The type `Need` has no field `dueTomorrow`');
  expect(made).toEqual([]);
});
