import { expect, test } from '@playwright/test';

test.describe('Kepala jawaban', () => {
  for (const path of ['/', '/kebutuhan', '/masuk', '/en', '/tidak-ada']) {
    test(`${path}: nothing is loaded that the page does not name, and nobody frames it`, async ({
      request,
    }) => {
      const headers = (await request.get(path)).headers();
      const policy = headers['content-security-policy'] ?? '';
      expect(policy).toMatch(/(^|; ?)default-src 'none'/);
      expect(policy).toMatch(/frame-ancestors 'none'/);
      expect(policy).toMatch(/base-uri 'none'/);
      expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'strict-origin-when-cross-origin',
      });
      expect(headers['content-type']).toMatch(/^text\/html; ?charset=utf-8/i);
    });
  }
});
