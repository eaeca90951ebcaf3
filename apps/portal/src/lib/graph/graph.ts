import type { RequestEvent } from '@sveltejs/kit';
import { error } from '@sveltejs/kit';
import { SIMPUL_API_URL, SIMPUL_PORTAL_SECRET } from '$app/env/private';
import { m } from '@simpul/words/messages';
import { passCookies, sessionHeader } from '#lib/session/cookie.ts';
import type { TypedDocumentString } from './generated/graphql.ts';
import { refuse, type GraphError } from './refuse.ts';

type Variables<T> = T extends Record<string, never> ? [] : [variables: T];
interface Answer<T> {
  data?: T | null;
  errors?: GraphError[];
}

/**
 * The one door to the API. Returns the data or throws: a redirect to sign in, or an error page. What a person can
 * mend comes back as data, in the `errors` of a mutation's payload.
 */
export async function graph<Data, Input>(
  event: RequestEvent,
  document: TypedDocumentString<Data, Input>,
  ...[variables]: Variables<Input>
): Promise<Data> {
  const response = await post(event, '/graphql', { documentId: digestOf(document), variables });
  const { data, errors } = await read<Answer<Data>>(response);
  if (errors?.length) refuse(event, errors);
  if (!data) error(502, m.error_unavailable());
  passCookies(event, response);
  return data;
}

/** The API knows the portal's documents by their digests, which codegen puts in the place of their texts. */
function digestOf<Data, Input>(document: TypedDocumentString<Data, Input>): string {
  return String(document.__meta__?.hash);
}

/**
 * A POST to the API in the name of the visitor. Not `event.fetch`: portal and API may share an origin, and Kit
 * would look for the address among its own pages.
 */
export async function post(event: RequestEvent, path: `/${string}`, body: object): Promise<Response> {
  const cookie = sessionHeader(event);
  try {
    return await fetch(SIMPUL_API_URL + path, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(8000),
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        'accept-language': event.locals.locale,
        'x-simpul-portal': SIMPUL_PORTAL_SECRET,
        'x-simpul-client': event.getClientAddress(),
        ...(cookie ? { cookie } : {}),
      },
      body: JSON.stringify(body),
    });
  } catch {
    error(503, m.error_unavailable());
  }
}

async function read<T>(response: Response): Promise<T> {
  try {
    return (await response.json()) as T;
  } catch {
    error(response.status === 429 ? 429 : 502, m.error_unavailable());
  }
}
