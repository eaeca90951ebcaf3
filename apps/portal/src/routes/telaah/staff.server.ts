import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { m } from '@simpul/words/messages';
import { paths } from '#lib/paths.ts';
import { isPartner, isStaff } from '#lib/session/roles.ts';
import { requireViewer, type Viewer } from '#lib/session/viewer.ts';

/** These pages show the house's side. A partner has pages of its own for the same proposals. */
export async function requireStaff(event: RequestEvent): Promise<Viewer> {
  const who = await requireViewer(event);
  if (isStaff(who)) return who;
  const { kode } = event.params;
  if (isPartner(who)) redirect(303, kode ? paths.usulan(kode) : paths.daftarUsulan());
  error(403, m.staff_only());
}
