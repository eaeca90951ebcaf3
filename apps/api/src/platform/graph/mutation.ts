import { perform, type Command } from '../journal/deed.ts';
import { load, type Batch } from '../database/loader.ts';
import type { Context } from './context.ts';
import { toUserErrors } from './user-error.graph.ts';

/**
 * Runs a command for a mutation and makes its payload: the object read again under the viewer's rights, and the user
 * errors. `field` is where the payload carries the object.
 */
export async function mutate<
  F extends string,
  Input extends { idempotencyKey: string },
  Extra extends object,
>(
  context: Context,
  operation: string,
  input: Input,
  command: Command<Input, Extra>,
  field: F,
  read: Batch<string, object>,
) {
  const outcome = await perform(context.work, operation, input, command);
  if ('refused' in outcome) {
    return { [field]: null, errors: toUserErrors(outcome.refused, context.locale), query: {} };
  }
  const { id, ...extra } = outcome as { id: string };
  return { [field]: await load(context.work, read, id), ...extra, errors: [], query: {} };
}
