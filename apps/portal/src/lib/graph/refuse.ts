import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { m } from '@simpul/words/messages';
import { paths } from '#lib/paths.ts';

export interface GraphError {
  message: string;
  extensions?: { code?: string; errorId?: string };
}

/** What a page does when the API refuses the whole question. */
export function refuse(event: RequestEvent, [first]: GraphError[]): never {
  const { code, errorId } = first?.extensions ?? {};
  switch (code) {
    case 'UNAUTHENTICATED':
      return redirect(303, paths.masuk(returnTo(event)));
    case 'FORBIDDEN':
    case 'NOT_PERMITTED':
      return error(403, m.error_forbidden());
    case 'RATE_LIMITED':
      return error(429, m.error_busy());
    case 'BAD_USER_INPUT':
    case 'BAD_CURSOR':
      return error(400, m.error_bad_address());
    case 'QUERY_TOO_COMPLEX':
      return error(400, m.error_too_complex());
    default:
      return error(500, m.error_internal(), { errorId });
  }
}

/** A form that was sent cannot be opened again by its action's address (`?/kirim`); its page can. */
function returnTo({ url, request }: RequestEvent): string {
  return request.method === 'GET' ? url.pathname + url.search : url.pathname;
}
