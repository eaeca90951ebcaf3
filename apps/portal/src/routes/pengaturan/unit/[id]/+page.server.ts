import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { m } from '@simpul/words/messages';
import { deed } from '#lib/form/deed.ts';
import { choice, integer, optionalText, text } from '#lib/form/fields.ts';
import { newForm } from '#lib/form/state.ts';
import { graph } from '#lib/graph/graph.ts';
import {
  KeptUnitDocument,
  OrgUnitUpdateDocument,
  PositionCreateDocument,
  PositionUpdateDocument,
} from '#lib/graph/generated/graphql.ts';
import { pageArguments } from '#lib/graph/page.ts';
import { paths } from '#lib/paths.ts';
import { hasRole } from '#lib/session/roles.ts';
import { requireViewer } from '#lib/session/viewer.ts';
import { positionKind } from '#lib/words/people.ts';
import { codes } from '#lib/words/word.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!hasRole(await requireViewer(event), 'ADMIN')) error(403, m.units_admin_only());
  const { node } = await graph(event, KeptUnitDocument, { id: event.params.id, ...pageArguments(event.url) });
  if (node?.__typename !== 'OrgUnit') error(404, m.error_not_found());
  const chiefs = [...(node.positions?.nodes ?? []), ...(node.parent?.positions?.nodes ?? [])];
  return {
    unit: node,
    chiefs: chiefs.map(({ id, title }) => ({ value: id, label: title })),
    forms: { unit: newForm({ name: node.name, code: node.code }), post: newForm() },
  };
};

const position = {
  title: text(150, m.position_title_required),
  kind: choice(codes(positionKind), m.position_kind_required),
  reportsToId: optionalText(40),
};
const version = integer(1, 1e9);

export const actions: Actions = {
  ubah: deed('ubah', {
    schema: v.object({
      name: text(150, m.unit_name_required),
      code: text(40, m.unit_code_required),
      expectedVersion: version,
    }),
    send: async (event, input) =>
      (await graph(event, OrgUnitUpdateDocument, { input: { ...input, id: event.params.id! } }))
        .orgUnitUpdate,
    done: (_, __, { params }) => ({ say: m.unit_changed(), go: paths.unit(params.id!) }),
  }),
  jabatan: deed('jabatan', {
    schema: v.object(position),
    send: async (event, input) =>
      (await graph(event, PositionCreateDocument, { input: { ...input, orgUnitId: event.params.id! } }))
        .positionCreate,
    done: ({ title }, _, { params }) => ({ say: m.position_made({ title }), go: paths.unit(params.id!) }),
  }),
  'ubah-jabatan': deed('ubah-jabatan', {
    schema: v.object({ ...position, id: text(40), expectedVersion: version }),
    send: async (event, input) => (await graph(event, PositionUpdateDocument, { input })).positionUpdate,
    done: ({ title }, _, { params }) => ({ say: m.position_changed({ title }), go: paths.unit(params.id!) }),
  }),
};
