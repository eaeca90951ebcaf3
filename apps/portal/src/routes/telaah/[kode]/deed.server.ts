import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { m } from '@simpul/words/messages';
import { fieldErrors, readForm, refuseForm, type UserErrorData } from '#lib/form/read.ts';
import type { FieldError, FormState } from '#lib/form/state.ts';
import { graph } from '#lib/graph/graph.ts';
import { StaffMoveDocument } from '#lib/graph/generated/graphql.ts';
import { paths } from '#lib/paths.ts';
import { nowWaits } from '#lib/proposal/turn.ts';
import { flash } from '#lib/session/flash.ts';
import { proposalDone } from '#lib/words/proposal.ts';
import { moves, type DeedName, type MoveName } from './moves.ts';

export type DeedEvent = RequestEvent<{ kode: string }>;

/** One move of the proposal, as the form of that name asks for it. */
export async function move(event: DeedEvent, name: MoveName) {
  const { action, schema } = moves[name];
  const read = readForm(await event.request.formData(), v.object({ [name]: schema }));
  const words = read.ok ? read.output[name] : undefined;
  if (!read.ok || !words) return refuseForm(read.form);
  const { version, ...said } = words;
  const input = { idempotencyKey: read.form.key, action, expectedVersion: version, ...said };
  const { proposalTransition: done } = await graph(event, StaffMoveDocument, { input });
  if (!done) error(403, m.error_forbidden());
  if (done.errors.length > 0) return refuseDeed(read.form, name, done.errors);
  const { kode } = event.params;
  if (!done.proposal) {
    flash(event, m.banner_out_of_sight({ code: kode }));
    redirect(303, paths.daftarTelaah());
  }
  flash(event, `${proposalDone[action]()}. ${nowWaits(done.proposal)}`.trim());
  redirect(303, paths.telaah(kode));
}

/** What was typed, with a new key: what the page shows by now is another version, so it will be another deed. */
export function refuseDeed(form: FormState, name: DeedName, errors: readonly UserErrorData[]) {
  const renewed = { ...form, key: crypto.randomUUID() };
  return refuseForm(
    renewed,
    errors.map((one) => placed(name, one)),
  );
}

/** Fields of a deed lie under its name; what speaks of the whole proposal is said of the whole form. */
function placed(name: DeedName, refusal: UserErrorData): FieldError {
  if (refusal.code === 'VERSION_CONFLICT') return { path: '', message: m.version_conflict_here() };
  if (refusal.code === 'DIGEST_MISMATCH') return { path: '', message: m.digest_changed() };
  const [one] = fieldErrors([refusal], { needs: 'tautan' });
  const path = one?.path ?? '';
  if (path.startsWith('tautan.')) return { path, message: refusal.message };
  const field = ['reason', 'reasonCode', 'forwardToId', 'mergeIntoId', 'outcome', 'note', 'verdict'].includes(
    path,
  );
  return { path: field ? `${name}.${path}` : '', message: refusal.message };
}
