import { error, type RequestEvent } from '@sveltejs/kit';
import { m } from '@simpul/words/messages';
import { fieldErrors, type UserErrorData } from '#lib/form/read.ts';
import type { FieldError } from '#lib/form/state.ts';
import { post } from '#lib/graph/graph.ts';
import { passCookies } from './cookie.ts';

/** Asks the API for what needs no session or changes it (`/auth/…`). Gives what is wrong; nothing when it is done. */
export async function ask(event: RequestEvent, path: `/auth/${string}`, body: object): Promise<FieldError[]> {
  const response = await post(event, path, body);
  if (response.ok) {
    passCookies(event, response);
    await response.body?.cancel();
    return [];
  }
  if (response.status >= 500) error(503, m.error_unavailable());
  const { errors } = (await response.json()) as { errors: UserErrorData[] };
  return fieldErrors(errors);
}
