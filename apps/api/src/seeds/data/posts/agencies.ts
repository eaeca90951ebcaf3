import { healthCentres, healthCentreUnit } from '../units.ts';
import { duty, standards, type PostSeed } from './template.ts';

/** City offices above and beside the kecamatan. */
export const cityPosts: PostSeed[] = [
  {
    key: 'sekda',
    title: 'Sekretaris Daerah',
    kind: 'STRUCTURAL',
    unit: 'KPG',
    reportsTo: null,
    duties: [
      duty(3, 'Menyelaraskan pelaksanaan tugas perangkat daerah dan kecamatan', 'M.02', 'M.08'),
      duty(2, 'Membina aparatur sipil negara di lingkungan pemerintah kota', 'M.06', 'M.01'),
    ],
    standards: standards('head'),
    holders: 1,
  },
  {
    key: 'kaban-bkppd',
    title: 'Kepala Badan Kepegawaian, Pendidikan dan Pelatihan Daerah',
    kind: 'STRUCTURAL',
    unit: 'KPG.BKPPD',
    reportsTo: 'sekda',
    duties: [
      duty(3, 'Menetapkan arah pengembangan kompetensi aparatur kota', 'M.06', 'M.04'),
      duty(2, 'Mengendalikan layanan kepegawaian yang adil dan terbuka', 'M.01', 'M.05'),
    ],
    standards: standards('head', { 'TEK.02': 3 }),
    holders: 1,
  },
  {
    key: 'kabid-kompetensi',
    title: 'Kepala Bidang Pengembangan Kompetensi Aparatur',
    kind: 'STRUCTURAL',
    unit: 'KPG.BKPPD',
    reportsTo: 'kaban-bkppd',
    duties: [
      duty(3, 'Menyusun rencana pengembangan kompetensi tahunan dari kebutuhan unit kerja', 'M.06', 'M.04'),
      duty(2, 'Menjalin kerja sama pelatihan dengan perguruan tinggi dan lembaga masyarakat', 'M.02', 'M.03'),
    ],
    standards: standards('administrator', { 'TEK.02': 2, 'TEK.03': 3 }),
    holders: 1,
  },
  {
    key: 'analis-sdm-muda',
    title: 'Analis Sumber Daya Manusia Aparatur Ahli Muda',
    kind: 'FUNCTIONAL',
    unit: 'KPG.BKPPD',
    reportsTo: 'kabid-kompetensi',
    duties: [
      duty(3, 'Menganalisis kesenjangan kompetensi dan kebutuhan pelatihan unit kerja', 'M.06', 'M.08'),
      duty(2, 'Mengelola data kompetensi pegawai dalam aplikasi kepegawaian', 'TEK.02', 'M.01'),
    ],
    standards: standards('expertJunior', { 'TEK.02': 3 }),
    holders: 1,
  },
  {
    key: 'analis-sdm-pertama',
    title: 'Analis Sumber Daya Manusia Aparatur Ahli Pertama',
    kind: 'FUNCTIONAL',
    unit: 'KPG.BKPPD',
    reportsTo: 'kabid-kompetensi',
    duties: [
      duty(2, 'Menyiapkan bahan penilaian kompetensi dan evaluasi pelatihan', 'M.04', 'M.06'),
      duty(1, 'Memutakhirkan riwayat pelatihan pegawai dalam aplikasi kepegawaian', 'TEK.02'),
    ],
    standards: standards('expertFirst', { 'TEK.02': 2 }),
    holders: 1,
  },
  {
    key: 'kadis-kesehatan',
    title: 'Kepala Dinas Kesehatan',
    kind: 'STRUCTURAL',
    unit: 'KPG.DINKES',
    reportsTo: 'sekda',
    duties: [
      duty(3, 'Menetapkan kebijakan teknis pelayanan kesehatan kota', 'TEK.04', 'M.08'),
      duty(2, 'Membina dan mengawasi puskesmas', 'M.06', 'M.05'),
    ],
    standards: standards('head', { 'TEK.04': 4 }),
    holders: 1,
  },
  {
    key: 'kabid-kesmas',
    title: 'Kepala Bidang Kesehatan Masyarakat',
    kind: 'STRUCTURAL',
    unit: 'KPG.DINKES',
    reportsTo: 'kadis-kesehatan',
    duties: [
      duty(3, 'Menyusun protokol pencegahan penyakit bagi puskesmas dan posyandu', 'TEK.04', 'M.02'),
      duty(2, 'Memantau penerapan kebijakan kesehatan di lapangan', 'M.04', 'TEK.04'),
    ],
    standards: standards('administrator', { 'TEK.04': 4 }),
    holders: 1,
  },
];

interface Crew {
  doctors: number;
  nurses: number;
  midwives: number;
}

