import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type * as v from 'valibot';
import { m } from '@simpul/words/messages';
import { flash } from '#lib/session/flash.ts';
import { fieldErrors, readForm, type UserErrorData } from './read.ts';

type Schema = v.GenericSchema<unknown, object>;

interface Payload {
  errors: readonly UserErrorData[];
}

/** A deed that a form asks for: what is sent, and what the person reads on which page when it is done. */
export interface Deed<S extends Schema, P extends Payload> {
  schema: S;
  send: (
    event: RequestEvent,
    input: v.InferOutput<S> & { idempotencyKey: string },
  ) => Promise<P | null | undefined>;
  done: (output: v.InferOutput<S>, payload: P, event: RequestEvent) => { say: string; go: string };
}

/** The form action of a deed. A page with several forms knows by `deed` which of them came back with errors. */
export function deed<S extends Schema, P extends Payload>(name: string, { schema, send, done }: Deed<S, P>) {
  return async (event: RequestEvent) => {
    const read = readForm(await event.request.formData(), schema);
    if (!read.ok) return fail(422, { deed: name, form: read.form });
    const payload = await send(event, { ...read.output, idempotencyKey: read.form.key });
    if (!payload) error(403, m.error_forbidden());
    if (payload.errors.length > 0) {
      return fail(422, { deed: name, form: { ...read.form, errors: fieldErrors(payload.errors) } });
    }
    const { say, go } = done(read.output, payload, event);
    flash(event, say);
    redirect(303, go);
  };
}
