import { getLocale, localizeHref } from '@simpul/words/runtime';
import { afterParam, beforeParam } from '#lib/graph/page.ts';

/** What is read of an address: of the browser's, of the request's, of the page's. */
type Address = Pick<URL, 'pathname' | 'search'>;
export type Query = Record<string, string | number | readonly string[] | null | undefined>;
export type ProposalTab = 'perubahan' | 'diskusi' | 'dokumen' | 'riwayat';

/**
 * Every address of the portal, in the language of the page. Pages and components ask here and write no path of
 * their own; `paths.test.ts` keeps the list.
 */
export const paths = {
  depan: () => at('/'),
  daftarKebutuhan: (query?: Query) => at('/kebutuhan', query),
  kebutuhan: (kode: string) => at(`/kebutuhan/${part(kode)}`),
  daftarMitra: (query?: Query) => at('/mitra', query),
  mitra: (id: string) => at(`/mitra/${part(id)}`),
  masuk: (kembali?: string) => at('/masuk', { kembali }),
  keluar: () => at('/keluar'),
  lupaSandi: () => at('/sandi/lupa'),
  aturSandi: () => at('/sandi/atur'),
  pendaftaranMitra: (query?: Query) => at('/daftar-mitra', query),
  kotakKeluarDemo: (surat?: string) => at(`/_kotak-keluar${surat ? `/${part(surat)}` : ''}`),
  bantuan: () => at('/bantuan'),
  privasi: () => at('/privasi'),
  aksesibilitas: () => at('/aksesibilitas'),
  beranda: () => at('/beranda'),

  daftarUsulan: (query?: Query) => at('/usulan', query),
  usulanBaru: (kebutuhan?: string) => at('/usulan/baru', { kebutuhan }),
  usulan: (kode: string, tab?: ProposalTab) => at(`/usulan/${part(kode)}${tab ? `/${tab}` : ''}`),
  usulanUbah: (kode: string, bagian?: string) =>
    at(`/usulan/${part(kode)}/ubah${bagian ? `/${part(bagian)}` : ''}`),
  usulanTerkirim: (kode: string) => at(`/usulan/${part(kode)}/terkirim`),
  usulanPerbaikan: (kode: string) => at(`/usulan/${part(kode)}/perbaikan`),
  usulanCetak: (kode: string) => at(`/usulan/${part(kode)}/cetak`),
  organisasi: () => at('/organisasi'),
  dataOrganisasi: (id: string) => at(`/organisasi/${part(id)}`),

  daftarTelaah: (query?: Query) => at('/telaah', query),
  telaah: (kode: string, tab?: ProposalTab) => at(`/telaah/${part(kode)}${tab ? `/${tab}` : ''}`),
  telaahNaskah: (kode: string, perbaikan: number) => at(`/telaah/${part(kode)}`, { perbaikan }),
  keputusan: () => at('/keputusan'),
  papanKebutuhan: (query?: Query) => at('/papan-kebutuhan', query),
  papanKebutuhanSatu: (kode: string) => at(`/papan-kebutuhan/${part(kode)}`),
  kebutuhanBaru: () => at('/papan-kebutuhan/baru'),
  ringkasan: (query?: Query) => at('/ringkasan', query),
  ringkasanCsv: (gambar: string, unit: string) => at(`/ringkasan/${part(gambar)}.csv`, { unit }),
  graphiql: (query?: Query) => at('/graphiql', query),
  pengaturan: () => at('/pengaturan'),
  token: () => at('/pengaturan/token'),
  gantiSandi: () => at('/pengaturan/sandi'),
  daftarAkun: (query?: Query) => at('/pengaturan/akun', query),
  akunBaru: () => at('/pengaturan/akun/baru'),
  akun: (id: string) => at(`/pengaturan/akun/${part(id)}`),
  kodeAsn: (query?: Query) => at('/pengaturan/kode', query),
  daftarUnit: (query?: Query) => at('/pengaturan/unit', query),
  unit: (id: string) => at(`/pengaturan/unit/${part(id)}`),
  verifikasiMitra: (id?: string) => at(`/verifikasi-mitra${id ? `/${part(id)}` : ''}`),
  saya: () => at('/saya'),
  tim: () => at('/tim'),
} as const;

/** The same page with other parameters: pagers, filters and the order of a table. */
export function withQuery(url: Address, changes: Query): string {
  const search = new URLSearchParams(url.search);
  for (const [name, value] of Object.entries(changes)) {
    search.delete(name);
    for (const one of values(value)) search.append(name, one);
  }
  return url.pathname + tail(search);
}

/** The same list as a file: its filter and order, without the page that was turned to. */
export function asCsv({ pathname, search }: Address): string {
  return withQuery({ pathname: `${pathname}.csv`, search }, { [afterParam]: null, [beforeParam]: null });
}

/** The same page in another language. */
export function inLanguage(url: Address, locale: 'id' | 'en'): string {
  return localizeHref(url.pathname + url.search, { locale });
}

function at(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const one of values(value)) search.append(name, one);
  return localizeHref(path, { locale: getLocale() }) + tail(search);
}

function values(value: Query[string]): string[] {
  const all = Array.isArray(value) ? value : [value];
  return all.filter((one) => one !== undefined && one !== null && one !== '').map(String);
}

function tail(search: URLSearchParams): string {
  return search.size > 0 ? `?${search}` : '';
}

function part(text: string): string {
  return encodeURIComponent(text);
}
