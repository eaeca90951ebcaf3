import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { m } from '@simpul/words/messages';
import { optionalText } from '#lib/form/fields.ts';
import { fieldErrors, readForm } from '#lib/form/read.ts';
import { newForm } from '#lib/form/state.ts';
import { graph } from '#lib/graph/graph.ts';
import { ProposalMoveDocument } from '#lib/graph/generated/graphql.ts';
import { paths } from '#lib/paths.ts';
import { flash } from '#lib/session/flash.ts';
import { storyOf } from './proposal.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = v.object({ usulan: v.string(), versi: v.string(), reason: optionalText(4000) });

export const load: PageServerLoad = async (event) => ({
  ...(await storyOf(event)),
  confirmForm: newForm(),
  withdrawForm: newForm(),
});

export const actions: Actions = {
  konfirmasi: (event) => move(event, 'CONFIRM', m.confirmed_flash),
  tarik: (event) => move(event, 'WITHDRAW', m.withdrawn_flash),
};

type Event = RequestEvent & { params: { kode: string } };

async function move(event: Event, action: 'CONFIRM' | 'WITHDRAW', done: () => string) {
  const read = readForm(await event.request.formData(), schema);
  if (!read.ok) return fail(422, { form: read.form, action });
  const { usulan, versi, reason } = read.output;
  const { proposalTransition } = await graph(event, ProposalMoveDocument, {
    input: {
      id: usulan,
      action,
      reason,
      expectedVersion: Number(versi) || 0,
      idempotencyKey: read.form.key,
    },
  });
  const errors = proposalTransition?.errors ?? [
    { code: 'NOT_PERMITTED', message: m.error_forbidden(), path: [] },
  ];
  if (errors.length === 0) {
    flash(event, done());
    redirect(303, paths.usulan(event.params.kode));
  }
  const told = fieldErrors(errors).map((one) =>
    one.path === 'reason' ? { ...one, place: m.reason_word() } : one,
  );
  return fail(422, { form: { ...read.form, errors: told }, action });
}
