import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { RequestContext } from '../graph/context.ts';
import { limitsFor, refuseIntrospection, refuseTooMuch } from '../graph/limits.ts';
import { variableFaults } from '../graph/variables.ts';
import { payerOf, type Budgets, type Refused } from './budget.ts';
import { objectsIn } from './budget.rules.ts';
import type { Execution } from './executor.ts';

export interface Charging extends Pick<Execution, 'schema'> {
  budgets: Budgets;
  maySeeSchema: (viewer: RequestContext['viewer']) => boolean;
}

/** Bytes of a faulty document that cost one: reading them takes time, and answers nothing. */
const FAULTY_BYTES = 100;

/**
 * Weighs each operation before it runs: against the limits of one operation, then against what is left in the bucket of
 * its session, token or address. What it did not need is given back; a faulty document is paid for by its length.
 */
export function chargingOf({ schema, maySeeSchema, budgets }: Charging): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart({ contextValue }) {
      const { bucket, viewer } = contextValue;
      const payer = payerOf(viewer);
      return {
        async didResolveOperation({ document, operation, request }) {
          if (!operation) throw noSuchOperation();
          const asked = { schema, document, operation, variables: request.variables ?? {} };
          refuseIntrospection(asked, maySeeSchema(viewer));
          if (variableFaults(asked).length > 0) return; // the executor answers all of them at once
          const cost = Math.max(
            1,
            weighed(() => refuseTooMuch(asked, limitsFor(contextValue))),
          );
          const paid = await budgets.pay(bucket, payer, cost);
          if ('retryAfter' in paid) throw tooManyRequests(paid);
          contextValue.spending = paid;
        },
        async willSendResponse({ request, response, errors }) {
          const { spending } = contextValue;
          if (response.body.kind !== 'single') return;
          const { singleResult } = response.body;
          if (spending) {
            budgets.refund(bucket, spending.cost - objectsIn(singleResult.data));
            singleResult.extensions = { ...singleResult.extensions, cost: { ...spending } };
          } else if (errors?.[0]?.extensions.code !== 'RATE_LIMITED') {
            await budgets.charge(bucket, payer, 1 + (request.query?.length ?? 0) / FAULTY_BYTES);
          }
        },
      };
    },
  };
}

/** The estimator gives up on too many nodes, and on arguments that lack a variable: both are the caller's fault. */
function weighed(weigh: () => number): number {
  try {
    return weigh();
  } catch (error) {
    if (error instanceof GraphQLError && error.extensions.code === 'QUERY_TOO_COMPLEX')
      throw withStatus(error, 400);
    const isTooWide = /exceeds|nodes/i.test((error as Error).message);
    const [code, text] = isTooWide
      ? ['QUERY_TOO_COMPLEX', 'The operation is too wide']
      : ['BAD_USER_INPUT', 'The value of an argument does not fit its type'];
    throw withStatus(new GraphQLError(text, { extensions: { code } }), 400);
  }
}

/** 429, with the seconds to wait in the header `Retry-After`. */
export function tooManyRequests({ retryAfter }: Refused): GraphQLError {
  const headers = new HeaderMap([['retry-after', String(retryAfter)]]);
  const text = `The budget of this session, token or address is spent; come again in ${retryAfter} s`;
  return new GraphQLError(text, { extensions: { code: 'RATE_LIMITED', http: { status: 429, headers } } });
}

const noSuchOperation = () =>
  withStatus(
    new GraphQLError('Name one of the operations', { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }),
    400,
  );

const withStatus = (error: GraphQLError, status: number): GraphQLError =>
  new GraphQLError(error.message, { extensions: { ...error.extensions, http: { status } } });
