import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { signIn } from './signed-in.ts';

const needTitle = 'Komunikasi yang jelas dan ramah di loket pelayanan';
const field = (page: Page, name: string) => page.locator(`[name="${name}"]:not([type=hidden])`);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const saveAndGoOn = (page: Page) => press(page, 'Simpan dan lanjut');

async function partnerPage(browser: Browser): Promise<Page> {
  const context: BrowserContext = await browser.newContext();
  await signIn(context, 'university');
  return context.newPage();
}

/** Begins a draft without a need; leaves the page at its first part and returns the address of all parts. */
async function newDraft(page: Page, title: string): Promise<string> {
  await page.goto('/usulan');
  await page.getByRole('link', { name: 'Tulis usulan baru' }).click();
  await field(page, 'title').fill(title);
  await press(page, 'Mulai menulis');
  await expect(page).toHaveURL(/\/ubah\/kegiatan$/);
  return page.url().replace(/\/kegiatan$/, '');
}

test('a partner answers a need in five parts and is told whose turn it is, and until when', async ({
  browser,
}, info) => {
  const title = `Kelas mendengar di loket (${info.project.name})`;
  const page = await partnerPage(browser);
  await page.goto('/kebutuhan');
  await page.getByRole('link', { name: needTitle }).click();
  await page.getByRole('link', { name: 'Usulkan untuk kebutuhan ini' }).click();
  await field(page, 'title').fill('Pendek');
  await press(page, 'Mulai menulis');
  await expect(page.getByRole('alert')).toContainText('Paling sedikit 10 karakter');
  await field(page, 'title').fill(title);
  await press(page, 'Mulai menulis');
  await expect(page.getByRole('status')).toContainText('Draf USL-');

  await page.getByLabel('Lokakarya').check();
  await page.getByLabel('Tatap muka', { exact: true }).check();
  for (const name of ['summary', 'rationale', 'objectives', 'audience']) {
    await field(page, name).fill(`Uraian ${name} dari mitra.`);
  }
  await field(page, 'capacityMax').fill('1.250');
  await saveAndGoOn(page);

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kebutuhan dan kompetensi');
  await expect(page.getByText(needTitle)).toBeVisible();
  await expect(field(page, 'outcomes.0.toLevel')).toHaveValue('3');
  await saveAndGoOn(page);

  await field(page, 'place').fill('Balai Kelurahan Penkase Oeleta');
  await field(page, 'sessions.0.title').fill('Mendengar aktif');
  await field(page, 'sessions.0.minutes').fill('9');
  await saveAndGoOn(page);
  await expect(page).toHaveTitle(/^Galat:/);
  const summary = page.getByRole('alert');
  await expect(summary).toContainText('Sesi 1, Menit: Tulis angka dari 15 sampai 600');
  await expect(field(page, 'place')).toHaveValue('Balai Kelurahan Penkase Oeleta');
  await expect(field(page, 'sessions.0.minutes')).toHaveValue('9');
  await field(page, 'sessions.0.minutes').fill('135');
  await saveAndGoOn(page);

  await field(page, 'speakers.0.name').fill('Dr. Contoh Pengajar');
  await saveAndGoOn(page);
  await expect(page.getByText('Usulan ini dikirim ke Kecamatan Alak')).toBeVisible();
  await press(page, 'Kirim usulan ke Kecamatan Alak');

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Usulan terkirim');
  const facts = page.getByRole('main');
  await expect(facts).toContainText(/USL-\d{4}-\d{4}/);
  await expect(facts).toContainText(/pukul \d\d\.\d\d WITA/);
  await expect(facts).toContainText(/Menunggu\s*Pemerintah, Kecamatan Alak/);
  await expect(facts).toContainText(/Paling lambat\s*\d{1,2} \p{L}+ \d{4}/u);
  await page.getByRole('link', { name: 'Lihat usulan' }).click();
  await expect(page.getByText('paling banyak 1.250 orang')).toBeVisible();
  await page.getByRole('link', { name: 'Riwayat' }).click();
  await expect(page.getByText('Draf menjadi Terkirim')).toBeVisible();
});

test('a draft is saved with gaps, and the last page leads to each of them', async ({ browser }, info) => {
  const page = await partnerPage(browser);
  const parts = await newDraft(page, `Draf dengan celah (${info.project.name})`);
  await field(page, 'summary').fill('Baru ringkasannya.');
  await press(page, 'Simpan dan kembali ke daftar bagian');
  await expect(page.getByRole('status')).toHaveText('Bagian “Kegiatan” tersimpan.');
  await expect(page.getByText('0 dari 4 bagian isian lengkap')).toBeVisible();
  await page.getByRole('link', { name: 'Periksa dan kirim' }).click();

  const gaps = page.getByRole('region', { name: /Masih kurang \d+ isian/ });
  await expect(gaps.getByRole('link')).toHaveCount(11);
  await gaps.getByRole('link', { name: 'Latar belakang' }).click();
  await expect(page).toHaveURL(`${parts}/kegiatan#f-rationale`);

  await page.goto(`${parts}/kirim`);
  await press(page, 'Kirim usulan');
  await expect(page.getByRole('alert').getByRole('listitem').first()).toContainText(
    'sebelum usulan dapat dikirim',
  );
  await expect(page).toHaveURL(/\/ubah\/kirim/);
});

