import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { signIn } from './signed-in.ts';

/** A token as the page of tokens makes it; the context is signed out again. */
async function tokenFor(context: BrowserContext, label: string): Promise<string> {
  await signIn(context, 'secretariat');
  const page = await context.newPage();
  await page.goto('/pengaturan/token');
  await page.getByLabel('Nama token').fill(label);
  await page.getByRole('button', { name: 'Buat token' }).click();
  return (await page.locator('code').textContent())!.trim();
}

const editor = (page: Page) => page.locator('#graphiql-editor');

async function run(page: Page): Promise<void> {
  await editor(page)
    .getByRole('button', { name: /Execute query/ })
    .click();
}

test('a dashboard maker opens an example, gives a token and sees data', async ({ context }) => {
  const foreign: string[] = [];
  const refused: string[] = [];
  const token = await tokenFor(context, 'Coba GraphiQL');
  const page = await context.newPage();
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (!['localhost', ''].includes(url.hostname)) foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) refused.push(message.text());
  });
  await page.goto('/graphiql?contoh=usulan-status');
  await expect(editor(page).locator('.graphiql-container')).toBeVisible({ timeout: 30_000 });
  // Signed in, and only documents of the portal are trusted here.
  await expect(page.getByRole('status')).toContainText('Isi token');
  await page.getByLabel('Token', { exact: true }).fill(token);
  await page.getByRole('button', { name: 'Pakai token' }).click();
  await expect(page.getByRole('status')).toContainText('Kueri dikirim dengan token');
  await run(page);
  await expect(editor(page).locator('.result-window')).toContainText('IN_REVIEW', { timeout: 20_000 });
  expect(page.url()).not.toContain(token);
  expect([foreign, refused]).toEqual([[], []]);
});

test('the frame around the editor leaves nothing to mend, in both languages', async ({ context }) => {
  const page = await context.newPage();
  for (const path of ['/graphiql', '/en/graphiql']) {
    await page.goto(path);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      // The editor itself is of other projects.
      const { violations } = await new AxeBuilder({ page }).exclude('#graphiql-editor').analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
      ).toEqual([]);
    }
  }
});

test('only this page may write styles of its own, and none may evaluate text', async ({ request }) => {
  const policyOf = async (path: string) => (await request.get(path)).headers()['content-security-policy']!;
  expect(await policyOf('/graphiql')).toMatch(/style-src [^;]*'unsafe-inline'/);
  expect(await policyOf('/kebutuhan')).not.toContain('unsafe-inline');
  for (const path of ['/graphiql', '/kebutuhan']) expect(await policyOf(path)).not.toContain('unsafe-eval');
  expect((await request.get('/graphiql/berkas/tidak-ada.js')).status()).toBe(404);
});
