import type { RequestEvent } from '@sveltejs/kit';

type WithCookies = Pick<RequestEvent, 'cookies'>;

/** The API sets the first name on https and the second on http://localhost. */
export const sessionCookies = ['__Host-simpul', 'simpul'] as const;

export function sessionHeader({ cookies }: WithCookies): string | undefined {
  for (const name of sessionCookies) {
    const value = cookies.get(name, { decode: (text) => text });
    if (value) return `${name}=${value}`;
  }
  return undefined;
}

export function hasSession(event: WithCookies): boolean {
  return sessionHeader(event) !== undefined;
}

/** Hands the visitor the session cookie that the API set, attribute by attribute. */
export function passCookies({ cookies }: WithCookies, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const [name = '', value = ''] = split(pair);
    if (!sessionCookies.some((known) => known === name)) continue;
    const given = new Map(attributes.map(split).map(([key = '', text = '']) => [key.toLowerCase(), text]));
    const maxAge = given.get('max-age');
    const expires = given.get('expires');
    cookies.set(name, value, {
      path: given.get('path') || '/',
      httpOnly: given.has('httponly'),
      secure: given.has('secure'),
      sameSite: 'lax',
      encode: (text) => text,
      ...(maxAge ? { maxAge: Number(maxAge) } : {}),
      ...(expires ? { expires: new Date(expires) } : {}),
    });
  }
}

function split(pair: string): [string, string] {
  const at = pair.indexOf('=');
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
}
