import { error, type RequestEvent } from '@sveltejs/kit';
import { m } from '@simpul/words/messages';
import { overseenUnits } from '#lib/session/roles.ts';
import { requireViewer } from '#lib/session/viewer.ts';
import type { Unit } from './figures/figure.ts';

/** Whose numbers the address asks for: of the units that the viewer oversees, the named one or the first. */
export async function overseen(event: RequestEvent): Promise<{ unit: Unit; units: Unit[] }> {
  const units = overseenUnits(await requireViewer(event));
  const wanted = event.url.searchParams.get('unit');
  const unit = units.find(({ id }) => id === wanted) ?? units[0];
  return unit ? { unit, units } : error(403, m.overview_staff_only());
}
