import { m } from '@simpul/words/messages';
import { deLocalizeHref } from '@simpul/words/runtime';
import { paths } from '#lib/paths.ts';
import { isPartner, isStaff } from '#lib/session/roles.ts';
import type { Viewer } from '#lib/session/viewer.ts';

interface Entry {
  label: () => string;
  href: () => string;
  shownTo: (viewer: Viewer | null) => boolean;
}

const everybody = () => true;

/** The main menu, in its order. Each line says who sees it; the API alone decides who may open it. */
const entries: Entry[] = [
  { label: m.nav_home, href: paths.depan, shownTo: (viewer) => viewer === null },
  { label: m.nav_home, href: paths.beranda, shownTo: (viewer) => viewer !== null },
  { label: m.nav_proposals, href: () => paths.daftarUsulan(), shownTo: isPartner },
  { label: m.nav_review, href: () => paths.daftarTelaah(), shownTo: isStaff },
  { label: m.nav_need_board, href: () => paths.papanKebutuhan(), shownTo: isStaff },
  { label: m.nav_needs, href: () => paths.daftarKebutuhan(), shownTo: everybody },
  { label: m.nav_partners, href: () => paths.daftarMitra(), shownTo: everybody },
];

export interface NavLink {
  label: string;
  href: string;
  current: 'page' | 'true' | undefined;
}

export function mainMenu(viewer: Viewer | null, pathname: string): NavLink[] {
  return entries
    .filter(({ shownTo }) => shownTo(viewer))
    .map(({ label, href }) => ({ label: label(), href: href(), current: placeOf(href(), pathname) }));
}

/** The page itself, or the part of the site that it belongs to. */
function placeOf(href: string, pathname: string): NavLink['current'] {
  const [target, here] = [deLocalizeHref(href), deLocalizeHref(pathname)];
  if (target === here) return 'page';
  return target !== '/' && here.startsWith(`${target}/`) ? 'true' : undefined;
}
