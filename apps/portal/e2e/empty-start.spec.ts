import { expect, test, type Browser, type Page } from '@playwright/test';
import { startOwnServer, type OwnServer } from './own-server.ts';
import {
  approve,
  choose,
  field,
  openFromQueue,
  recommend,
  score,
  sendProposal,
  signInAs,
  writeProposal,
} from './steps.ts';

const admin = 'admin@kota.contoh';
const needTitle = 'Pelayanan loket yang jelas dan ramah';
const title = 'Lokakarya tutur kata di loket';

/** As `docs/mulai.md` tells it: nothing is there but the framework and one administrator. */
test('from an empty start to an approved proposal, by hand', async ({ browser }) => {
  test.setTimeout(240_000);
  await using server = await startOwnServer(4621, { SIMPUL_SEED: 'none', SIMPUL_ADMIN_EMAIL: admin });

  const administrator = await opened(browser, server);
  await administrator.goto(linkIn(server.said));
  await setPassword(administrator, admin);
  await buildUnits(administrator);
  const people = {
    secretariat: await makePerson(browser, server, administrator, 'Sekretaris Contoh', 'SECRETARIAT'),
    reviewer1: await makePerson(browser, server, administrator, 'Penelaah Satu', 'REVIEWER'),
    reviewer2: await makePerson(browser, server, administrator, 'Penelaah Dua', 'REVIEWER'),
    approver: await makePerson(browser, server, administrator, 'Camat Contoh', 'APPROVER'),
  };

  const partner = await registerPartner(browser, server);
  const { secretariat } = people;
  await verifyPartner(secretariat);
  await publishNeed(secretariat);

  const address = await writeProposal(partner, title, needTitle);
  await sendProposal(partner, 'Kecamatan Contoh');
  const code = address.match(/USL-\d{4}-\d+/)![0];
  await openFromQueue(secretariat, title);
  await secretariat.getByRole('button', { name: 'Mulai telaah' }).first().click();
  await expect(secretariat.getByRole('status')).toBeVisible();
  await score(people.reviewer1, code);
  await score(people.reviewer2, code);
  await recommend(people.reviewer1, code);
  await approve(people.approver, code);
});

const passwordOf = (email: string) => `lontar sasando ${email}`;

async function opened(browser: Browser, { url }: OwnServer): Promise<Page> {
  return (await browser.newContext({ baseURL: url })).newPage();
}

function linkIn(said: string[]): string {
  return said.map((line) => /https?:\S+kode=\S+/.exec(line)?.[0]).find(Boolean)!;
}

async function setPassword(page: Page, email: string) {
  await field(page, 'password').fill(passwordOf(email));
  await field(page, 'again').fill(passwordOf(email));
  await page.getByRole('button', { name: 'Simpan kata sandi' }).click();
  await expect(page.getByRole('status')).toContainText('Kata sandi disimpan');
  await signInAs(page, email, passwordOf(email));
}

async function buildUnits(page: Page) {
  await page.getByRole('link', { name: 'Unit kerja dan jabatan' }).click();
  await addUnit(page, 'Kota Contoh', 'KTC', 'CITY', '');
  await page.goto('/pengaturan/unit');
  await addUnit(page, 'Kecamatan Contoh', 'KTC.KEC', 'DISTRICT', 'Kota Contoh');
  await field(page, 'title').fill('Camat');
  await field(page, 'kind').selectOption('STRUCTURAL');
  await page.getByRole('button', { name: 'Tambah jabatan' }).click();
  await expect(page.getByRole('status')).toContainText('Jabatan Camat ditambahkan');
}

