import { isHttpError, isRedirect, type RequestEvent } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import { refuse } from './refuse.ts';

function outcome(code: string | undefined, method = 'GET'): unknown {
  const url = new URL('http://localhost/usulan?status=DRAFT');
  const event = { url, request: new Request(url, { method }) } as RequestEvent;
  try {
    return refuse(event, [
      { message: 'secret of the house', extensions: { ...(code && { code }), errorId: 'err_1' } },
    ]);
  } catch (thrown) {
    if (isRedirect(thrown)) return [thrown.status, thrown.location];
    return isHttpError(thrown) ? [thrown.status, thrown.body.errorId] : thrown;
  }
}

describe('a refused question', () => {
  it('sends a visitor to sign in and back', () => {
    expect(outcome('UNAUTHENTICATED')).toEqual([303, '/masuk?kembali=%2Fusulan%3Fstatus%3DDRAFT']);
    expect(outcome('UNAUTHENTICATED', 'POST')).toEqual([303, '/masuk?kembali=%2Fusulan']);
  });
  it('is an error page with a number, and no word of the API', () => {
    expect(outcome('INTERNAL')).toEqual([500, 'err_1']);
    expect(outcome(undefined)).toEqual([500, 'err_1']);
  });
  it.each([
    ['FORBIDDEN', 403],
    ['RATE_LIMITED', 429],
    ['QUERY_TOO_COMPLEX', 400],
    ['BAD_USER_INPUT', 400],
    ['BAD_CURSOR', 400],
  ])('by %s has status %i', (code, status) => {
    expect(outcome(code)).toEqual([status, undefined]);
  });
});
