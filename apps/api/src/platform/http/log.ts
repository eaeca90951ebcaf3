import { pino } from 'pino';

/** All that is ever logged of an operation. Never variables, never what a person wrote. */
export interface OperationLine {
  requestId: string;
  actorId: string | null;
  operation: string | null;
  document: string | null;
  cost: number | null;
  status: number;
  errors: number;
  ms: number;
}

/** The log is an allow-list: who writes to it chooses one of these forms. */
export interface Log {
  operation(line: OperationLine): void;
  /** A fault of ours. The error's own text may quote data, so only its class, code and place are written. */
  surprise(errorId: string, error: unknown): void;
  event(name: string, facts?: Record<string, string | number | boolean | null>): void;
}

export function makeLog(destination: NodeJS.WritableStream = process.stderr): Log {
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return {
    operation: (line) => logger.info(line, 'operation'),
    surprise: (errorId, error) => logger.error({ errorId, ...placeOf(error) }, 'surprise'),
    event: (name, facts = {}) => logger.info(facts, name),
  };
}

export const silentLog: Log = {
  operation: () => undefined,
  surprise: () => undefined,
  event: () => undefined,
};

function placeOf(error: unknown) {
  if (!(error instanceof Error)) return { kind: typeof error };
  // The stack repeats the message, which may quote data, even lines that look like frames.
  const { stack = '', message } = error;
  const frames = stack
    .slice(stack.indexOf(message) + message.length)
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
  const place = frames
    .slice(0, 12)
    .map((line) => line.trim().replace(/file:\/\/\S*\/(apps|node_modules)\//, '$1/'));
  return { kind: error.name, code: (error as { code?: string }).code ?? null, place };
}
