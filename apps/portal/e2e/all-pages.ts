import type { Who } from './signed-in.ts';

/** What a test calls a page. */
export const nameOf = ({ path, then, as }: VisitedPage): string =>
  `${path}${then ? ` → ${then}` : ''} for ${as ?? 'anybody'}`;

export interface VisitedPage {
  path: string;
  /** Nobody: the page is public. */
  as?: Who;
  /** The name of a link to follow from there: to pages whose address no one knows beforehand. */
  then?: string | RegExp;
}

const year = new Date().getFullYear();
const proposal = (number: number) => `USL-${year}-${String(number).padStart(4, '0')}`;
const need = (number: number) => `KBT-${year}-${String(number).padStart(4, '0')}`;

/** Every page of the portal, at least once for each kind of reader. Numbers are those of the demo's stories. */
export const publicPages: VisitedPage[] = [
  { path: '/' },
  { path: '/kebutuhan' },
  { path: '/kebutuhan?cari=loket' },
  { path: '/kebutuhan?cari=tidakadaapapun' },
  { path: `/kebutuhan/${need(3)}` },
  { path: `/kebutuhan/${need(6)}` },
  { path: '/mitra' },
  { path: '/masuk' },
  { path: '/sandi/lupa' },
  { path: '/sandi/atur' },
  { path: '/sandi/atur?kode=7K3M-0000-0000-0000' },
  { path: '/daftar-mitra' },
  { path: '/_kotak-keluar' },
  { path: '/bantuan' },
  { path: '/privasi' },
  { path: '/aksesibilitas' },
];

const homes: Who[] = [
  'asking',
  'university',
  'secretariat',
  'reviewer1',
  'approver',
  'hr',
  'asn',
  'supervisor',
  'admin',
];

export const signedInPages: VisitedPage[] = [
  ...homes.map((as) => ({ path: '/beranda', as })),
  { path: '/usulan', as: 'university' },
  { path: `/usulan/baru?kebutuhan=${need(3)}`, as: 'university' },
  { path: `/usulan/${proposal(13)}`, as: 'university' },
  { path: `/usulan/${proposal(13)}/ubah`, as: 'university' },
  ...['kegiatan', 'kebutuhan', 'jadwal', 'narasumber', 'kirim'].map((part) => ({
    path: `/usulan/${proposal(13)}/ubah/${part}`,
    as: 'university' as const,
  })),
  { path: `/usulan/${proposal(5)}`, as: 'ngo' },
  { path: '/telaah', as: 'secretariat' },
  { path: `/telaah/${proposal(14)}`, as: 'secretariat' },
  { path: `/telaah/${proposal(9)}`, as: 'reviewer1' },
  { path: `/telaah/${proposal(6)}`, as: 'reviewer1' },
  { path: `/telaah/${proposal(6)}`, as: 'approver' },
  { path: `/telaah/${proposal(2)}`, as: 'approver' },
  { path: '/ringkasan', as: 'approver' },
  { path: '/ringkasan', as: 'hr' },
  { path: '/pengaturan/token', as: 'secretariat' },
  { path: '/pengaturan/sandi', as: 'asn' },
  { path: '/pengaturan/kode?cari=maria', as: 'hr' },
  { path: '/pengaturan/akun', as: 'admin' },
  { path: '/pengaturan/akun?cari=sekretariat', as: 'admin', then: 'Yohana' },
  { path: '/pengaturan/akun/baru?cari=maria', as: 'admin' },
  { path: '/pengaturan/unit', as: 'admin' },
  { path: '/pengaturan/unit?cari=Kecamatan+Alak', as: 'admin', then: 'Kecamatan Alak' },
  { path: '/daftar-mitra?cari=contoh', as: 'asking' },
  { path: '/organisasi', as: 'university' },
  { path: '/organisasi', as: 'pending', then: /Ubah data lembaga|Change the institution/ },
  { path: '/verifikasi-mitra', as: 'secretariat' },
  { path: '/verifikasi-mitra', as: 'secretariat', then: 'PT Contoh Karya Digital' },
  { path: '/papan-kebutuhan', as: 'secretariat' },
  { path: '/papan-kebutuhan/baru', as: 'secretariat' },
  { path: `/papan-kebutuhan/${need(7)}`, as: 'secretariat' },
  { path: `/papan-kebutuhan/${need(3)}`, as: 'approver' },
];

export const missingPages: VisitedPage[] = [
  { path: '/tidak-ada' },
  { path: `/kebutuhan/${need(8)}` },
  { path: `/usulan/${proposal(13)}`, as: 'ngo' },
  { path: `/telaah/${proposal(13)}`, as: 'secretariat' },
];
