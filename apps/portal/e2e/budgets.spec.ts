import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { nameOf, publicPages, signedInPages } from './all-pages.ts';
import { visit } from './visit.ts';

const CSS_MOST = 18 * 1024;
const JS_MOST = 60 * 1024;

for (const { path } of publicPages) {
  test(`${path} ships no script at all`, async ({ page }) => {
    const scripts: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(request.url());
    });
    await page.goto(path);
    expect(scripts).toEqual([]);
    await expect(page.locator('script')).toHaveCount(0);
  });
}

test('styles stay within eighteen kilobytes, compressed', async ({ page }) => {
  let bytes = 0;
  page.on('response', async (response) => {
    if (response.request().resourceType() === 'stylesheet') bytes += gzipSync(await response.body()).length;
  });
  await page.goto('/', { waitUntil: 'networkidle' });
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(CSS_MOST);
});

for (const visited of signedInPages) {
  test(`${nameOf(visited)} keeps its script within sixty kilobytes, compressed`, async ({ context }) => {
    const page = await visit(context, visited);
    let bytes = 0;
    page.on('response', async (response) => {
      if (response.request().resourceType() === 'script') bytes += gzipSync(await response.body()).length;
    });
    await page.reload({ waitUntil: 'networkidle' });
    expect(bytes).toBeLessThanOrEqual(JS_MOST);
  });
}
