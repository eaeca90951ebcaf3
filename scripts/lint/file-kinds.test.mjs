import { fileAt, ruleTester } from './rule-tester.mjs';
import { fileKinds } from './file-kinds.mjs';

const rules = fileAt('needs/need.rules.ts');
const graph = fileAt('needs/need.graph.ts');
const entity = fileAt('needs/need.entity.ts');
const access = fileAt('needs/need.access.ts');
const queries = fileAt('needs/need.queries.ts');
const commands = fileAt('needs/need.commands.ts');
const resolver = fileAt('needs/need.resolver.ts');

const from = (specifier) => `import { a } from '${specifier}'`;
const refused = (testCase, messageId) => ({ ...testCase, errors: [{ messageId }] });

ruleTester.run('file-kinds', fileKinds, {
  valid: [
    rules(from('../organisation/unit.rules.ts')),
    rules(from('../platform/problem.rules.ts')),
    rules(from('node:crypto')),
    rules(from('decimal.js')),
    graph(from('./need.rules.ts')),
    graph(from('../organisation/unit.graph.ts')),
    graph(from('../platform/graph/scalars.ts')),
    graph(from('type-graphql')),
    entity(from('./need.access.ts')),
    entity(from('../organisation/unit.entity.ts')),
    entity(from('../platform/database/ids.ts')),
    entity(from('@mikro-orm/postgresql')),
    access(from('./need.rules.ts')),
    access(from('../platform/access/viewer.ts')),
    queries(from('./need.entity.ts')),
    queries(from('../platform/database/page.ts')),
    queries(from('kysely')),
    queries(from('../organisation/index.ts')),
    commands(from('./need.queries.ts')),
    commands(from('./plan.commands.ts')),
    commands(from('../platform/journal/audit.ts')),
    resolver(from('./need.graph.ts')),
    resolver(from('./need.commands.ts')),
    resolver(from('type-graphql')),
    fileAt('needs/index.ts')(from('./need.resolver.ts')),
    fileAt('needs/need.rules.test.ts')(from('../platform/database/orm.ts')),
    fileAt('platform/journal/audit.entity.ts')(from('../clock.ts')),
  ],
  invalid: [
    refused(rules(from('node:fs')), 'only'),
    refused(rules(from('@mikro-orm/core')), 'only'),
    refused(rules(from('decimal.js-light')), 'only'),
    refused(rules(from('../platform/clock.ts')), 'only'),
    refused(rules("import type { A } from './need.entity.ts'"), 'only'),
    refused(graph(from('./need.entity.ts')), 'only'),
    refused(graph(from('../platform/database/ids.ts')), 'only'),
    refused(entity(from('./need.queries.ts')), 'only'),
    refused(entity(from('type-graphql')), 'only'),
    refused(access(from('./need.entity.ts')), 'only'),
    refused(access(from('kysely')), 'only'),
    refused(queries(from('./need.commands.ts')), 'never'),
    refused(queries(from('./need.resolver.ts')), 'never'),
    refused(queries(from('./need.graph.ts')), 'never'),
    refused(queries(from('../platform/graph/scalars.ts')), 'never'),
    refused(commands(from('./need.graph.ts')), 'never'),
    refused(commands("export * from './need.resolver.ts'"), 'never'),
    refused(commands(from('./index.ts')), 'ownDoor'),
    refused(resolver(from('./need.entity.ts')), 'never'),
    refused(resolver("const a = await import('../platform/journal/audit.entity.ts')"), 'never'),
  ],
});
