import { expect, test, type Browser, type Page } from '@playwright/test';
import { PASSWORD, who, type Who } from './signed-in.ts';

/** The main job, from a published need to its answer, as people do it in the browser. */
test('a partner answers a need, the house reviews and approves, and the need shows it', async ({
  browser,
}, info) => {
  test.setTimeout(180_000);
  const title = `Lokakarya tutur kata di loket (${info.project.name})`;
  const approvedBefore = await approvedForNeed(browser);

  const partner = await signedIn(browser, 'university');
  const address = await writeProposal(partner, title);
  await sendProposal(partner);
  const code = address.match(/USL-\d{4}-\d+/)![0];

  const secretariat = await signedIn(browser, 'secretariat');
  await openFromQueue(secretariat, title);
  await secretariat.getByRole('button', { name: 'Mulai telaah' }).first().click();
  await expect(secretariat.getByRole('status')).toBeVisible();

  await score(browser, 'reviewer1', code);
  await score(browser, 'reviewer2', code);
  await recommend(browser, code);
  await approve(browser, code);
  await confirm(partner, code);

  expect(await approvedForNeed(browser)).toBe(approvedBefore + 1);
});

async function signedIn(browser: Browser, as: Who): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto('/masuk');
  await page.getByLabel('Surel').fill(who[as]);
  await page.getByLabel('Kata sandi').fill(PASSWORD);
  await page.getByRole('button', { name: 'Masuk' }).click();
  await expect(page).toHaveURL(/\/beranda$/);
  return page;
}

const needTitle = 'Komunikasi yang jelas dan ramah di loket pelayanan';

/** What the public page of the need says of approved answers. */
async function approvedForNeed(browser: Browser): Promise<number> {
  const page = await (await browser.newContext()).newPage();
  await page.goto('/kebutuhan');
  await page.getByRole('link', { name: needTitle }).click();
  const text = await page.getByText(/usulan masuk, \d+ disetujui/).innerText();
  return Number(/(\d+) disetujui/.exec(text)![1]);
}

const field = (page: Page, name: string) => page.locator(`[name="${name}"]:not([type=hidden])`);
const next = (page: Page) => page.getByRole('button', { name: 'Simpan dan lanjut' }).click();
const choose = (page: Page, name: string, value: string) =>
  page.locator(`[name="${name}"][value="${value}"]`).check({ force: true });

async function writeProposal(page: Page, title: string): Promise<string> {
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

async function sendProposal(page: Page) {
  await page.getByRole('button', { name: 'Kirim usulan ke Kecamatan Alak' }).click();
  await expect(page.getByText('Terkirim').first()).toBeVisible();
}

async function openFromQueue(page: Page, title: string) {
  await page.goto('/telaah');
  await page.getByRole('link', { name: title }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
}

async function score(browser: Browser, as: Who, code: string) {
  const page = await signedIn(browser, as);
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

async function recommend(browser: Browser, code: string) {
  const page = await signedIn(browser, 'reviewer1');
  await page.goto(`/telaah/${code}`);
  await choose(page, 'rekomendasi.outcome', 'APPROVED');
  await page.getByRole('button', { name: 'Beri rekomendasi' }).last().click();
  await expect(page.getByRole('status')).toBeVisible();
}

async function approve(browser: Browser, code: string) {
  const page = await signedIn(browser, 'approver');
  await page.goto(`/telaah/${code}`);
  await page.getByRole('button', { name: 'Setujui usulan' }).last().click();
  await expect(page.getByText('Disetujui').first()).toBeVisible();
}

async function confirm(page: Page, code: string) {
  await page.goto(`/usulan/${code}`);
  await page.locator('summary', { hasText: 'Konfirmasi kesediaan' }).click();
  await page.locator('form[action="?/konfirmasi"] button:not(.sr-only)').click();
  await expect(page.getByText('Dikonfirmasi').first()).toBeVisible();
}
