import { expect, test } from '@playwright/test';
import { signIn } from './signed-in.ts';

const figures = { query: '{ dashboard { proposalsByState { state count } } }' };

test('staff make a token, a program reads numbers with it, and revoked it reads nothing', async ({
  context,
  playwright,
  baseURL,
}, info) => {
  const label = `Dasbor ${info.project.name}`;
  await signIn(context, 'secretariat');
  const page = await context.newPage();
  await page.goto('/beranda');
  await page.getByRole('link', { name: 'Token untuk dasbor dan program' }).click();

  await page.getByLabel('Nama token').fill('Da');
  await page.getByRole('button', { name: 'Buat token' }).click();
  await expect(page.getByRole('alert')).toContainText('Paling sedikit 3 karakter');
  await expect(page.getByLabel('Angka dasbor')).toBeChecked();
  await page.getByLabel('Nama token').fill(label);
  await page.getByRole('button', { name: 'Buat token' }).click();
  await expect(page.getByRole('status')).toContainText(`Token ${label} dibuat.`);
  const secret = (await page.locator('code').textContent())!.trim();
  expect(page.url()).not.toContain(secret);

  const program = await playwright.request.newContext({
    ...(baseURL && { baseURL }),
    extraHTTPHeaders: { authorization: `Bearer ${secret}` },
  });
  const answer = await (await program.post('/graphql', { data: figures })).json();
  expect(answer.data.dashboard.proposalsByState.length).toBeGreaterThan(5);

  await page.goto('/pengaturan/token');
  await expect(page.locator('body')).not.toContainText(secret);
  const row = page.getByRole('row', { name: label });
  await row.locator('summary').click();
  await row.getByRole('button', { name: 'Cabut token' }).click();
  await expect(page.getByRole('status')).toContainText('Token dicabut');
  await expect(page.getByRole('row', { name: label })).toContainText('tidak berlaku lagi');
  expect((await program.post('/graphql', { data: figures })).status()).toBe(401);
  await program.dispose();
});

test('who oversees no unit is told who makes tokens', async ({ context }) => {
  await signIn(context, 'reviewer1');
  const page = await context.newPage();
  const response = await page.goto('/pengaturan/token');
  expect(response!.status()).toBe(403);
  await expect(page.locator('main')).toContainText('Token dibuat oleh sekretariat');
});
