import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { m } from '@simpul/words/messages';
import { optionalText, text } from '#lib/form/fields.ts';
import { fieldErrors, readForm, refuseForm } from '#lib/form/read.ts';
import { newForm } from '#lib/form/state.ts';
import { graph } from '#lib/graph/graph.ts';
import { BoardNeedDocument, NeedTransitionDocument, type NeedAction } from '#lib/graph/generated/graphql.ts';
import { paths } from '#lib/paths.ts';
import { flash } from '#lib/session/flash.ts';
import { requireViewer } from '#lib/session/viewer.ts';
import { isStaff } from '#lib/session/roles.ts';
import { needDone } from '#lib/words/need.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const who = await requireViewer(event);
  const { need } = await graph(event, BoardNeedDocument, { code: event.params.kode });
  if (!need) error(404, m.error_not_found());
  return { need, forStaff: isStaff(who), forms: { plain: newForm(), close: newForm() } };
};

const target = { id: text(40), version: v.pipe(text(10), v.transform(Number)) };
const plain = v.object({ ...target, reason: optionalText(2000) });
const closing = v.object({ ...target, reason: text(2000, m.need_close_reason_required) });

export const actions: Actions = {
  verifikasi: (event) => move(event, 'VERIFY', plain),
  terbitkan: (event) => move(event, 'PUBLISH', plain),
  tutup: (event) => move(event, 'CLOSE', closing),
};

async function move(event: RequestEvent, action: NeedAction, schema: typeof plain | typeof closing) {
  const read = readForm(await event.request.formData(), schema);
  if (!read.ok) return refuseForm(read.form);
  const { id, version, reason } = read.output;
  const input = { idempotencyKey: read.form.key, id, expectedVersion: version, action, reason };
  const { needTransition } = await graph(event, NeedTransitionDocument, { input });
  if (!needTransition) error(403, m.error_forbidden());
  if (needTransition.errors.length > 0) return refuseForm(read.form, fieldErrors(needTransition.errors));
  flash(event, needDone[action]());
  redirect(303, paths.papanKebutuhanSatu(event.params.kode!));
}
