import { error, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { m } from '@simpul/words/messages';
import { choice, optionalText, rows, text } from '#lib/form/fields.ts';
import { readForm, refuseForm } from '#lib/form/read.ts';
import { changeRows, withoutEmptyRows } from '#lib/form/rows.ts';
import { graph } from '#lib/graph/graph.ts';
import { LinkNeedsDocument } from '#lib/graph/generated/graphql.ts';
import { paths } from '#lib/paths.ts';
import { flash } from '#lib/session/flash.ts';
import { needStrength } from '#lib/words/proposal.ts';
import { codes } from '#lib/words/word.ts';
import { refuseDeed, type DeedEvent } from './deed.server.ts';
import { seen } from './moves.ts';

const schema = v.object({
  tautkan: v.object(seen),
  tautan: rows({
    needId: text(60, m.link_need_required),
    strength: choice(codes(needStrength), m.link_strength_required),
    note: optionalText(500),
  }),
});

/** Replaces the government's links by the rows that were filled in; none at all removes them. */
export async function linkNeeds(event: DeedEvent) {
  const data = await event.request.formData();
  const changed = changeRows(readForm(data, schema).form, data);
  if (changed) return { form: changed };
  const read = readForm(withoutEmptyRows(data, ['tautan'], ['strength']), schema);
  if (!read.ok) return refuseForm(read.form);
  const { tautkan, tautan } = read.output;
  const input = {
    idempotencyKey: read.form.key,
    id: tautkan.id,
    expectedVersion: tautkan.version,
    needs: tautan,
  };
  const { proposalLinkNeeds } = await graph(event, LinkNeedsDocument, { input });
  if (!proposalLinkNeeds) error(403, m.error_forbidden());
  if (proposalLinkNeeds.errors.length > 0) return refuseDeed(read.form, 'tautkan', proposalLinkNeeds.errors);
  flash(event, m.link_saved());
  redirect(303, paths.telaah(event.params.kode));
}
