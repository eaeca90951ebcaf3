import { subdistricts, subdistrictUnit, type SubdistrictSeed } from '../units.ts';
import { duty, standards, type PostSeed } from './template.ts';

/** The busiest kelurahan: a second person at the counter and one for the papers. */
const busy = new Set(['ALK', 'NMS', 'PKO']);

function leaders({ key, name }: SubdistrictSeed): PostSeed[] {
  return [
    {
      key: `lurah.${key}`,
      title: `Lurah ${name}`,
      kind: 'STRUCTURAL',
      unit: subdistrictUnit(key),
      reportsTo: 'camat',
      duties: [
        duty(3, 'Memimpin pelayanan kelurahan dan menuntaskan pengaduan warga', 'M.05', 'TEK.08'),
        duty(3, 'Memimpin kesiapsiagaan dan penanganan bencana di kelurahan', 'TEK.06', 'M.08'),
        duty(2, 'Mengendalikan anggaran dan aset kelurahan', 'TEK.05', 'M.01'),
      ],
      standards: standards('supervisor', { 'TEK.05': 2, 'TEK.06': 3, 'TEK.08': 3 }),
      holders: 1,
    },
    {
      key: `seklur.${key}`,
      title: 'Sekretaris Kelurahan',
      kind: 'STRUCTURAL',
      unit: subdistrictUnit(key),
      reportsTo: `lurah.${key}`,
      duties: [
        duty(2, 'Mengelola administrasi, kepegawaian, dan laporan kelurahan', 'M.04', 'TEK.02'),
        duty(2, 'Memeriksa bukti belanja dan daftar aset kelurahan', 'TEK.05', 'M.01'),
      ],
      standards: standards('supervisor', { 'TEK.02': 2, 'TEK.03': 2, 'TEK.05': 2 }),
      holders: 1,
    },
  ];
}

function sectionHeads({ key, sections }: SubdistrictSeed): PostSeed[] {
  return sections.map((section): PostSeed => {
    const place = { unit: subdistrictUnit(key, section), reportsTo: `lurah.${key}`, holders: 1 };
    if (section === 'PEM')
      return {
        key: `kasi-pem.${key}`,
        title: 'Kepala Seksi Pemerintahan dan Pelayanan',
        kind: 'STRUCTURAL',
        ...place,
        duties: [
          duty(2, 'Mengatur jadwal layanan dan pembagian tugas petugas kelurahan', 'TEK.03', 'M.04'),
          duty(3, 'Memeriksa dan memutakhirkan data kependudukan kelurahan', 'TEK.07', 'M.01'),
        ],
        standards: standards('supervisor', { 'TEK.01': 2, 'TEK.03': 3, 'TEK.07': 3 }),
      };
    if (section === 'KES')
      return {
        key: `kasi-kes.${key}`,
        title: 'Kepala Seksi Pemberdayaan dan Kesejahteraan Masyarakat',
        kind: 'STRUCTURAL',
        ...place,
        duties: [
          duty(2, 'Menyusun jadwal posyandu, musyawarah, dan penyaluran bantuan', 'TEK.03', 'M.02'),
          duty(2, 'Mendata keluarga rentan dan mendampingi kelompok warga', 'TEK.07', 'SK.01'),
        ],
        standards: standards('supervisor', { 'TEK.03': 3, 'TEK.07': 2 }),
      };
    return {
      key: `kasi-trt.${key}`,
      title: 'Kepala Seksi Ketenteraman dan Ketertiban',
      kind: 'STRUCTURAL',
      ...place,
      duties: [
        duty(2, 'Mengatur jadwal siskamling dan pembinaan perlindungan masyarakat', 'TEK.03', 'SK.01'),
        duty(3, 'Menyusun rencana siaga dan memimpin simulasi bencana kelurahan', 'TEK.06', 'M.02'),
      ],
      standards: standards('supervisor', { 'TEK.03': 3, 'TEK.06': 3 }),
    };
  });
}

function staff({ key, sections }: SubdistrictSeed): PostSeed[] {
  const unit = subdistrictUnit(key);
  const reportsTo = `seklur.${key}`;
  const counter = sections.includes('PEM')
    ? { unit: subdistrictUnit(key, 'PEM'), reportsTo: `kasi-pem.${key}` }
    : { unit, reportsTo };
  const posts: PostSeed[] = [
    {
      key: `loket.${key}`,
      title: 'Petugas Loket Kelurahan',
      kind: 'GENERAL',
      ...counter,
      duties: [
        duty(3, 'Menerima dan memeriksa berkas surat pengantar warga', 'TEK.01', 'M.05', 'M.03'),
        duty(2, 'Menjelaskan kekurangan berkas dan langkah berikutnya', 'M.03'),
      ],
      standards: standards('staff', { 'M.03': 3, 'TEK.01': 2, 'TEK.08': 1 }),
      holders: busy.has(key) ? 2 : 1,
    },
    {
      key: `operator.${key}`,
      title: 'Operator SPBE Kelurahan',
      kind: 'GENERAL',
      unit,
      reportsTo,
      duties: [
        duty(2, 'Memasukkan data layanan kelurahan ke dalam aplikasi', 'TEK.02', 'TEK.07'),
        duty(2, 'Menemukan dan memperbaiki data layanan yang keliru', 'TEK.02', 'M.04'),
      ],
      standards: standards('staff', { 'TEK.02': 3, 'TEK.07': 2 }),
      holders: 1,
    },
    {
      key: `bendahara.${key}`,
      title: 'Bendahara Pembantu Kelurahan',
      kind: 'GENERAL',
      unit,
      reportsTo,
      duties: [
        duty(3, 'Menatausahakan belanja kelurahan dan menyusun pertanggungjawaban', 'TEK.05', 'M.01'),
        duty(1, 'Mencatat dan memeriksa aset kelurahan', 'TEK.05'),
      ],
      standards: standards('staff', { 'M.01': 2, 'TEK.05': 3 }),
      holders: 1,
    },
  ];
  if (busy.has(key))
    posts.push({
      key: `pengadministrasi.${key}`,
      title: 'Pengadministrasi Kelurahan',
      kind: 'GENERAL',
      unit,
      reportsTo,
      duties: [duty(1, 'Mengarsipkan surat dan menyiapkan laporan bulanan kelurahan', 'M.04', 'TEK.02')],
      standards: standards('staff', { 'TEK.02': 1 }),
      holders: 1,
    });
  return posts;
}

export const subdistrictPosts: PostSeed[] = subdistricts.flatMap((place) => [
  ...leaders(place),
  ...sectionHeads(place),
  ...staff(place),
]);
