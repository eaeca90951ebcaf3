import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { overwriteGetLocale } from '@simpul/words/runtime';
import { afterEach, describe, expect, it } from 'vitest';
import { asCsv, inLanguage, paths, withQuery } from './paths.ts';

const samples = {
  daftarKebutuhan: () => paths.daftarKebutuhan({ cari: 'loket & ramah', urut: 'prioritas', kosong: '' }),
  kebutuhan: () => paths.kebutuhan('KBT-2026-0003'),
  daftarMitra: () => paths.daftarMitra(),
  mitra: () => paths.mitra('prt_abc/..'),
  masuk: () => paths.masuk('/usulan?status=DRAFT'),
  usulanBaru: () => paths.usulanBaru('KBT-2026-0003'),
  usulan: () => paths.usulan('USL-2026-0142', 'riwayat'),
  usulanUbah: () => paths.usulanUbah('USL-2026-0142', 'jadwal'),
  usulanTerkirim: () => paths.usulanTerkirim('USL-2026-0142'),
  usulanPerbaikan: () => paths.usulanPerbaikan('USL-2026-0142'),
  usulanCetak: () => paths.usulanCetak('USL-2026-0142'),
  telaah: () => paths.telaah('USL-2026-0142'),
  telaahNaskah: () => paths.telaahNaskah('USL-2026-0142', 1),
  kotakKeluarDemo: () => paths.kotakKeluarDemo('surat.eml'),
  akun: () => paths.akun('acc_abc'),
  unit: () => paths.unit('unt_abc'),
  dataOrganisasi: () => paths.dataOrganisasi('ptn_abc'),
  verifikasiMitra: () => paths.verifikasiMitra('ptn_abc'),
  papanKebutuhanSatu: () => paths.papanKebutuhanSatu('KBT-2026-0003'),
  ringkasanCsv: () => paths.ringkasanCsv('usulan', 'unt_abc'),
  graphiql: () => paths.graphiql({ contoh: 'ringkasan-usulan', unit: 'unt_abc' }),
} satisfies Partial<Record<keyof typeof paths, () => string>>;

function every(): Record<string, string> {
  const plain = paths as unknown as Record<string, () => string>;
  const called = { ...plain, ...samples } as Record<string, () => string>;
  return Object.fromEntries(Object.entries(called).map(([name, build]) => [name, build()]));
}

describe('addresses', () => {
  afterEach(() => overwriteGetLocale(() => 'id'));

  it('in Bahasa Indonesia', () => {
    overwriteGetLocale(() => 'id');
    expect(every()).toMatchSnapshot();
  });
  it('in English', () => {
    overwriteGetLocale(() => 'en');
    expect(every()).toMatchSnapshot();
  });
  it('change one parameter and keep the others', () => {
    const url = new URL('http://localhost/en/kebutuhan?cari=loket&setelah=x');
    expect(withQuery(url, { setelah: null, urut: 'tenggat' })).toBe('/en/kebutuhan?cari=loket&urut=tenggat');
    expect(withQuery(url, { cari: null, setelah: null })).toBe('/en/kebutuhan');
  });
  it('of a list have a twin that is a file, with the same filter and without the page', () => {
    const url = new URL('http://localhost/en/kebutuhan?cari=loket&setelah=x');
    expect(asCsv(url)).toBe('/en/kebutuhan.csv?cari=loket');
    expect(asCsv(new URL('http://localhost/telaah?sebelum=x'))).toBe('/telaah.csv');
  });
  it('change the language and keep the page', () => {
    expect(inLanguage(new URL('http://localhost/kebutuhan?cari=loket'), 'en')).toBe(
      '/en/kebutuhan?cari=loket',
    );
    expect(inLanguage(new URL('http://localhost/en/kebutuhan'), 'id')).toBe('/kebutuhan');
  });
  it('are written nowhere else', () => {
    const source = fileURLToPath(new URL('../', import.meta.url));
    const pages = globSync('**/*.svelte', { cwd: source });
    const own = pages.filter((page) =>
      /(href|action)=("|'|\{['"`])\//.test(readFileSync(source + page, 'utf8')),
    );
    expect([pages.length > 20, own]).toEqual([true, []]);
  });
});
