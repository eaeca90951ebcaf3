import { expect, test } from 'vitest';
import { startApp } from './harness.ts';

const STRICT = 'strict-transport-security';

test('behind https every answer asks for https alone, for a year; on one’s own machine none does', async () => {
  await using abroad = await startApp({ publicUrl: 'https://simpul.example' });
  await using local = await startApp();
  for (const path of ['/livez', '/graphql', '/auth/sign-in']) {
    const answer = await abroad.post(path, {});
    expect(answer.headers.get(STRICT), path).toBe('max-age=31536000; includeSubDomains');
    expect((await local.post(path, {})).headers.get(STRICT), path).toBeNull();
  }
});

test('behind https the session cookie is bound to the host, and no script reads it', async () => {
  await using app = await startApp({ publicUrl: 'https://simpul.example' });
  const body = { email: 'sekretariat@alak.contoh', password: 'simpul-demo' };
  const [cookie] = (await app.post('/auth/sign-in', body)).headers.getSetCookie();
  expect(cookie).toMatch(/^__Host-simpul=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure/);
});
