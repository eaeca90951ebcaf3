import { error } from '@sveltejs/kit';
import { m } from '@simpul/words/messages';
import { filterForm } from '#lib/form/filter.ts';
import { graph } from '#lib/graph/graph.ts';
import { AccountsDocument } from '#lib/graph/generated/graphql.ts';
import { pageArguments } from '#lib/graph/page.ts';
import { hasRole } from '#lib/session/roles.ts';
import { requireViewer } from '#lib/session/viewer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!hasRole(await requireViewer(event), 'ADMIN')) error(403, m.accounts_admin_only());
  const search = event.url.searchParams.get('cari')?.trim() ?? '';
  const tooShort = search !== '' && [...search].length < 3;
  const { accounts } = await graph(event, AccountsDocument, {
    ...pageArguments(event.url),
    ...(search && !tooShort ? { search } : {}),
  });
  const errors = tooShort ? [{ path: 'cari', message: m.search_too_short() }] : [];
  return { accounts, form: filterForm(event.url, ['cari'], errors) };
};