const crews: Record<string, Crew> = {
  ALAK: { doctors: 2, nurses: 5, midwives: 3 },
  MANUTAPEN: { doctors: 1, nurses: 3, midwives: 2 },
  NAIONI: { doctors: 1, nurses: 3, midwives: 2 },
};

function healthCentrePosts(key: string, crew: Crew): PostSeed[] {
  const place = { unit: healthCentreUnit(key), reportsTo: `kapus.${key}` };
  return [
    {
      key: `kapus.${key}`,
      title: 'Kepala Puskesmas',
      kind: 'FUNCTIONAL',
      unit: place.unit,
      reportsTo: 'kadis-kesehatan',
      duties: [
        duty(3, 'Memimpin layanan kesehatan dan penerapan protokol di wilayah kerja', 'TEK.04', 'M.05'),
        duty(2, 'Mengatur jadwal jaga dan beban kerja tenaga kesehatan', 'TEK.03', 'M.06'),
      ],
      standards: standards('expertJunior', { 'TEK.04': 4, 'TEK.03': 3 }),
      holders: 1,
    },
    {
      key: `dokter.${key}`,
      title: 'Dokter Ahli Pertama',
      kind: 'FUNCTIONAL',
      ...place,
      duties: [
        duty(3, 'Memeriksa dan mengobati pasien sesuai kebijakan kesehatan yang berlaku', 'TEK.04', 'M.05'),
        duty(2, 'Menjelaskan keadaan dan pilihan tindakan kepada pasien dan keluarga', 'M.03'),
      ],
      standards: standards('expertFirst', { 'TEK.04': 3, 'M.03': 3 }),
      holders: crew.doctors,
    },
    {
      key: `perawat.${key}`,
      title: 'Perawat Terampil',
      kind: 'FUNCTIONAL',
      ...place,
      duties: [
        duty(3, 'Menerapkan protokol kesehatan dalam perawatan dan kunjungan rumah', 'TEK.04', 'M.05'),
        duty(2, 'Mencatat asuhan keperawatan dalam rekam medis elektronik', 'TEK.02'),
      ],
      standards: standards('skilled', { 'TEK.04': 3, 'TEK.02': 2 }),
      holders: crew.nurses,
    },
    {
      key: `bidan.${key}`,
      title: 'Bidan Terampil',
      kind: 'FUNCTIONAL',
      ...place,
      duties: [
        duty(3, 'Menerapkan protokol kesehatan ibu dan anak di puskesmas dan posyandu', 'TEK.04', 'M.05'),
        duty(2, 'Memberi penyuluhan gizi dan imunisasi kepada keluarga', 'M.03', 'SK.01'),
      ],
      standards: standards('skilled', { 'TEK.04': 3 }),
      holders: crew.midwives,
    },
    {
      key: `sanitarian.${key}`,
      title: 'Tenaga Sanitasi Lingkungan Terampil',
      kind: 'FUNCTIONAL',
      ...place,
      duties: [
        duty(3, 'Mengawasi air bersih, sanitasi, dan tempat perindukan nyamuk', 'TEK.04', 'M.02'),
        duty(2, 'Menyiapkan sanitasi darurat saat banjir dan kekeringan', 'TEK.06'),
      ],
      standards: standards('skilled', { 'TEK.04': 3, 'TEK.06': 2 }),
      holders: 1,
    },
    {
      key: `promkes.${key}`,
      title: 'Penyuluh Kesehatan Masyarakat Ahli Pertama',
      kind: 'FUNCTIONAL',
      ...place,
      duties: [
        duty(3, 'Menjelaskan kebijakan kesehatan terbaru kepada kader dan warga', 'TEK.04', 'M.03'),
        duty(1, 'Membina kader posyandu di setiap rukun warga', 'M.06', 'M.02'),
      ],
      standards: standards('expertFirst', { 'TEK.04': 3, 'M.03': 3 }),
      holders: 1,
    },
    {
      key: `pendaftaran.${key}`,
      title: 'Petugas Pendaftaran Puskesmas',
      kind: 'GENERAL',
      ...place,
      duties: [
        duty(2, 'Mendaftar pasien dan mengatur antrean dengan ramah', 'M.05', 'M.03'),
        duty(1, 'Memasukkan data kunjungan ke dalam aplikasi puskesmas', 'TEK.02'),
      ],
      standards: standards('staff', { 'M.03': 2, 'TEK.02': 2 }),
      holders: 1,
    },
  ];
}

export const healthPosts: PostSeed[] = healthCentres.flatMap(({ key }) => {
  const crew = crews[key];
  if (!crew) throw new Error(`no crew for puskesmas ${key}`);
  return healthCentrePosts(key, crew);
});
