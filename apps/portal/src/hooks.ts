import { deLocalizeUrl } from '@simpul/words/runtime';
import type { Reroute } from '@sveltejs/kit/hooks';

/** /en/kebutuhan and /kebutuhan are one page in two languages. */
export const reroute: Reroute = ({ url }) => deLocalizeUrl(url).pathname;
