import { error, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { m } from '@simpul/words/messages';
import { date, text } from '#lib/form/fields.ts';
import { fieldErrors, readForm, refuseForm } from '#lib/form/read.ts';
import { newForm } from '#lib/form/state.ts';
import { dayAfter } from '#lib/format/date.ts';
import { graph } from '#lib/graph/graph.ts';
import { TokenCreateDocument, TokenRevokeDocument, TokensDocument } from '#lib/graph/generated/graphql.ts';
import { paths } from '#lib/paths.ts';
import { flash } from '#lib/session/flash.ts';
import { overseenUnits } from '#lib/session/roles.ts';
import { requireViewer } from '#lib/session/viewer.ts';
import { usefulScopes } from '#lib/words/token.ts';
import type { Actions, PageServerLoad } from './$types';

/** How long a token holds unless one says otherwise, and at most. */
const USUAL_DAYS = 90;
const MOST_DAYS = 365;

export const load: PageServerLoad = async (event) => {
  const units = overseenUnits(await requireViewer(event));
  if (units.length === 0) error(403, m.tokens_staff_only());
  const { viewer } = await graph(event, TokensDocument);
  const now = new Date();
  return {
    tokens: viewer?.tokens ?? [],
    now: now.toISOString(),
    last: dayAfter(now, MOST_DAYS),
    units: units.map(({ id, name }) => ({ value: id, label: name })),
    forms: {
      make: newForm({
        orgUnitId: units[0]!.id,
        scopes: ['AGGREGATE_READ'],
        expiresOn: dayAfter(now, USUAL_DAYS),
      }),
      revoke: newForm(),
    },
  };
};

const schema = v.object({
  label: v.pipe(
    text(80, m.token_label_required),
    v.minLength(3, () => m.error_too_short({ min: 3 })),
  ),
  orgUnitId: text(40),
  scopes: v.pipe(
    v.optional(v.array(v.picklist(usefulScopes)), []),
    v.minLength(1, () => m.token_scopes_required()),
  ),
  expiresOn: date(m.token_expires_required),
});

export const actions: Actions = {
  buat: async (event) => {
    const read = readForm(await event.request.formData(), schema);
    if (!read.ok) return refuseForm(read.form);
    const input = { ...read.output, idempotencyKey: read.form.key };
    const { tokenCreate } = await graph(event, TokenCreateDocument, { input });
    if (!tokenCreate) error(403, m.tokens_staff_only());
    if (tokenCreate.errors.length > 0) return refuseForm(read.form, fieldErrors(tokenCreate.errors));
    // Shown here and never again: no address, no cookie and no second answer carries it.
    return { made: { label: tokenCreate.token!.label, secret: tokenCreate.secret ?? null } };
  },
  cabut: async (event) => {
    const read = readForm(await event.request.formData(), v.object({ id: text(40) }));
    if (!read.ok) return refuseForm(read.form);
    const input = { ...read.output, idempotencyKey: read.form.key };
    const { tokenRevoke } = await graph(event, TokenRevokeDocument, { input });
    if (!tokenRevoke) error(403, m.error_forbidden());
    if (tokenRevoke.errors.length > 0) return refuseForm(read.form, fieldErrors(tokenRevoke.errors));
    flash(event, m.token_done_revoke());
    redirect(303, paths.token());
  },
};
