import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { signIn, type Who } from './signed-in.ts';

const figure = (page: Page, question: string) => page.getByRole('figure', { name: question });
const questions = [
  'Usulan sudah sampai di tahap mana?',
  'Siapa yang sedang ditunggu?',
  'Kebutuhan sudah sampai di tahap mana?',
  'Sejauh mana kebutuhan terbuka sudah terjawab?',
];

test('who leads reads each figure in words, drawn, as a table and as a file', async ({ context }) => {
  await signIn(context, 'approver');
  const page = await context.newPage();
  await page.goto('/beranda');
  await page.getByRole('link', { name: 'Ringkasan dalam angka' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ringkasan Kecamatan Alak');
  await expect(page.locator('main')).toContainText(/Angka per \d+ \p{L}+ \d{4}, pukul \d\d\.\d\d WITA/u);
  await expect(page.locator('script')).toHaveCount(0);
  for (const question of questions) {
    const one = figure(page, question);
    const answer = (await one.locator('figcaption p').innerText()).trim();
    expect(answer).toMatch(/\d.*\.$/);
    await expect(one.getByRole('img')).toHaveAttribute('aria-label', `${question} ${answer}`);
    await one.locator('summary').first().click();
    const rows = await one.locator('tbody tr').count();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      one.getByRole('link', { name: /^Unduh CSV/ }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^ringkasan-[a-z]+-\d{4}-\d\d-\d\d\.csv$/);
    const lines = readFileSync(await file.path(), 'utf8').split('\r\n');
    expect(lines.length - 2).toBe(rows);
  }
});

test('a number opens the rows that it counts', async ({ context }) => {
  await signIn(context, 'secretariat');
  const page = await context.newPage();
  const opened = async (question: string, row: string): Promise<[string, string]> => {
    await page.goto('/ringkasan');
    const one = figure(page, question);
    await one.locator('summary').first().click();
    const number = one.getByRole('row', { name: row }).getByRole('link');
    const count = await number.innerText();
    await number.click();
    return [count, (await page.locator('.data-table caption').first().innerText()).trim()];
  };
  for (const [question, row, noun] of [
    [questions[0]!, 'Sedang ditelaah', 'usulan'],
    [questions[1]!, 'Mitra', 'usulan'],
    [questions[1]!, 'Sekretariat', 'usulan'],
    [questions[2]!, 'Terbuka', 'kebutuhan'],
  ] as const) {
    const [count, caption] = await opened(question, row);
    expect(caption, row).toBe(`${count} ${noun}`);
  }
});

test('the numbers are for those who oversee the unit', async ({ context, request }) => {
  expect((await request.get('/ringkasan', { maxRedirects: 0 })).status()).toBe(303);
  const others: Who[] = ['university', 'reviewer1', 'asn', 'admin'];
  for (const as of others) {
    await signIn(context, as);
    for (const path of ['/ringkasan', '/ringkasan/usulan.csv']) {
      expect((await context.request.get(path)).status(), `${as} ${path}`).toBe(403);
    }
  }
  await signIn(context, 'hr');
  expect(await (await context.request.get('/ringkasan')).text()).toContain('Ringkasan Kota Kupang');
  expect((await context.request.get('/ringkasan/apa.csv')).status()).toBe(404);
});
