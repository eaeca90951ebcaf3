import { expect, type Page } from '@playwright/test';

/** What people do in the browser on the way of a proposal, step by step; addresses are those of the page's context. */
export async function signInAs(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/masuk');
  await page.getByLabel('Surel').fill(email);
  await page.getByLabel('Kata sandi').fill(password);
  await page.getByRole('button', { name: 'Masuk' }).click();
  await expect(page).toHaveURL(/\/beranda$/);
}

export const field = (page: Page, name: string) => page.locator(`[name="${name}"]:not([type=hidden])`);
export const choose = (page: Page, name: string, value: string) =>
  page.locator(`[name="${name}"][value="${value}"]`).check({ force: true });
const next = (page: Page) => page.getByRole('button', { name: 'Simpan dan lanjut' }).click();

/** Writes a proposal for a need that is open, and gives the address of its parts. */
export async function writeProposal(page: Page, title: string, needTitle: string): Promise<string> {
  await page.goto('/kebutuhan');
  await page.getByRole('link', { name: needTitle }).click();
  await page.getByRole('link', { name: 'Usulkan untuk kebutuhan ini' }).click();
  await field(page, 'title').fill(title);
  await page.getByRole('button', { name: 'Mulai menulis' }).click();
  await expect(page).toHaveURL(/\/usulan\/USL-\d+-\d+\/ubah/);
  const address = page.url().replace(/\/ubah.*/, '/ubah');

  await page.goto(`${address}/kegiatan`);
  await choose(page, 'kind', 'WORKSHOP');
  await choose(page, 'mode', 'ON_SITE');
  for (const name of ['summary', 'rationale', 'objectives', 'audience']) {
    await field(page, name).fill(`Uraian ${name} yang ditulis mitra dengan jelas.`);
  }
  await field(page, 'capacityMax').fill('20');
  await next(page);

  await expect(page).toHaveURL(/\/ubah\/kebutuhan$/);
  await field(page, 'outcomes.0.competencyId').selectOption({ index: 3 });
  await field(page, 'outcomes.0.toLevel').selectOption('3');
  await next(page);

  await writeSchedule(page);
  await expect(page).toHaveURL(/\/ubah\/narasumber$/);
  await field(page, 'speakers.0.name').fill('Dr. Contoh Pengajar');
  await next(page);
  await expect(page).toHaveURL(/\/ubah\/kirim$/);
  return address;
}

/** With one mistake on the way: it is named, and what was typed stays. */
async function writeSchedule(page: Page) {
  await expect(page).toHaveURL(/\/ubah\/jadwal$/);
  await field(page, 'place').fill('Aula Kecamatan Alak');
  await field(page, 'sessions.0.title').fill('Mendengar aktif');
  await field(page, 'sessions.0.minutes').fill('9');
  await next(page);
  await expect(page).toHaveTitle(/^Galat:/);
  await expect(page.getByRole('alert')).toContainText('15');
  await expect(field(page, 'place')).toHaveValue('Aula Kecamatan Alak');
  await expect(field(page, 'sessions.0.title')).toHaveValue('Mendengar aktif');
  await field(page, 'sessions.0.minutes').fill('135');
  await next(page);
}

export async function sendProposal(page: Page, unit: string) {
  await page.getByRole('button', { name: `Kirim usulan ke ${unit}` }).click();
  await expect(page.getByText('Terkirim').first()).toBeVisible();
}

export async function openFromQueue(page: Page, title: string) {
  await page.goto('/telaah');
  await page.getByRole('link', { name: title }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
}

export async function score(page: Page, code: string) {
  await page.goto(`/telaah/${code}`);
  const names = await page
    .locator('input[type=radio][name^="telaah.scores."]')
    .evaluateAll((radios) => [...new Set(radios.map((radio) => (radio as HTMLInputElement).name))]);
  expect(names).toHaveLength(6);
  for (const name of names) await choose(page, name, '3');
  await choose(page, 'telaah.verdict', 'APPROVE');
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(page.getByRole('status')).toBeVisible();
}

export async function recommend(page: Page, code: string) {
  await page.goto(`/telaah/${code}`);
  await choose(page, 'rekomendasi.outcome', 'APPROVED');
  await page.getByRole('button', { name: 'Beri rekomendasi' }).last().click();
  await expect(page.getByRole('status')).toBeVisible();
}

export async function approve(page: Page, code: string) {
  await page.goto(`/telaah/${code}`);
  await page.getByRole('button', { name: 'Setujui usulan' }).last().click();
  await expect(page.getByText('Disetujui').first()).toBeVisible();
}

export async function confirm(page: Page, code: string) {
  await page.goto(`/usulan/${code}`);
  await page.locator('summary', { hasText: 'Konfirmasi kesediaan' }).click();
  await page.locator('form[action="?/konfirmasi"] button:not(.sr-only)').click();
  await expect(page.getByText('Dikonfirmasi').first()).toBeVisible();
}
