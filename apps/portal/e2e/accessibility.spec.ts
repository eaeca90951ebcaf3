import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { missingPages, nameOf, publicPages, signedInPages } from './all-pages.ts';
import { signIn } from './signed-in.ts';
import { visit } from './visit.ts';

const widths = [320, 1280];
const everyPage = process.env.SIMPUL_E2E_ALL === '1';
const languages = [{ lang: 'id', prefix: '' }, ...(everyPage ? [{ lang: 'en', prefix: '/en' }] : [])];
const pages = everyPage ? [...publicPages, ...signedInPages] : publicPages;
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function expectNothingToMend(page: Page, path: string) {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    expect(found, `${path} at ${width} px`).toEqual([]);
    const overflow = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(overflow, `${path} scrolls sideways at ${width} px`).toBeLessThanOrEqual(0);
  }
}

for (const { lang, prefix } of languages) {
  for (const visited of pages) {
    test(`${prefix}${nameOf(visited)} leaves nothing to mend`, async ({ context }) => {
      const path = `${prefix}${visited.path}`;
      const page = await visit(context, { ...visited, path });
      expect(await page.locator('html').getAttribute('lang')).toBe(lang);
      await expect(page.locator('h1')).toHaveCount(1);
      await expectNothingToMend(page, path);
    });
  }
}

for (const visited of everyPage ? missingPages : []) {
  test(`${visited.path} is not there for ${visited.as ?? 'anybody'}, and says so well`, async ({
    context,
  }) => {
    if (visited.as) await signIn(context, visited.as);
    const page = await context.newPage();
    const response = await page.goto(visited.path);
    expect(response?.status()).toBe(404);
    await expectNothingToMend(page, visited.path);
  });
}
