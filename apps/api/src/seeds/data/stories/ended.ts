import { who, type StorySeed } from './story.ts';

/** Stories that ended without a decision: withdrawn, and merged into another. */
export const ended: StorySeed[] = [
  {
    number: 4,
    partner: 'lsm',
    by: who.ngo,
    createdDaysAgo: 42.3,
    needs: [
      {
        need: 6,
        strength: 'SUPPORTING',
        note: 'Menyiapkan petugas menjelaskan kebijakan kesehatan kepada warga.',
      },
    ],
    unit: 'KPG.ALK',
    content: {
      title: 'Webinar menjelaskan kebijakan kesehatan kepada warga',
      kind: 'WEBINAR',
      mode: 'ONLINE',
      summary:
        'Webinar setengah hari tentang cara menyampaikan kebijakan kesehatan terbaru dengan ' +
        'bahasa sehari-hari, dilengkapi contoh pengumuman dan latihan singkat dalam ruang ' +
        'kecil.',
      rationale:
        'Pengumuman kesehatan di kelurahan masih disalin dari surat dinas sehingga sulit ' +
        'dipahami warga. Petugas memerlukan contoh dan latihan menulis ulang.',
      objectives:
        'Peserta mampu menulis ulang satu pengumuman kesehatan dalam bahasa yang mudah ' +
        'dipahami dan menjawab pertanyaan umum warga.',
      audience: 'Penyuluh kesehatan, petugas pendaftaran puskesmas, dan petugas kelurahan.',
      accessNeeds: 'Teks berjalan otomatis dan rekaman bagi peserta dengan jaringan lemah.',
      capacityMin: 20,
      capacityMax: 60,
      preferredInDays: [7, 21],
      place: 'Daring',
      outcomes: [
        {
          competency: 'TEK.04',
          fromLevel: 1,
          toLevel: 2,
          measure: 'Naskah pengumuman dinilai dengan daftar periksa keterbacaan.',
        },
      ],
      sessions: [
        { title: 'Dari surat dinas menjadi pengumuman warga', minutes: 75, method: 'Paparan dan contoh' },
        { title: 'Menulis ulang bersama dalam ruang kecil', minutes: 75, method: 'Latihan kelompok' },
      ],
      speakers: [
        {
          name: 'dr. Veronika Nahak',
          affiliation: 'Yayasan Contoh Flobamora',
          expertise: 'Komunikasi kesehatan',
        },
      ],
      budget: [
        {
          description: 'Langganan ruang daring dan teks berjalan',
          quantity: '1',
          unit: 'bulan',
          unitPrice: '450000',
          source: 'PARTNER',
        },
      ],
    },
    steps: [
      { daysAgo: 39.2, by: who.ngo, deed: 'transition', action: 'SUBMIT' },
      { daysAgo: 36.5, by: who.secretariat, deed: 'transition', action: 'START_REVIEW' },
      {
        daysAgo: 32.8,
        by: who.reviewer2,
        deed: 'review',
        verdict: 'REVISE',
        scores: [3, 2, 3, 4, 2, 3],
        note:
          'Gagasan baik. Latihan sebaiknya memakai pengumuman yang sungguh akan dipasang di ' + 'kelurahan.',
      },
      {
        daysAgo: 30.1,
        by: who.ngo,
        deed: 'transition',
        action: 'WITHDRAW',
        reason:
          'Narasumber utama mendapat penugasan di luar daerah selama tiga bulan. Bahan webinar ' +
          'kami masukkan ke dalam pelatihan protokol kesehatan yang sedang kami siapkan.',
      },
    ],
  },
  {
    number: 7,
    partner: 'poli',
    by: who.poly,
    createdDaysAgo: 28.9,
    needs: [{ need: 3, strength: 'PRIMARY' }],
    content: {
      title: 'Pelatihan pelayanan prima di loket kelurahan',
      kind: 'TRAINING',
      mode: 'ON_SITE',
      summary:
        'Pelatihan satu hari tentang sikap melayani, bahasa tubuh, dan penanganan warga yang ' +
        'marah, dengan bermain peran di loket tiruan.',
      rationale:
        'Petugas loket kelurahan bergantian tugas dan belum mempunyai cara yang sama dalam ' +
        'menyambut warga dan menjelaskan kekurangan berkas.',
      objectives:
        'Peserta mampu menyambut, mendengar, dan menutup percakapan dengan warga menurut ' +
        'langkah yang sama di semua kelurahan.',
      audience: 'Petugas loket dua belas kelurahan di Kecamatan Alak.',
      capacityMin: 10,
      capacityMax: 20,
      preferredInDays: [15, 40],
      place: 'Politeknik Contoh Kupang',
      outcomes: [
        {
          competency: 'M.03',
          fromLevel: 1,
          toLevel: 2,
          measure: 'Bermain peran dinilai dengan lembar pengamatan sepuluh butir.',
        },
      ],
      sessions: [
        {
          title: 'Langkah melayani: sambut, dengar, jelaskan, pastikan',
          minutes: 120,
          method: 'Paparan dan contoh',
        },
        { title: 'Menghadapi warga yang marah', minutes: 150, method: 'Bermain peran' },
      ],
      speakers: [
        {
          name: 'Petronela Lakapu, S.E., M.M.',
          affiliation: 'Politeknik Contoh Kupang',
          expertise: 'Manajemen layanan',
        },
      ],
      budget: [
        {
          description: 'Konsumsi peserta',
          quantity: '24',
          unit: 'orang',
          unitPrice: '45000',
          source: 'GOVERNMENT',
        },
        { description: 'Bahan latihan', quantity: '20', unit: 'set', unitPrice: '25000', source: 'PARTNER' },
      ],
    },
    steps: [
      { daysAgo: 25.7, by: who.poly, deed: 'transition', action: 'SUBMIT' },
      {
        daysAgo: 22.8,
        by: who.secretariat,
        deed: 'transition',
        action: 'MERGE',
        mergeInto: 6,
        reason:
          'Peserta, kompetensi, dan bentuk latihannya sama dengan lokakarya komunikasi ramah ' +
          'yang sedang ditelaah. Bahan penanganan warga yang marah kami mintakan untuk digabung ' +
          'ke dalam lokakarya tersebut.',
      },
    ],
  },
];
