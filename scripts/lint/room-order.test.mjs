import { fileAt, ruleTester } from './rule-tester.mjs';
import { roomOrder } from './room-order.mjs';

const inNeeds = fileAt('needs/need.commands.ts');
const inPlatform = fileAt('platform/graph/schema.ts');

const refused = (testCase, messageId, data) => ({ ...testCase, errors: [{ messageId, data }] });
const roomBelow = (testCase, to) => refused(testCase, 'roomBelow', { from: 'needs', to });
const outside = (testCase, to) => refused(testCase, 'outside', { from: 'needs', to });

ruleTester.run('room-order', roomOrder, {
  valid: [
    inNeeds("import { a } from './need.rules.ts'"),
    inNeeds("import { a } from '../organisation/index.ts'"),
    inNeeds("import type { A } from '../competencies/level.rules.ts'"),
    inNeeds("import { a } from '../platform/clock.ts'"),
    inNeeds("import { a } from 'kysely'"),
    fileAt('needs/plan/plan.queries.ts')("import { a } from '../../identity/index.ts'"),
    inPlatform("import { a } from '../../config.ts'"),
    fileAt('main.ts')("import { insight } from './insight/index.ts'"),
    fileAt('seeds/demo.ts')("import { a } from '../insight/index.ts'"),
    fileAt('migrations/001.ts')("import { a } from '../needs/need.entity.ts'"),
    fileAt('needs/need.commands.test.ts')("import { a } from '../proposals/index.ts'"),
    fileAt('../test/journey.ts')("import { a } from '../src/proposals/index.ts'"),
    fileAt('../../portal/src/lib/a.ts')("import { a } from './proposals/index.ts'"),
  ],
  invalid: [
    roomBelow(inNeeds("import { a } from '../proposals/index.ts'"), 'proposals'),
    roomBelow(inNeeds("import type { A } from '../proposals/proposal.rules.ts'"), 'proposals'),
    roomBelow(inNeeds("export { a } from '../partners/index.ts'"), 'partners'),
    roomBelow(inNeeds("export * from '../partners'"), 'partners'),
    roomBelow(inNeeds("const a = await import('../insight/index.ts')"), 'insight'),
    roomBelow(inNeeds("type A = import('../insight/index.ts').A"), 'insight'),
    outside(inNeeds("import { a } from '../config.ts'"), 'config.ts'),
    outside(inNeeds("import { a } from '../seeds/demo.ts'"), 'seeds/demo.ts'),
    outside(inNeeds("import { a } from '../../test/factories.ts'"), '../../test/factories.ts'),
    refused(inPlatform("import { a } from '../../organisation/index.ts'"), 'platformKnowsRoom', {
      from: 'graph',
      to: 'organisation',
    }),
    refused(fileAt('utils/text.ts')('export const a = 1'), 'unlisted', { from: 'utils/text.ts' }),
  ],
});
