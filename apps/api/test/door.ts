import type { Clock } from '../src/platform/clock.ts';
import { PASSWORD, type TestApp } from './harness.ts';

/** A clock that stands still until a test moves it forward. */
export class MovableClock implements Clock {
  #at = Date.now();

  now(): Date {
    return new Date(this.#at);
  }

  forward({ days = 0, hours = 0, minutes = 0, seconds = 0 }: Record<string, number>): void {
    this.#at += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
  }
}

export interface Entry {
  status: number;
  /** The whole header, with its attributes; empty when none was set. */
  setCookie: string;
  /** Name and value, as a browser sends it back. */
  cookie: string;
  retryAfter: string | null;
  text: string;
}

export interface Credentials {
  email: string;
  password?: string;
  ownDevice?: boolean;
}

/** Knocks once at the door. */
export async function knock(app: TestApp, credentials: Credentials, headers = {}): Promise<Entry> {
  const response = await app.post('/auth/sign-in', { password: PASSWORD, ...credentials }, headers);
  const [setCookie = ''] = response.headers.getSetCookie();
  const retryAfter = response.headers.get('retry-after');
  const cookie = setCookie.split(';')[0]!;
  return { status: response.status, setCookie, cookie, retryAfter, text: await response.text() };
}

/** The address of the account behind a cookie; null for an anonymous viewer. */
export async function personBehind(app: TestApp, cookie: string): Promise<string | null> {
  const { viewer } = await app.data('{ viewer { account { email } } }', {}, { headers: { cookie } });
  return viewer && viewer.account.email;
}
