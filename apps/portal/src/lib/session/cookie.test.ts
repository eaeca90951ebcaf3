import type { Cookies } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import { passCookies, sessionHeader } from './cookie.ts';

function jar(stored: Record<string, string> = {}) {
  const set: unknown[] = [];
  const cookies = {
    get: (name: string) => stored[name],
    set: (name: string, value: string, { encode: _, ...options }: { encode?: unknown }) =>
      set.push({ name, value, ...options }),
  } as unknown as Cookies;
  return { cookies, set };
}

describe('the session cookie', () => {
  it('goes to the API alone', () => {
    expect(sessionHeader(jar({ simpul: 'abc', pesan: 'x' }))).toBe('simpul=abc');
    expect(sessionHeader(jar({ '__Host-simpul': 'abc' }))).toBe('__Host-simpul=abc');
    expect(sessionHeader(jar({ pesan: 'x' }))).toBe(undefined);
  });

  it('is handed on with its attributes, and nothing beside it', () => {
    const headers = new Headers();
    headers.append('set-cookie', '__Host-simpul=a%3Db; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=3600');
    headers.append('set-cookie', 'other=1; Path=/');
    const { cookies, set } = jar();
    passCookies({ cookies }, new Response(null, { headers }));
    const options = { path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge: 3600 };
    expect(set).toEqual([{ name: '__Host-simpul', value: 'a%3Db', ...options }]);
  });
});
