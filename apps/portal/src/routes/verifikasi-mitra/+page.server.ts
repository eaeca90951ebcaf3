import { error } from '@sveltejs/kit';
import { m } from '@simpul/words/messages';
import { filterForm } from '#lib/form/filter.ts';
import { graph } from '#lib/graph/graph.ts';
import { PartnersToVerifyDocument } from '#lib/graph/generated/graphql.ts';
import { pageArguments } from '#lib/graph/page.ts';
import { hasRole } from '#lib/session/roles.ts';
import { requireViewer } from '#lib/session/viewer.ts';
import { partnerState } from '#lib/words/people.ts';
import { codes } from '#lib/words/word.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!hasRole(await requireViewer(event), 'SECRETARIAT')) error(403, m.verify_secretariat_only());
  const asked = event.url.searchParams.get('status');
  const state = codes(partnerState).find((code) => code === asked);
  const search = event.url.searchParams.get('cari')?.trim() ?? '';
  const tooShort = search !== '' && [...search].length < 3;
  const { partners } = await graph(event, PartnersToVerifyDocument, {
    ...pageArguments(event.url),
    states: state ? [state] : asked === null && search === '' ? ['PENDING'] : null,
    search: search && !tooShort ? search : null,
  });
  const errors = tooShort ? [{ path: 'cari', message: m.search_too_short() }] : [];
  const form = filterForm(event.url, ['cari', 'status'], errors);
  return {
    partners,
    form: asked === null && search === '' ? { ...form, values: { status: 'PENDING' } } : form,
  };
};
