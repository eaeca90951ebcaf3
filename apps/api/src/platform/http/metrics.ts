import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { collectDefaultMetrics, Counter, Histogram, Registry, type Metric } from 'prom-client';
import type { RequestContext } from '../graph/context.ts';

/** Makes figures that are read when a monitor asks for them, and enters them in the registry. */
export type Gauges = (registry: Registry) => Metric[];

/** One operation as a monitor may know it: its name only if it is one of ours, nothing of who asked for what. */
export interface MeasuredOperation {
  operation: string;
  status: number;
  seconds: number;
  cost: number;
  codes: readonly string[];
}

/**
 * Figures for a monitor in the format of Prometheus. They have a listener of their own on this machine's loopback: no
 * proxy can hand them on by mistake.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #operations = new Counter({
    name: 'simpul_graph_operations_total',
    help: 'Operations answered, by name (`other` when not a trusted document) and HTTP status',
    labelNames: ['operation', 'status'],
    registers: [this.#registry],
  });
  readonly #seconds = new Histogram({
    name: 'simpul_graph_operation_seconds',
    help: 'Seconds from the first look at an operation to its answer',
    labelNames: ['operation'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.#registry],
  });
  readonly #cost = new Counter({
    name: 'simpul_graph_cost_total',
    help: 'Cost paid for operations, as estimated before they ran',
    labelNames: ['operation'],
    registers: [this.#registry],
  });
  readonly #refusals = new Counter({
    name: 'simpul_graph_refusals_total',
    help: 'Top-level errors, by code; INTERNAL_SERVER_ERROR is a fault of ours and stands in the log',
    labelNames: ['code'],
    registers: [this.#registry],
  });
  readonly #server: Server;

  constructor(gauges: Gauges) {
    collectDefaultMetrics({ register: this.#registry });
    gauges(this.#registry);
    this.#server = createServer((request, response) => {
      if (request.method !== 'GET' || request.url !== '/metrics') return response.writeHead(404).end();
      this.#registry.metrics().then(
        (text) => response.setHeader('content-type', this.#registry.contentType).end(text),
        () => response.writeHead(500).end(),
      );
    });
  }

  operation({ operation, status, seconds, cost, codes }: MeasuredOperation): void {
    this.#operations.inc({ operation, status: String(status) });
    this.#seconds.observe({ operation }, seconds);
    this.#cost.inc({ operation }, cost);
    for (const code of codes) this.#refusals.inc({ code });
  }

  async listen(port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', resolve);
    });
    return (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.#registry.clear();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** Names that callers make up would be without number: all of them count as one. */
const OTHER = 'other';

/** Measures every request that reaches the graph, also one that is turned away before its document is read. */
export function measuringOf(metrics: Metrics): ApolloServerPlugin<RequestContext> {
  return {
    async contextCreationDidFail({ error }) {
      const { code, http } = error instanceof GraphQLError ? error.extensions : {};
      const { status = 500 } = (http ?? {}) as { status?: number };
      const codes = [String(code ?? 'INTERNAL_SERVER_ERROR')];
      metrics.operation({ operation: OTHER, status, seconds: 0, cost: 0, codes });
    },
    async requestDidStart({ contextValue }) {
      const begun = performance.now();
      return {
        async willSendResponse({ operationName, response }) {
          const { body } = response;
          const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
          metrics.operation({
            operation: (contextValue.isTrusted && operationName) || OTHER,
            status: response.http.status ?? 200,
            seconds: (performance.now() - begun) / 1000,
            cost: contextValue.spending?.cost ?? 0,
            codes: errors.map(({ extensions }) => String(extensions?.code)),
          });
        },
      };
    },
  };
}
