import type { Level } from './framework.ts';
import { healthCentres, healthCentreUnit, subdistricts, subdistrictUnit } from './units.ts';

export interface NeedSeed {
  /** Last part of the code, KBT-<year>-000n. */
  number: number;
  title: string;
  rationale: string;
  source: 'INDIVIDUAL_GAP' | 'UNIT_DEMAND' | 'STRATEGIC';
  competency: string;
  targetLevel: Level;
  forUnits: string[];
  /** A post and the place of one of its duties, from 0. */
  duties: { post: string; duty: number }[];
  headcount: number | null;
  dueInDays: number | null;
  indicator?: {
    name: string;
    unit: string;
    better: 'HIGHER' | 'LOWER';
    baseline: string | null;
    source: string;
  };
  path: ('VERIFY' | 'PUBLISH')[];
  createdDaysAgo: number;
}

/** The unit that owns every need of the demo. */
export const needOwner = 'KPG.ALK';

const everySubdistrict = subdistricts.map(({ key }) => key);
const withSection = (section: 'PEM' | 'KES' | 'TRT') =>
  subdistricts.filter(({ sections }) => sections.includes(section)).map(({ key }) => key);
const at = (post: string, places: string[], duty: number) =>
  places.map((place) => ({ post: `${post}.${place}`, duty }));
const everyHealthCentre = healthCentres.map(({ key }) => key);