async function addUnit(page: Page, name: string, code: string, kind: string, parent: string) {
  await field(page, 'name').fill(name);
  await field(page, 'code').fill(code);
  await field(page, 'kind').selectOption(kind);
  if (parent) await field(page, 'parentId').selectOption({ label: parent });
  await page.getByRole('button', { name: 'Tambah unit kerja' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
}

/** The administrator makes the account, gives it a role and prints a code; its owner opens it with that. */
async function makePerson(browser: Browser, server: OwnServer, page: Page, name: string, role: string) {
  const email = `${name.toLowerCase().replace(' ', '.')}@kota.contoh`;
  await page.goto('/pengaturan/akun/baru');
  await field(page, 'displayName').fill(name);
  await field(page, 'email').fill(email);
  await page.getByRole('button', { name: 'Buat akun dan kirim undangan' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await choose(page, 'role', role);
  await field(page, 'orgUnitId').selectOption({ label: 'Kecamatan Contoh' });
  await field(page, 'basis').fill('Keputusan Camat Contoh Nomor 1');
  await page.getByRole('button', { name: 'Beri peran' }).click();
  await expect(page.getByRole('status')).toContainText('Peran diberikan');
  await page.getByRole('button', { name: 'Buat slip kode' }).click();
  const code = (await page.locator('.slip-code code').textContent())!;

  const theirs = await opened(browser, server);
  await theirs.goto('/sandi/atur');
  await field(theirs, 'code').fill(code.toLowerCase());
  await setPassword(theirs, email);
  return theirs;
}

/** A lecturer registers, follows the link in the letter, and registers the university. */
async function registerPartner(browser: Browser, server: OwnServer): Promise<Page> {
  const page = await opened(browser, server);
  const email = 'dosen@kampus.contoh';
  await page.goto('/masuk');
  await page.getByRole('link', { name: 'Daftar sebagai mitra' }).click();
  await field(page, 'displayName').fill('Dosen Contoh');
  await field(page, 'email').fill(email);
  await page.getByRole('button', { name: 'Kirim tautan ke surel saya' }).click();
  await expect(page.getByRole('status')).toContainText(email);
  await expect(async () => {
    await page.goto('/_kotak-keluar');
    await page.getByRole('link', { name: 'Lanjutkan pendaftaran di Simpul' }).click({ timeout: 500 });
  }).toPass();
  await page.getByRole('link', { name: /kode=/ }).click();
  await setPassword(page, email);

  await page.getByRole('main').getByRole('link', { name: 'Daftar sebagai mitra' }).first().click();
  await field(page, 'name').fill('Universitas Baru Contoh');
  await choose(page, 'kind', 'UNIVERSITY');
  await field(page, 'summary').fill('Mengajar komunikasi pelayanan publik.');
  await field(page, 'legalNumber').fill('SK 1/E/O/2020');
  await field(page, 'address').fill('Jalan Contoh Nomor 1');
  await field(page, 'phone').fill('12');
  await page.getByRole('button', { name: 'Kirim pendaftaran ke sekretariat' }).click();
  await expect(page.getByRole('alert')).toContainText('8 sampai 15 angka');
  await expect(field(page, 'summary')).toHaveValue('Mengajar komunikasi pelayanan publik.');
  await field(page, 'phone').fill('0380 123 456');
  await page.getByRole('button', { name: 'Kirim pendaftaran ke sekretariat' }).click();
  await expect(page.getByText('Menunggu: sekretariat.')).toBeVisible();
  return page;
}

async function verifyPartner(page: Page) {
  await page.goto('/beranda');
  await page.getByRole('link', { name: 'Verifikasi mitra' }).first().click();
  await page.getByRole('link', { name: 'Universitas Baru Contoh' }).click();
  await choose(page, 'outcome', 'VERIFY');
  await page.getByRole('button', { name: 'Kirim jawaban' }).click();
  await expect(page.getByRole('alert')).toContainText('Semua butir');
  for (const check of ['LEGAL', 'AUTHORITY', 'CONTACT', 'CONDUCT']) await choose(page, 'met[]', check);
  await page.getByRole('button', { name: 'Kirim jawaban' }).click();
  await expect(page.getByRole('status')).toContainText('Mitra diverifikasi');
}

async function publishNeed(page: Page) {
  await page.goto('/papan-kebutuhan/baru');
  await field(page, 'title').fill(needTitle);
  await field(page, 'rationale').fill('Warga menunggu lama karena penjelasan di loket berubah-ubah.');
  await field(page, 'competencyId').selectOption({ index: 1 });
  await field(page, 'targetLevel').selectOption('3');
  await field(page, 'headcount').fill('12');
  await page.getByRole('button', { name: 'Simpan sebagai draf' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(needTitle);
  for (const deed of ['verifikasi', 'terbitkan']) {
    await page.locator(`form[action="?/${deed}"] button:not(.sr-only)`).click();
    await expect(page.getByRole('status')).toBeVisible();
  }
}
