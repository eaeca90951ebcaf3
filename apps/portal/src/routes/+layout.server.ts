import { isRedirect } from '@sveltejs/kit';
import { SIMPUL_PLACE } from '$app/env/private';
import { takeFlash } from '#lib/session/flash.ts';
import { viewer } from '#lib/session/viewer.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
  // Reading the address runs this again on every page, so that a banner shows once.
  void event.url.pathname;
  return { viewer: await viewerIfKnown(event), place: SIMPUL_PLACE, flash: takeFlash(event), wide: false };
};

/** When the API is away, the page says so itself, inside a layout that knows nobody. */
async function viewerIfKnown(event: Parameters<typeof viewer>[0]) {
  try {
    return await viewer(event);
  } catch (reason) {
    if (isRedirect(reason)) throw reason;
    return null;
  }
}
