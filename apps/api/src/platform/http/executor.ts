import type { GatewayInterface, GatewayExecutor } from '@apollo/server-gateway-interface';
import { execute, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Clock } from '../clock.ts';
import { ANONYMOUS_PATIENCE, asHouse, inTransaction, SESSION_PATIENCE } from '../database/unit-of-work.ts';
import { isPassing, retrying } from '../database/retry.ts';
import { makeViewer } from '../access/viewer.ts';
import type { Context, RequestContext } from '../graph/context.ts';
import { atMost } from '../graph/errors.ts';
import { variableFaults } from '../graph/variables.ts';
import type { Outbox } from '../journal/outbox.ts';

export interface Execution {
  schema: GraphQLSchema;
  orm: MikroORM;
  /**
   * Connections of the house's own, for jobs, budgets, and counts beside an operation: taken from the same ones, sixty
   * operations would wait for each other.
   */
  houseOrm: MikroORM;
  clock: Clock;
  outbox: Outbox;
}

/** Rolls the transaction of a mutation back that ended in a top-level error, and carries the answer out. */
class RolledBack extends Error {
  readonly result: ExecutionResult;
  constructor(result: ExecutionResult) {
    super('rolled back');
    this.result = result;
  }
}

/**
 * One transaction around each operation. It begins after validation, so that a bad document opens none; it ends before
 * the answer leaves, so that what was answered is true. Given to Apollo as the executor of a gateway.
 */
export function transactionalGateway(execution: Execution): GatewayInterface {
  return {
    onSchemaLoadOrUpdate(listener) {
      listener({ apiSchema: execution.schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: async () => ({ executor: executorOf(execution) }),
    stop: async () => undefined,
  };
}

function executorOf(execution: Execution): GatewayExecutor {
  const { schema, orm, houseOrm, clock, outbox } = execution;
  const underWay = new Map<unknown, Promise<unknown>>();
  const countedOnce: Context['countedOnce'] = (task) => {
    const counting =
      underWay.get(task) ?? asHouse(houseOrm, clock, task).finally(() => underWay.delete(task));
    underWay.set(task, counting);
    return counting as ReturnType<typeof task>;
  };
  return async ({ document, operation, request, context: given, operationName }) => {
    const context = given as RequestContext;
    const faults = variableFaults({ schema, operation, variables: request.variables ?? {} });
    if (faults.length > 0) return { errors: atMost(faults) };
    const readOnly = operation.operation === 'query';
    const patience = context.viewer.kind === 'anonymous' ? ANONYMOUS_PATIENCE : SESSION_PATIENCE;
    const afterReading: Context['afterReading'] = new Map();
    const run = () => {
      afterReading.clear(); // a second try reads again
      return inTransaction({ orm, clock, viewer: context.viewer, readOnly, patience }, async (work) => {
        const result = await execute({
          schema,
          document,
          operationName,
          variableValues: request.variables,
          contextValue: {
            ...context,
            work: { ...work, outbox },
            afterReading,
            asHouse: (task) => asHouse(houseOrm, clock, task),
            countedOnce,
          } satisfies Context,
        });
        // execute() gathers what resolvers throw; a passing fault has to reach `retrying` as itself.
        const passing = result.errors?.find(({ originalError }) => isPassing(originalError));
        if (passing) throw passing.originalError!;
        if (!readOnly && result.errors) throw new RolledBack(result);
        return result;
      });
    };
    const result = await retrying(run).catch((error: unknown) => {
      if (error instanceof RolledBack) return error.result;
      throw error;
    });
    if (afterReading.size > 0) await writeAfterwards(execution, context, afterReading);
    return { ...result, ...(result.errors && { errors: atMost(result.errors) }) };
  };
}

/** As the house, but in the reader's name: the trail says who read. */
function writeAfterwards(
  execution: Execution,
  { viewer }: RequestContext,
  readings: Context['afterReading'],
) {
  const { orm, clock, outbox } = execution;
  const scribe = makeViewer(viewer.kind, viewer.accountId, {}, { system: 'on' });
  return inTransaction({ orm, clock, viewer: scribe, readOnly: false }, async (work) => {
    for (const [write, ids] of readings) await write({ ...work, outbox }, [...ids]);
  });
}
