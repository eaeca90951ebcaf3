import { who, type StorySeed } from './story.ts';

/** Stories that the camat rejected or put on the waiting list. */
export const declined: StorySeed[] = [
  {
    number: 2,
    partner: 'lsm',
    by: who.ngo,
    createdDaysAgo: 46.7,
    needs: [{ need: 2, strength: 'PRIMARY' }],
    content: {
      title: 'Kunjungan belajar layanan digital ke luar daerah',
      kind: 'SEMINAR',
      mode: 'ON_SITE',
      summary:
        'Operator kelurahan mengunjungi tiga kantor layanan digital di luar provinsi selama ' +
        'tiga hari, mengikuti paparan pengelola aplikasi, dan menulis laporan kunjungan.',
      rationale:
        'Operator kelurahan belum pernah melihat layanan yang seluruhnya berjalan lewat ' +
        'aplikasi. Melihat langsung diharapkan menumbuhkan gagasan perbaikan di kelurahan ' +
        'masing-masing.',
      objectives:
        'Peserta mengenal cara kerja layanan digital di daerah lain dan menyusun satu usulan ' +
        'perbaikan untuk kelurahannya.',
      audience: 'Operator SPBE kelurahan di Kecamatan Alak.',
      capacityMin: 8,
      capacityMax: 10,
      preferredInDays: [20, 40],
      outcomes: [{ competency: 'TEK.02', fromLevel: 2, toLevel: 3, measure: 'Laporan kunjungan.' }],
      sessions: [
        { title: 'Kunjungan hari pertama: loket tanpa kertas', minutes: 300, method: 'Kunjungan' },
        { title: 'Kunjungan hari kedua: pusat data dan pengaduan', minutes: 300, method: 'Kunjungan' },
        { title: 'Menulis laporan kunjungan', minutes: 120, method: 'Kerja kelompok' },
      ],
      speakers: [
        {
          name: 'Dominggus Lamanepa, S.Sos.',
          affiliation: 'Yayasan Contoh Flobamora',
          expertise: 'Pendampingan pelayanan publik',
        },
      ],
      budget: [
        {
          description: 'Tiket pesawat pergi pulang',
          quantity: '12',
          unit: 'orang',
          unitPrice: '4200000',
          source: 'GOVERNMENT',
        },
        {
          description: 'Penginapan',
          quantity: '36',
          unit: 'orang-malam',
          unitPrice: '650000',
          source: 'GOVERNMENT',
        },
        {
          description: 'Uang harian',
          quantity: '36',
          unit: 'orang-hari',
          unitPrice: '410000',
          source: 'GOVERNMENT',
        },
      ],
    },
    steps: [
      { daysAgo: 43.7, by: who.ngo, deed: 'transition', action: 'SUBMIT' },
      { daysAgo: 40.9, by: who.secretariat, deed: 'transition', action: 'START_REVIEW' },
      {
        daysAgo: 35.6,
        by: who.reviewer1,
        deed: 'review',
        verdict: 'REJECT',
        scores: [2, 1, 2, 0, 1, 1],
        note:
          'Seluruh biaya dibebankan kepada pemerintah, sekitar 8,9 juta rupiah per peserta, ' +
          'sedangkan peserta tidak berlatih memakai aplikasi.',
      },
      {
        daysAgo: 33.2,
        by: who.reviewer2,
        deed: 'review',
        verdict: 'REJECT',
        scores: [2, 1, 3, 1, 1, 2],
        note:
          'Laporan kunjungan tidak menunjukkan kemampuan mengelola aplikasi. Kunjungan daring ' +
          'atau mendatangkan pengelola aplikasi akan lebih sepadan.',
      },
      {
        daysAgo: 31.1,
        by: who.reviewer1,
        deed: 'transition',
        action: 'RECOMMEND',
        outcome: 'REJECTED',
        reason: 'Biaya tidak sepadan dengan hasil belajar dan tidak tersedia dalam anggaran kecamatan.',
      },
      {
        daysAgo: 27.6,
        by: who.approver,
        deed: 'transition',
        action: 'REJECT',
        reasonCode: 'BUDGET',
        reason:
          'Anggaran kecamatan tidak menyediakan perjalanan dinas untuk kegiatan ini, dan biaya ' +
          'per peserta terlalu besar dibandingkan hasilnya. Kami mengundang Yayasan mengajukan ' +
          'kegiatan praktik di Alak dengan narasumber yang didatangkan.',
      },
    ],
  },
  {
    number: 3,
    partner: 'poli',
    by: who.poly,
    createdDaysAgo: 44.5,
    needs: [{ need: 4, strength: 'PRIMARY', note: 'Latihan memakai salinan data tiruan, bukan data warga.' }],
    content: {
      title: 'Pelatihan pembersihan dan penyajian data kependudukan kelurahan',
      kind: 'TRAINING',
      mode: 'ON_SITE',
      summary:
        'Tiga hari di laboratorium komputer: peserta menemukan data ganda dan alamat usang ' +
        'pada data tiruan, menelusuri sebabnya, dan menyajikan ringkasan penduduk untuk ' +
        'perencanaan kelurahan.',
      rationale:
        'Uji petik Seksi Pemerintahan menemukan 11,2 persen data ganda atau tidak mutakhir. ' +
        'Petugas memeriksa data satu per satu karena belum mengenal cara menyaring dan ' +
        'mencocokkan secara tertib.',
      objectives:
        'Peserta mampu menyaring data ganda, mencatat alasan setiap perbaikan, menjaga ' +
        'kerahasiaan data pribadi, dan menyajikan tabel serta grafik penduduk yang benar.',
      audience: 'Kepala seksi pemerintahan kelurahan dan pengelola data kependudukan kecamatan.',
      accessNeeds:
        'Satu komputer per peserta; layar besar bagi peserta dengan gangguan penglihatan ' + 'ringan.',
      capacityMin: 10,
      capacityMax: 16,
      preferredInDays: [45, 75],
      place: 'Laboratorium komputer Politeknik Contoh Kupang',
      outcomes: [
        {
          competency: 'TEK.07',
          fromLevel: 2,
          toLevel: 3,
          measure:
            'Tugas praktik: menemukan sekurangnya 18 dari 20 kesalahan yang ditanam dalam data ' + 'tiruan.',
        },
        {
          competency: 'TEK.02',
          fromLevel: 2,
          toLevel: 2,
          measure: 'Daftar periksa keamanan akun dan berkas.',
        },
      ],
      sessions: [
        {
          title: 'Mengenali kesalahan data dan menanam kebiasaan mencatat',
          minutes: 240,
          method: 'Praktik komputer',
        },
        { title: 'Menyaring dan mencocokkan data ganda', minutes: 300, method: 'Praktik komputer' },
        {
          title: 'Menyajikan data untuk musyawarah perencanaan',
          minutes: 240,
          method: 'Praktik dan presentasi',
        },
      ],
      speakers: [
        {
          name: 'Yuliana Pandie, S.T., M.T.',
          affiliation: 'Politeknik Contoh Kupang',
          expertise: 'Basis data dan mutu data',
        },
        {
          name: 'Robinson Kiuk, S.Kom.',
          affiliation: 'Politeknik Contoh Kupang',
          expertise: 'Pengolahan data kantor',
        },
      ],
      budget: [
        {
          description: 'Pemakaian laboratorium',
          quantity: '3',
          unit: 'hari',
          unitPrice: '1500000',
          source: 'PARTNER',
        },
        {
          description: 'Konsumsi peserta',
          quantity: '54',
          unit: 'orang-hari',
          unitPrice: '45000',
          source: 'GOVERNMENT',
        },
        {
          description: 'Transportasi peserta',
          quantity: '48',
          unit: 'orang-hari',
          unitPrice: '50000',
          source: 'GOVERNMENT',
        },
      ],
    },
    steps: [
      { daysAgo: 38.6, by: who.poly, deed: 'transition', action: 'SUBMIT' },
      { daysAgo: 35.9, by: who.secretariat, deed: 'transition', action: 'START_REVIEW' },
      {
        daysAgo: 29.4,
        by: who.reviewer1,
        deed: 'review',
        verdict: 'APPROVE',
        scores: [4, 4, 4, 2, 3, 3],
        note:
          'Rancangan kuat dan terukur. Biaya konsumsi dan transportasi belum tersedia pada ' +
          'triwulan ini.',
      },
      {
        daysAgo: 26.7,
        by: who.reviewer2,
        deed: 'review',
        verdict: 'APPROVE',
        scores: [4, 3, 4, 2, 3, 2],
        note:
          'Tiga hari berturut-turut memberatkan kelurahan kecil. Sebaiknya menunggu anggaran dan ' +
          'dibagi menjadi dua gelombang.',
      },
      {
        daysAgo: 24.3,
        by: who.reviewer2,
        deed: 'transition',
        action: 'RECOMMEND',
        outcome: 'WAITLISTED',
        reason:
          'Layak dilaksanakan, tetapi anggaran pendukung baru tersedia pada tahun anggaran ' + 'berikutnya.',
      },
      {
        daysAgo: 20.4,
        by: who.approver,
        deed: 'transition',
        action: 'WAITLIST',
        reason:
          'Usulan baik dan dibutuhkan. Kami menempatkannya pada daftar tunggu sampai biaya ' +
          'transportasi peserta tersedia.',
      },
    ],
  },
];