export const needs: NeedSeed[] = [
  {
    number: 1,
    title: 'Pengelolaan waktu dan prioritas kerja bagi kepala seksi',
    rationale:
      'Kepala seksi di kecamatan dan kelurahan mengatur jadwal layanan, membagi tugas, dan ' +
      'menjaga tenggat laporan sekaligus. Catatan rapat mingguan menunjukkan lebih dari ' +
      'sepertiga tindak lanjut lewat tenggat, umumnya karena pekerjaan mendesak menggeser ' +
      'pekerjaan penting dan beban anggota tidak terlihat. Yang perlu dipelajari: membagi ' +
      'beban kerja, memantau tenggat, dan menggeser prioritas dengan sadar.',
    source: 'INDIVIDUAL_GAP',
    competency: 'TEK.03',
    targetLevel: 3,
    forUnits: ['KPG.ALK'],
    duties: [
      ...['kasi-pemerintahan', 'kasi-pemberdayaan', 'kasi-trantib', 'kasi-kesos', 'kasi-pelayanan'].map(
        (post) => ({ post, duty: 0 }),
      ),
      ...at('kasi-pem', withSection('PEM'), 0),
      ...at('kasi-kes', withSection('KES'), 0),
      ...at('kasi-trt', withSection('TRT'), 0),
    ],
    headcount: 25,
    dueInDays: 120,
    indicator: {
      name: 'Tindak lanjut rapat mingguan yang selesai tepat waktu',
      unit: 'persen',
      better: 'HIGHER',
      baseline: '62.0',
      source: 'Catatan rapat mingguan kecamatan, tiga bulan terakhir',
    },
    path: ['VERIFY', 'PUBLISH'],
    createdDaysAgo: 118,
  },
  {
    number: 2,
    title: 'Aplikasi pemerintahan elektronik bagi operator kelurahan',
    rationale:
      'Rencana kerja kecamatan meminta seluruh surat pengantar dilayani lewat aplikasi. ' +
      'Operator sudah dapat memasukkan data, tetapi belum terbiasa menemukan data yang ' +
      'keliru, mengatur hak pengguna, dan membantu rekan saat aplikasi terkendala, sehingga ' +
      'layanan kembali memakai kertas. Operator perlu sampai pada level mengelola aplikasi, ' +
      'bukan hanya memakainya.',
    source: 'STRATEGIC',
    competency: 'TEK.02',
    targetLevel: 3,
    forUnits: ['KPG.ALK.S-PEL', ...everySubdistrict.map((key) => subdistrictUnit(key))],
    duties: [
      { post: 'operator-paten', duty: 0 },
      { post: 'operator-paten', duty: 1 },
      ...at('operator', everySubdistrict, 0),
      ...at('operator', everySubdistrict, 1),
    ],
    headcount: 13,
    dueInDays: 90,
    indicator: {
      name: 'Surat pengantar yang selesai seluruhnya lewat aplikasi',
      unit: 'persen',
      better: 'HIGHER',
      baseline: '41.5',
      source: 'Rekapitulasi aplikasi layanan kelurahan, tiga bulan terakhir',
    },
    path: ['VERIFY', 'PUBLISH'],
    createdDaysAgo: 112,
  },
  {
    number: 3,
    title: 'Komunikasi yang jelas dan ramah di loket pelayanan',
    rationale:
      'Petugas loket adalah wajah pertama pemerintah bagi warga. Sebagian besar keluhan di ' +
      'buku tamu bukan tentang hasil layanan, melainkan tentang penjelasan yang ' +
      'membingungkan ketika berkas ditolak, sehingga warga datang dua sampai tiga kali. ' +
      'Petugas perlu mampu menyampaikan hal yang peka secara tegas namun santun, termasuk ' +
      'kepada lansia dan penyandang disabilitas.',
    source: 'UNIT_DEMAND',
    competency: 'M.03',
    targetLevel: 3,
    forUnits: ['KPG.ALK.S-PEL', ...everySubdistrict.map((key) => subdistrictUnit(key))],
    duties: [
      { post: 'loket-paten', duty: 0 },
      { post: 'loket-paten', duty: 1 },
      ...at('loket', everySubdistrict, 0),
      ...at('loket', everySubdistrict, 1),
    ],
    headcount: 18,
    dueInDays: 120,
    indicator: {
      name: 'Warga yang harus datang kembali karena berkas kurang',
      unit: 'persen permohonan',
      better: 'LOWER',
      baseline: '34.0',
      source: 'Buku register loket kecamatan dan kelurahan, satu bulan terakhir',
    },
    path: ['VERIFY', 'PUBLISH'],
    createdDaysAgo: 110,
  },
  {
    number: 4,
    title: 'Mutu data kependudukan di kelurahan',
    rationale:
      'Daftar penerima bantuan, daftar pemilih, dan surat keterangan bersumber dari data ' +
      'kependudukan kelurahan. Pencocokan terakhir menemukan data ganda, alamat lama, dan ' +
      'warga pindah yang masih tercatat. Kepala seksi pemerintahan dan pengelola data perlu ' +
      'mampu menemukan data keliru, menelusuri sebabnya, dan melindungi data pribadi warga.',
    source: 'UNIT_DEMAND',
    competency: 'TEK.07',
    targetLevel: 3,
    forUnits: ['KPG.ALK.S-PEM', ...withSection('PEM').map((key) => subdistrictUnit(key))],
    duties: [
      { post: 'kasi-pemerintahan', duty: 1 },
      { post: 'pengelola-kependudukan', duty: 0 },
      { post: 'pengelola-kependudukan', duty: 1 },
      ...at('kasi-pem', withSection('PEM'), 1),
    ],
    headcount: 12,
    dueInDays: 150,
    indicator: {
      name: 'Data ganda atau tidak mutakhir pada uji petik',
      unit: 'persen',
      better: 'LOWER',
      baseline: '11.2',
      source: 'Uji petik Seksi Pemerintahan atas 600 data',
    },
    path: ['VERIFY', 'PUBLISH'],
    createdDaysAgo: 104,
  },
  {
    number: 5,
    title: 'Penuntasan pengaduan masyarakat di kecamatan dan kelurahan',
    rationale:
      'Pengaduan warga masuk lewat loket, telepon, dan pesan singkat, lalu sering berhenti ' +
      'pada tahap diteruskan. Pelapor jarang dikabari dan keluhan yang sama terulang. Lurah, ' +
      'kepala seksi pelayanan, dan pengelola pengaduan perlu mampu menelusuri sebab, ' +
      'memutuskan tindak lanjut, dan menjelaskan hasilnya kepada pelapor.',
    source: 'UNIT_DEMAND',
    competency: 'TEK.08',
    targetLevel: 3,
    forUnits: ['KPG.ALK.S-PEL', ...everySubdistrict.map((key) => subdistrictUnit(key))],
    duties: [
      { post: 'kasi-pelayanan', duty: 1 },
      { post: 'pengelola-pengaduan', duty: 0 },
      ...at('lurah', everySubdistrict, 0),
    ],
    headcount: 14,
    dueInDays: 100,
    indicator: {
      name: 'Pengaduan yang tuntas dan dikabarkan dalam 14 hari',
      unit: 'persen',
      better: 'HIGHER',
      baseline: '38.0',
      source: 'Buku pengaduan kecamatan, tiga bulan terakhir',
    },
    path: ['VERIFY', 'PUBLISH'],
    createdDaysAgo: 97,
  },
  {
    number: 6,
    title: 'Protokol kesehatan di puskesmas dan posyandu',
    rationale:
      'Kebijakan kesehatan dan protokol pencegahan penyakit berubah lebih cepat daripada ' +
      'pelatihan rutin. Tenaga kesehatan di tiga puskesmas menerapkannya dengan cara yang ' +
      'berbeda, terutama pada kunjungan rumah, posyandu, dan penanganan demam berdarah di ' +
      'musim hujan. Mereka perlu memahami kebijakan terkini, menyesuaikan protokol dengan ' +
      'keadaan setempat, dan menjelaskannya kepada kader serta warga.',
    source: 'UNIT_DEMAND',
    competency: 'TEK.04',
    targetLevel: 3,
    forUnits: everyHealthCentre.map(healthCentreUnit),
    duties: [
      ...at('perawat', everyHealthCentre, 0),
      ...at('bidan', everyHealthCentre, 0),
      ...at('sanitarian', everyHealthCentre, 0),
      ...at('promkes', everyHealthCentre, 0),
    ],
    headcount: 24,
    dueInDays: 60,
    indicator: {
      name: 'Butir protokol yang dijalankan pada pengamatan posyandu',
      unit: 'persen',
      better: 'HIGHER',
      baseline: '68.0',
      source: 'Lembar pengamatan puskesmas pada 18 posyandu',
    },
    path: ['VERIFY', 'PUBLISH'],
    createdDaysAgo: 92,
  },
  {
    number: 7,
    title: 'Kesiapsiagaan bencana tingkat kelurahan',
    rationale:
      'Rencana penanggulangan bencana kota menempatkan lurah sebagai pemimpin siaga di ' +
      'wilayahnya. Kelurahan pesisir dan bantaran kali belum semuanya mempunyai rencana ' +
      'siaga yang pernah diuji, dan daftar warga rentan belum dimutakhirkan. Lurah dan ' +
      'kepala seksi ketenteraman perlu mampu menyusun rencana siaga dan memimpin simulasi.',
    source: 'STRATEGIC',
    competency: 'TEK.06',
    targetLevel: 3,
    forUnits: ['KPG.ALK.S-TRT', ...everySubdistrict.map((key) => subdistrictUnit(key))],
    duties: [
      { post: 'kasi-trantib', duty: 1 },
      { post: 'pengelola-kesiapsiagaan', duty: 1 },
      ...at('lurah', everySubdistrict, 1),
      ...at('kasi-trt', withSection('TRT'), 1),
    ],
    headcount: 17,
    dueInDays: 45,
    indicator: {
      name: 'Kelurahan dengan rencana siaga yang pernah disimulasikan',
      unit: 'kelurahan',
      better: 'HIGHER',
      baseline: '3',
      source: 'Catatan Seksi Ketenteraman dan Ketertiban',
    },
    path: ['VERIFY'],
    createdDaysAgo: 21,
  },
  {
    number: 8,
    title: 'Penatausahaan keuangan kelurahan yang cocok dengan bukti',
    rationale:
      'Laporan pertanggungjawaban kelurahan kerap dikembalikan karena bukti belanja tidak ' +
      'lengkap atau tidak cocok dengan buku kas. Jumlah bendahara yang memerlukan bimbingan ' +
      'dan tenggatnya masih dihimpun dari Subbagian Keuangan dan Program.',
    source: 'UNIT_DEMAND',
    competency: 'TEK.05',
    targetLevel: 3,
    forUnits: everySubdistrict.map((key) => subdistrictUnit(key)),
    duties: at('bendahara', everySubdistrict, 0),
    headcount: null,
    dueInDays: null,
    path: [],
    createdDaysAgo: 6,
  },
];
