import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { secure } from './headers.ts';

function headersAt(address: string, method = 'GET', cookies: Record<string, string> = {}): Headers {
  const headers = new Headers();
  const event = {
    url: new URL(address),
    route: { id: new URL(address).pathname },
    request: new Request(address, { method }),
    cookies: { get: (name: string) => cookies[name], getAll: () => [] },
  };
  secure(event as unknown as RequestEvent, headers);
  return headers;
}

test('over https a browser is told to come by https alone, for a year', () => {
  expect(headersAt('https://simpul.example/kebutuhan').get('strict-transport-security')).toBe(
    'max-age=31536000; includeSubDomains',
  );
});

test('over plain http, on one’s own machine, it is told nothing of the kind', () => {
  expect(headersAt('http://localhost:3000/').get('strict-transport-security')).toBeNull();
});

test('what was posted is kept by no cache', () => {
  expect(headersAt('https://simpul.example/masuk', 'POST').get('cache-control')).toBe('no-store');
});
