import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { m } from '@simpul/words/messages';
import { text } from '#lib/form/fields.ts';
import { filterForm } from '#lib/form/filter.ts';
import { fieldErrors, readForm } from '#lib/form/read.ts';
import { newForm } from '#lib/form/state.ts';
import { graph } from '#lib/graph/graph.ts';
import { AsnPrintCodeDocument, CivilServantsDocument } from '#lib/graph/generated/graphql.ts';
import { hasRole } from '#lib/session/roles.ts';
import { requireViewer } from '#lib/session/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!hasRole(await requireViewer(event), 'HR')) error(403, m.code_hr_only());
  const search = event.url.searchParams.get('cari')?.trim() ?? '';
  const isLong = [...search].length >= 3;
  const found = isLong ? await graph(event, CivilServantsDocument, { search }) : null;
  const errors = search !== '' && !isLong ? [{ path: 'cari', message: m.search_too_short() }] : [];
  return {
    people: found && (found.asnProfiles?.nodes ?? []),
    filter: filterForm(event.url, ['cari'], errors),
    form: newForm(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const read = readForm(await event.request.formData(), v.object({ asnProfileId: text(40) }));
    if (!read.ok) return fail(422, { form: read.form });
    const input = { ...read.output, idempotencyKey: read.form.key };
    const { asnPrintCode } = await graph(event, AsnPrintCodeDocument, { input });
    if (!asnPrintCode) error(403, m.error_forbidden());
    const { errors, asnProfile, code, endsAt } = asnPrintCode;
    if (errors.length > 0) {
      const told = fieldErrors(errors).map((one) => ({
        path: '',
        message: errors[0]!.code === 'NOT_FOUND' ? m.code_no_account() : one.message,
      }));
      return fail(422, { form: { ...read.form, errors: told } });
    }
    return { slip: { name: asnProfile?.displayName ?? '', code: code ?? null, endsAt: endsAt ?? null } };
  },
};
