import { m } from '@simpul/words/messages';
import { filterForm } from '#lib/form/filter.ts';
import { graph } from '#lib/graph/graph.ts';
import { PartnersDocument } from '#lib/graph/generated/graphql.ts';
import { pageArguments } from '#lib/graph/page.ts';
import { partnerKind } from '#lib/words/people.ts';
import { codes } from '#lib/words/word.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const search = event.url.searchParams.get('cari')?.trim() ?? '';
  const tooShort = search !== '' && [...search].length < 3;
  const kind = codes(partnerKind).find((code) => code === event.url.searchParams.get('jenis'));
  const { partners } = await graph(event, PartnersDocument, {
    ...pageArguments(event.url),
    ...(kind ? { kind } : {}),
    ...(search && !tooShort ? { search } : {}),
  });
  const errors = tooShort ? [{ path: 'cari', message: m.search_too_short() }] : [];
  return { partners, form: filterForm(event.url, ['cari', 'jenis'], errors) };
};
