import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { m } from '@simpul/words/messages';
import { deed } from '#lib/form/deed.ts';
import { choice, optionalText, text } from '#lib/form/fields.ts';
import { filterForm } from '#lib/form/filter.ts';
import { newForm } from '#lib/form/state.ts';
import { graph } from '#lib/graph/graph.ts';
import { OrgUnitCreateDocument, UnitsDocument } from '#lib/graph/generated/graphql.ts';
import { pageArguments } from '#lib/graph/page.ts';
import { paths } from '#lib/paths.ts';
import { hasRole } from '#lib/session/roles.ts';
import { requireViewer } from '#lib/session/viewer.ts';
import { administeredUnits } from '#lib/unit/administered.server.ts';
import { orgUnitKind } from '#lib/words/people.ts';
import { codes } from '#lib/words/word.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const viewer = await requireViewer(event);
  if (!hasRole(viewer, 'ADMIN')) error(403, m.units_admin_only());
  const search = event.url.searchParams.get('cari')?.trim() ?? '';
  const tooShort = search !== '' && [...search].length < 3;
  const [{ orgUnits }, { units }] = await Promise.all([
    graph(event, UnitsDocument, {
      ...pageArguments(event.url),
      ...(search && !tooShort ? { search } : {}),
    }),
    administeredUnits(event),
  ]);
  const errors = tooShort ? [{ path: 'cari', message: m.search_too_short() }] : [];
  return {
    orgUnits,
    parents: units.map(({ id, name }) => ({ value: id, label: name })),
    /** Only who administers everything may begin a new tree. */
    mayAddTop: viewer.roles.some(({ role, orgUnit }) => role === 'ADMIN' && !orgUnit),
    filter: filterForm(event.url, ['cari'], errors),
    form: newForm({ kind: units.length === 0 ? 'CITY' : '' }),
  };
};

const schema = v.object({
  name: text(150, m.unit_name_required),
  code: text(40, m.unit_code_required),
  kind: choice(codes(orgUnitKind), m.unit_kind_required),
  parentId: optionalText(40),
});

export const actions: Actions = {
  default: deed('buat', {
    schema,
    send: async (event, input) => (await graph(event, OrgUnitCreateDocument, { input })).orgUnitCreate,
    done: ({ name }, { orgUnit }) => ({
      say: m.unit_made({ name }),
      go: orgUnit ? paths.unit(orgUnit.id) : paths.daftarUnit(),
    }),
  }),
};
