import { filterForm } from '#lib/form/filter.ts';
import { paths } from '#lib/paths.ts';
import { figures } from './figures/all.ts';
import { figureNames } from './figures/names.ts';
import { overseen } from './overseer.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { unit, units } = await overseen(event);
  const shown = await Promise.all(
    figureNames.map(async (name) => ({
      ...(await figures[name].show(event, unit)),
      name,
      csv: paths.ringkasanCsv(name, unit.id),
      graphiql: paths.graphiql({ contoh: `ringkasan-${name}`, unit: unit.id }),
    })),
  );
  return {
    unit,
    units: units.map(({ id, name }) => ({ value: id, label: name })),
    form: { ...filterForm(event.url, ['unit']), values: { unit: unit.id } },
    figures: shown,
  };
};
