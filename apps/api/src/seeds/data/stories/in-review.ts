import { who, type StorySeed } from './story.ts';

/** Stories in the hands of the reviewers. */
export const inReview: StorySeed[] = [
  {
    number: 9,
    partner: 'poli',
    by: who.poly,
    createdDaysAgo: 24.4,
    needs: [{ need: 2, strength: 'PRIMARY' }],
    content: {
      title: 'Pelatihan aplikasi pemerintahan elektronik bagi operator kelurahan',
      kind: 'TRAINING',
      mode: 'ON_SITE',
      summary:
        'Operator kelurahan mempelajari pengelolaan aplikasi layanan, dari hak pengguna sampai ' +
        'pemeriksaan data, dalam empat sesi paparan dan praktik.',
      rationale:
        'Baru 41,5 persen surat pengantar selesai seluruhnya lewat aplikasi. Operator kembali ' +
        'ke kertas ketika menemui data keliru atau akun yang terkunci.',
      objectives:
        'Peserta mampu mengelola hak pengguna, menemukan dan memperbaiki data keliru, serta ' +
        'membantu rekan memakai aplikasi.',
      audience: 'Operator SPBE kelurahan dan operator layanan PATEN.',
      capacityMin: 10,
      capacityMax: 16,
      preferredInDays: [18, 40],
      place: 'Laboratorium komputer Politeknik Contoh Kupang',
      outcomes: [
        { competency: 'TEK.02', fromLevel: 2, toLevel: 3, measure: 'Tes pilihan ganda pada akhir kegiatan.' },
      ],
      sessions: [
        { title: 'Mengenal aplikasi layanan', minutes: 180, method: 'Paparan' },
        { title: 'Mengelola hak pengguna', minutes: 120, method: 'Praktik' },
        { title: 'Memeriksa data layanan', minutes: 120, method: 'Praktik' },
        { title: 'Membantu rekan memakai aplikasi', minutes: 60, method: 'Diskusi' },
      ],
      speakers: [
        {
          name: 'Robinson Kiuk, S.Kom.',
          affiliation: 'Politeknik Contoh Kupang',
          expertise: 'Sistem informasi pemerintahan',
        },
      ],
      budget: [
        {
          description: 'Pemakaian laboratorium',
          quantity: '2',
          unit: 'hari',
          unitPrice: '1500000',
          source: 'PARTNER',
        },
        {
          description: 'Konsumsi peserta',
          quantity: '36',
          unit: 'orang-hari',
          unitPrice: '45000',
          source: 'GOVERNMENT',
        },
      ],
    },
    steps: [
      { daysAgo: 22.5, by: who.poly, deed: 'transition', action: 'SUBMIT' },
      {
        daysAgo: 20.3,
        by: who.secretariat,
        deed: 'transition',
        action: 'RETURN',
        reason:
          'Sesi pertama sebagian besar paparan, padahal operator sudah mengenal aplikasinya. ' +
          'Mohon memperbanyak praktik dengan aplikasi latihan dan menambah tes sebelum kegiatan ' +
          'agar kemajuan dapat dibandingkan.',
      },
      {
        daysAgo: 16.2,
        by: who.poly,
        deed: 'edit',
        content: {
          summary:
            'Operator kelurahan berlatih dengan aplikasi latihan yang berisi data tiruan: mengatur ' +
            'hak pengguna, menemukan dan memperbaiki data keliru, memulihkan akun terkunci, dan ' +
            'menyusun panduan satu halaman untuk rekannya.',
          outcomes: [
            {
              competency: 'TEK.02',
              fromLevel: 2,
              toLevel: 3,
              measure:
                'Tugas praktik yang setara sebelum dan sesudah kegiatan; persentase surat pengantar ' +
                'lewat aplikasi pada bulan berikutnya.',
            },
          ],
          sessions: [
            {
              title: 'Tugas awal dan pembahasan kesalahan yang sering terjadi',
              minutes: 120,
              method: 'Praktik komputer',
            },
            { title: 'Mengelola hak pengguna dan memulihkan akun', minutes: 120, method: 'Praktik komputer' },
            { title: 'Menemukan dan memperbaiki data keliru', minutes: 180, method: 'Praktik komputer' },
            { title: 'Menyusun panduan satu halaman untuk rekan', minutes: 90, method: 'Kerja berpasangan' },
          ],
        },
      },
      { daysAgo: 15.6, by: who.poly, deed: 'transition', action: 'RESUBMIT' },
      { daysAgo: 12.9, by: who.secretariat, deed: 'transition', action: 'START_REVIEW' },
      {
        daysAgo: 4.4,
        by: who.reviewer2,
        deed: 'review',
        verdict: 'APPROVE',
        scores: [4, 4, 3, 4, 4, 3],
        note:
          'Perbaikan sesuai permintaan sekretariat. Mohon aplikasi latihan tetap dapat dipakai ' +
          'operator setelah kegiatan.',
      },
    ],
  },
  {
    number: 10,
    partner: 'lsm',
    by: who.ngo,
    createdDaysAgo: 18.7,
    unit: 'KPG.ALK',
    needs: [],
    initiativeReason:
      'Belum ada kebutuhan yang diumumkan tentang bencana, sedangkan puncak musim hujan ' +
      'tinggal beberapa minggu. Relawan kami di Namosain dan Nunbaun Sabu melaporkan ' +
      'kelurahan belum pernah menguji jalur evakuasi bersama warga.',
    content: {
      title: 'Simulasi kesiapsiagaan banjir dan gempa di kelurahan pesisir',
      kind: 'WORKSHOP',
      mode: 'ON_SITE',
      summary:
        'Lurah, kepala seksi ketenteraman, dan petugas kelurahan pesisir menyusun rencana ' +
        'siaga satu halaman, memutakhirkan daftar warga rentan, lalu mengujinya dalam simulasi ' +
        'lapangan setengah hari bersama warga dan relawan.',
      rationale:
        'Kelurahan pesisir menghadapi banjir rob dan gempa, tetapi rencana siaga umumnya ' +
        'tersimpan sebagai dokumen dan belum diuji. Pada pengalaman pendampingan kami, ' +
        'simulasi pertama selalu menemukan jalur yang terhalang dan warga rentan yang tidak ' +
        'terdata.',
      objectives:
        'Peserta mampu menyusun rencana siaga, membagi peran, memimpin simulasi, dan ' +
        'memperbaiki rencana berdasarkan catatan pengamat.',
      audience:
        'Lurah, kepala seksi ketenteraman dan ketertiban, serta pengelola kesiapsiagaan ' + 'bencana.',
      accessNeeds: 'Jalur simulasi dapat dilalui kursi roda; peringatan dengan suara dan bendera.',
      capacityMin: 12,
      capacityMax: 24,
      preferredInDays: [15, 30],
      place: 'Kantor Kelurahan Namosain dan lapangan terdekat',
      outcomes: [
        {
          competency: 'TEK.06',
          fromLevel: 2,
          toLevel: 3,
          measure:
            'Simulasi dinilai tiga pengamat dengan lembar 25 butir; rencana siaga diperiksa ulang ' +
            'setelah satu bulan.',
        },
        { competency: 'M.02', fromLevel: 2, toLevel: 2, measure: 'Pembagian peran diamati selama simulasi.' },
      ],
      sessions: [
        {
          title: 'Membaca ancaman dan memutakhirkan daftar warga rentan',
          minutes: 150,
          method: 'Kerja peta',
        },
        { title: 'Menulis rencana siaga satu halaman', minutes: 120, method: 'Praktik kelompok' },
        { title: 'Simulasi lapangan bersama warga', minutes: 240, method: 'Simulasi' },
        { title: 'Belajar dari catatan pengamat', minutes: 90, method: 'Refleksi terpandu' },
      ],
      speakers: [
        {
          name: 'Semuel Naimnule, S.T.',
          affiliation: 'Yayasan Contoh Flobamora',
          expertise: 'Pengurangan risiko bencana berbasis masyarakat',
        },
        {
          name: 'Hermina Riwu, S.K.M.',
          affiliation: 'Yayasan Contoh Flobamora',
          expertise: 'Pendampingan kelompok rentan',
        },
      ],
      budget: [
        {
          description: 'Perlengkapan simulasi (rompi, bendera, pengeras suara)',
          quantity: '1',
          unit: 'paket',
          unitPrice: '2400000',
          source: 'PARTNER',
        },
        {
          description: 'Konsumsi peserta dan relawan',
          quantity: '70',
          unit: 'orang-hari',
          unitPrice: '40000',
          source: 'SHARED',
        },
        {
          description: 'Cetak peta kelurahan',
          quantity: '12',
          unit: 'lembar',
          unitPrice: '55000',
          source: 'PARTNER',
        },
      ],
    },
    steps: [
      { daysAgo: 5.7, by: who.ngo, deed: 'transition', action: 'SUBMIT' },
      { daysAgo: 2.2, by: who.secretariat, deed: 'transition', action: 'START_REVIEW' },
    ],
  },
];
