import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { signIn, type Who } from './signed-in.ts';

const lists: { path: string; as?: Who; name: string; head: string }[] = [
  { path: '/kebutuhan', name: 'kebutuhan', head: 'Kode,Kebutuhan,' },
  { path: '/kebutuhan?cari=loket&status=semua', name: 'kebutuhan', head: 'Kode,Kebutuhan,' },
  { path: '/papan-kebutuhan', as: 'secretariat', name: 'papan-kebutuhan', head: 'Kode,Kebutuhan,' },
  { path: '/telaah?status=IN_REVIEW&urut=terlama', as: 'secretariat', name: 'telaah', head: 'Kode,Judul,' },
  { path: '/usulan', as: 'university', name: 'usulan', head: 'Kode,Judul,' },
  { path: '/en/usulan?urut=kode', as: 'university', name: 'usulan', head: 'Code,Title,' },
];

/** The codes that a page shows in its list, in their order. */
const codesShown = (page: Page) =>
  page
    .locator('main .code')
    .evaluateAll((all) =>
      all
        .map(({ textContent }) => textContent!.trim())
        .filter((text) => /^(USL|KBT)-\d{4}-\d{4}$/.test(text)),
    );

async function download(page: Page): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /^(Unduh|Download) CSV$/ }).click(),
  ]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

for (const { path, as, name, head } of lists) {
  test(`${path} is the same list as a file`, async ({ context }) => {
    if (as) await signIn(context, as);
    const page = await context.newPage();
    await page.goto(path);
    const shown = [...new Set(await codesShown(page))].filter((code) =>
      code.startsWith(name.includes('kebutuhan') ? 'KBT' : 'USL'),
    );
    const file = await download(page);
    expect(file.name).toMatch(new RegExp(`^${name}-\\d{4}-\\d\\d-\\d\\d\\.csv$`));
    expect(file.text.startsWith(`\uFEFF${head}`)).toBe(true);
    const codes = file.text
      .split('\r\n')
      .slice(1, -1)
      .map((line) => line.split(',')[0]);
    expect(shown.length).toBeGreaterThan(0);
    expect(codes.slice(0, shown.length)).toEqual(shown);
  });
}

test('a file shows its reader what the page shows, and no more', async ({ context, request }) => {
  const visitor = await request.get('/telaah.csv?status=IN_REVIEW', { maxRedirects: 0 });
  expect([visitor.status(), visitor.headers().location]).toEqual([
    303,
    '/masuk?kembali=%2Ftelaah.csv%3Fstatus%3DIN_REVIEW',
  ]);
  await signIn(context, 'university');
  expect(await (await context.request.get('/usulan.csv')).text()).toContain('Universitas');
  await signIn(context, 'ngo');
  const own = await (await context.request.get('/usulan.csv')).text();
  expect(own).toContain('USL-');
  expect(own).not.toContain('Universitas');
  expect((await context.request.get('/telaah.csv', { maxRedirects: 0 })).headers().location).toBe('/usulan');
  await signIn(context, 'asn');
  expect((await context.request.get('/telaah.csv')).status()).toBe(403);
  expect((await context.request.get('/usulan.csv')).status()).toBe(403);
});
