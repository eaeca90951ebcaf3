import { error, redirect } from '@sveltejs/kit';
import { m } from '@simpul/words/messages';
import { fieldErrors, readForm, refuseForm } from '#lib/form/read.ts';
import { changeRows } from '#lib/form/rows.ts';
import { newForm } from '#lib/form/state.ts';
import { graph } from '#lib/graph/graph.ts';
import { NeedCreateDocument, NewNeedDocument } from '#lib/graph/generated/graphql.ts';
import { paths } from '#lib/paths.ts';
import { flash } from '#lib/session/flash.ts';
import { unitsOf } from '#lib/session/roles.ts';
import { requireViewer, type Viewer } from '#lib/session/viewer.ts';
import { dutyOptions, needInput, needSchema } from './need-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** Units for which the reader may write needs; the form writes for the first. */
const ownUnits = (who: Viewer) => unitsOf(who, 'SECRETARIAT', 'HR');

export const load: PageServerLoad = async (event) => {
  const own = ownUnits(await requireViewer(event));
  const unit = own[0];
  if (!unit) error(403, m.needs_writers_only());
  const { orgUnits, competencies, node } = await graph(event, NewNeedDocument, { unit: unit.id });
  return {
    unit,
    units: (orgUnits?.nodes ?? []).map(({ id, name }) => ({ value: id, label: name })),
    competencies: (competencies?.nodes ?? []).map(({ id, code, name }) => ({
      value: id,
      label: `${code} ${name}`,
    })),
    duties: dutyOptions(node),
    form: newForm({ source: 'UNIT_DEMAND', forUnits: [{ unit: unit.id }], duties: [{}] }),
  };
};

export const actions: Actions = {
  simpan: async (event) => {
    const unit = ownUnits(await requireViewer(event))[0];
    if (!unit) error(403, m.needs_writers_only());
    const data = await event.request.formData();
    const read = readForm(data, needSchema);
    const changed = changeRows(read.form, data);
    if (changed) return { form: changed };
    if (!read.ok) return refuseForm(read.form);
    const input = needInput(read.output, unit.id, read.form.key);
    const { needCreate } = await graph(event, NeedCreateDocument, { input });
    if (!needCreate) error(403, m.error_forbidden());
    if (needCreate.errors.length > 0) return refuseForm(read.form, fieldErrors(needCreate.errors, names));
    flash(event, m.need_done_create());
    redirect(303, paths.papanKebutuhanSatu(needCreate.need!.code));
  },
};

/** What the form calls otherwise. */
const names = {
  forUnitIds: 'forUnits',
  dutyIds: 'duties',
  'indicator.name': 'indicatorName',
  'indicator.unit': 'indicatorUnit',
  'indicator.source': 'indicatorSource',
};