test('who saves second keeps what was typed, and may save again', async ({ browser }, info) => {
  const page = await partnerPage(browser);
  const parts = await newDraft(page, `Dua orang menulis (${info.project.name})`);
  const other = await partnerPage(browser);
  await other.goto(`${parts}/jadwal`);
  await page.goto(`${parts}/jadwal`);
  await other.locator('[name="place"]').fill('Aula lantai satu');
  await saveAndGoOn(other);

  await field(page, 'place').fill('Aula lantai dua');
  await saveAndGoOn(page);
  await expect(page.getByRole('alert')).toContainText('Orang lain sudah menyimpan');
  await expect(page.getByRole('link', { name: /Lihat naskah yang tersimpan/ })).toBeVisible();
  await expect(field(page, 'place')).toHaveValue('Aula lantai dua');
  await saveAndGoOn(page);
  await expect(page).toHaveURL(/\/ubah\/narasumber$/);
  await page.goto(`${parts}/jadwal`);
  await expect(field(page, 'place')).toHaveValue('Aula lantai dua');
});

test('rows come and go, keep what was typed, and count only when something is in them', async ({
  browser,
}, info) => {
  const page = await partnerPage(browser);
  const parts = await newDraft(page, `Baris sesi (${info.project.name})`);
  await page.goto(`${parts}/jadwal`);
  await field(page, 'sessions.0.title').fill('Pertama');
  await field(page, 'sessions.0.minutes').fill('45');
  await press(page, 'Tambah sesi');
  await field(page, 'sessions.1.title').fill('Kedua');
  await field(page, 'sessions.1.minutes').fill('90');
  await press(page, 'Tambah sesi');
  await expect(page.locator('[name="sessions.2.title"]')).toHaveValue('');
  await press(page, 'Hapus Sesi 1');
  await expect(field(page, 'sessions.0.title')).toHaveValue('Kedua');
  await saveAndGoOn(page);
  await page.goto(`${parts}/jadwal`);
  await expect(field(page, 'sessions.0.title')).toHaveValue('Kedua');
  await expect(page.locator('[name$=".title"]')).toHaveCount(1);
  await expect(page.getByText('90 menit ÷ 45')).toBeVisible();
});

test('the budget understands numbers as people write them', async ({ browser }, info) => {
  const page = await partnerPage(browser);
  const parts = await newDraft(page, `Anggaran rupiah (${info.project.name})`);
  await page.goto(`${parts}/narasumber`);
  await press(page, 'Tambah baris anggaran');
  await field(page, 'budget.0.description').fill('Honorarium');
  await field(page, 'budget.0.quantity').fill('1,5');
  await field(page, 'budget.0.unit').fill('hari');
  await field(page, 'budget.0.unitPrice').fill('Rp2.500.000');
  await field(page, 'budget.0.source').selectOption('PARTNER');
  await press(page, 'Hitung ulang jumlah');
  await expect(page.getByText('1,5 hari × Rp2.500.000 = Rp3.750.000')).toBeVisible();
  await field(page, 'budget.0.unitPrice').fill('dua juta');
  await saveAndGoOn(page);
  await expect(page.getByRole('alert')).toContainText('Baris anggaran 1, Harga satuan: Tulis bilangan bulat');
  await expect(field(page, 'budget.0.unitPrice')).toHaveValue('dua juta');
  await field(page, 'budget.0.unitPrice').fill('2500000');
  await saveAndGoOn(page);
  await expect(page.getByText('Rp3.750.000').first()).toBeVisible();
});

test('a withdrawal is thought over first, and ends the draft', async ({ browser }, info) => {
  const page = await partnerPage(browser);
  const parts = await newDraft(page, `Yang akan ditarik (${info.project.name})`);
  await page.goto(parts.replace(/\/ubah$/, ''));
  await page.getByText('Tarik usulan', { exact: true }).click();
  await page.getByRole('button', { name: /^Tarik usulan USL-/ }).click();
  await expect(page.getByRole('status')).toHaveText('Usulan sudah ditarik.');
  await expect(page.getByRole('main')).toContainText('Ditarik');
  await expect(page.getByRole('heading', { name: 'Langkah berikut' })).toHaveCount(0);
});
