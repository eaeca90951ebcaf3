import { who, type StorySeed } from './story.ts';

/** Stories that the reviewers sent back: one returned and recommended, one with its partner. */
export const sentBack: StorySeed[] = [
  {
    number: 6,
    partner: 'univ',
    by: who.univ,
    createdDaysAgo: 33.6,
    needs: [
      {
        need: 3,
        strength: 'PRIMARY',
        note: 'Sesi kedua berlatih dengan alasan penolakan berkas yang paling sering di Alak.',
      },
    ],
    content: {
      title: 'Lokakarya komunikasi ramah bagi petugas loket',
      kind: 'WORKSHOP',
      mode: 'ON_SITE',
      summary:
        'Petugas loket berlatih mendengar aktif dan menjelaskan penolakan berkas lewat ' +
        'simulasi yang direkam, dengan warga tiruan termasuk lansia dan penyandang disabilitas.',
      rationale:
        'Sepertiga pemohon di Alak datang kembali karena penjelasan pertama tidak dipahami. ' +
        'Catatan loket menunjukkan petugas menyebut kekurangan berkas, tetapi jarang ' +
        'menjelaskan sebab dan langkah berikutnya.',
      objectives:
        'Peserta mampu menjelaskan alasan penolakan berkas dalam tiga kalimat, menawarkan ' +
        'langkah berikutnya, dan memastikan warga memahaminya.',
      audience: 'Petugas loket PATEN kecamatan dan petugas loket kelurahan.',
      accessNeeds: 'Juru bahasa isyarat pada sesi simulasi.',
      capacityMin: 10,
      capacityMax: 25,
      preferredInDays: [20, 45],
      place: 'Aula Kantor Kecamatan Alak',
      outcomes: [
        {
          competency: 'M.03',
          fromLevel: 2,
          toLevel: 3,
          measure: 'Tes awal dan akhir dengan butir setara, kuesioner kepuasan.',
        },
      ],
      sessions: [
        { title: 'Mendengar aktif', minutes: 90, method: 'Praktik berpasangan' },
        { title: 'Menjelaskan penolakan', minutes: 90, method: 'Simulasi' },
      ],
      speakers: [
        {
          name: 'Theresia Toelle, S.I.Kom., M.I.Kom.',
          affiliation: 'Universitas Contoh Kupang',
          expertise: 'Komunikasi pelayanan publik',
        },
        {
          name: 'Daniel Wora, S.Psi., M.Psi.',
          affiliation: 'Universitas Contoh Kupang',
          expertise: 'Psikologi komunikasi dan penanganan emosi',
        },
      ],
      budget: [
        {
          description: 'Konsumsi peserta dan narasumber',
          quantity: '30',
          unit: 'orang',
          unitPrice: '35000',
          source: 'GOVERNMENT',
        },
        {
          description: 'Transportasi narasumber',
          quantity: '2',
          unit: 'orang',
          unitPrice: '250000',
          source: 'PARTNER',
        },
        {
          description: 'Lembar simulasi dan kartu kasus',
          quantity: '25',
          unit: 'set',
          unitPrice: '20000',
          source: 'PARTNER',
        },
        {
          description: 'Sewa perekam video',
          quantity: '1',
          unit: 'hari',
          unitPrice: '700000',
          source: 'PARTNER',
        },
      ],
    },
    steps: [
      { daysAgo: 30.3, by: who.univ, deed: 'transition', action: 'SUBMIT' },
      { daysAgo: 27.4, by: who.secretariat, deed: 'transition', action: 'START_REVIEW' },
      {
        daysAgo: 21.5,
        by: who.reviewer1,
        deed: 'review',
        verdict: 'REVISE',
        scores: [4, 2, 4, 3, 1, 3],
        note:
          'Kuesioner kepuasan tidak mengukur kemampuan. Waktu praktik mendengar aktif terlalu ' +
          'singkat untuk 25 peserta.',
      },
      {
        daysAgo: 18.9,
        by: who.reviewer1,
        deed: 'transition',
        action: 'REQUEST_CHANGES',
        reason:
          'Mohon mengganti kuesioner kepuasan dengan pengamatan perilaku, menambah waktu praktik ' +
          'mendengar aktif, dan memasukkan latihan menghadapi warga yang marah dari usulan yang ' +
          'digabung.',
      },
      {
        daysAgo: 11.4,
        by: who.univMember,
        deed: 'edit',
        content: {
          summary:
            'Petugas loket berlatih mendengar aktif, menghadapi warga yang marah, dan menjelaskan ' +
            'penolakan berkas lewat simulasi yang direkam, dengan warga tiruan termasuk lansia dan ' +
            'penyandang disabilitas. Dua pengamat menilai perilaku setiap peserta.',
          outcomes: [
            {
              competency: 'M.03',
              fromLevel: 2,
              toLevel: 3,
              measure:
                'Tes awal dan akhir dengan butir setara; simulasi loket yang dinilai dua pengamat ' +
                'dengan lembar pengamatan sembilan perilaku.',
            },
          ],
          sessions: [
            {
              title: 'Mendengar aktif dan menghadapi warga yang marah',
              minutes: 135,
              method: 'Praktik bergilir dalam kelompok lima orang',
            },
            { title: 'Menjelaskan penolakan', minutes: 90, method: 'Simulasi yang direkam dan dibahas' },
          ],
        },
      },
      { daysAgo: 9.3, by: who.univ, deed: 'transition', action: 'RESUBMIT' },
      {
        daysAgo: 5.6,
        by: who.reviewer1,
        deed: 'review',
        verdict: 'APPROVE',
        scores: [4, 4, 4, 4, 3, 3],
        note:
          'Pengukuran kini tepat dan waktu praktik cukup. Lembar pengamatan dapat dipakai ulang ' +
          'oleh kepala seksi.',
      },
      {
        daysAgo: 3.4,
        by: who.reviewer2,
        deed: 'review',
        verdict: 'APPROVE',
        scores: [4, 3, 4, 4, 3, 4],
        note:
          'Kehadiran warga tiruan dari kelompok lansia membuat latihan mendekati keadaan ' + 'sebenarnya.',
      },
      {
        daysAgo: 1.3,
        by: who.reviewer1,
        deed: 'transition',
        action: 'RECOMMEND',
        outcome: 'APPROVED',
        reason: 'Perbaikan menjawab semua permintaan. Biaya ringan dan sebagian besar ditanggung mitra.',
      },
    ],
  },
  {
    number: 8,
    partner: 'univ',
    by: who.univ,
    createdDaysAgo: 26.2,
    needs: [
      { need: 5, strength: 'PRIMARY' },
      { need: 3, strength: 'SUPPORTING', note: 'Pengaduan di loket diterima dengan cara yang sama.' },
    ],
    content: {
      title: 'Lokakarya pengelolaan pengaduan dari loket sampai tuntas',
      kind: 'WORKSHOP',
      mode: 'HYBRID',
      summary:
        'Lurah dan pengelola pengaduan menelusuri sepuluh pengaduan nyata yang telah ' +
        'disamarkan, menemukan sebabnya, memutuskan tindak lanjut, dan menulis jawaban kepada ' +
        'pelapor. Satu bulan kemudian kemajuan dibahas secara daring.',
      rationale:
        'Hanya 38 persen pengaduan dituntaskan dan dikabarkan dalam 14 hari. Pengaduan ' +
        'berhenti karena tidak jelas siapa pemiliknya setelah diteruskan, bukan karena petugas ' +
        'enggan menjawab.',
      objectives:
        'Peserta mampu menetapkan pemilik setiap pengaduan, menelusuri sebab dengan wawancara ' +
        'singkat, dan menulis jawaban yang jujur serta dapat dipahami pelapor.',
      audience: 'Lurah, kepala seksi pelayanan, dan pengelola pengaduan.',
      accessNeeds: 'Pertemuan lanjutan direkam bagi lurah yang bertugas di lapangan.',
      capacityMin: 10,
      capacityMax: 20,
      preferredInDays: [25, 50],
      place: 'Aula Kantor Kecamatan Alak; pertemuan lanjutan daring',
      outcomes: [
        {
          competency: 'TEK.08',
          fromLevel: 2,
          toLevel: 3,
          measure: 'Jawaban tertulis atas dua kasus dinilai sebelum dan sesudah kegiatan.',
        },
        { competency: 'M.08', fromLevel: 2, toLevel: 2 },
      ],
      sessions: [
        {
          title: 'Perjalanan satu pengaduan: di mana ia berhenti',
          minutes: 120,
          method: 'Pemetaan kelompok',
        },
        { title: 'Menelusuri sebab dan memutuskan tindak lanjut', minutes: 150, method: 'Studi kasus' },
        { title: 'Menulis jawaban kepada pelapor', minutes: 90, method: 'Praktik menulis' },
        { title: 'Pertemuan lanjutan: pengaduan bulan ini', minutes: 90, method: 'Diskusi daring' },
      ],
      speakers: [
        {
          name: 'Dr. Nikodemus Henuk, S.H., M.Hum.',
          affiliation: 'Universitas Contoh Kupang',
          expertise: 'Hukum administrasi dan pelayanan publik',
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
        {
          description: 'Honorarium narasumber',
          quantity: '7.5',
          unit: 'jam',
          unitPrice: '900000',
          source: 'GOVERNMENT',
        },
        {
          description: 'Penyamaran dan penggandaan bahan kasus',
          quantity: '20',
          unit: 'set',
          unitPrice: '30000',
          source: 'PARTNER',
        },
      ],
    },
    steps: [
      { daysAgo: 19.7, by: who.univ, deed: 'transition', action: 'SUBMIT' },
      { daysAgo: 16.8, by: who.secretariat, deed: 'transition', action: 'START_REVIEW' },
      {
        daysAgo: 11.6,
        by: who.reviewer1,
        deed: 'review',
        verdict: 'REVISE',
        scores: [4, 3, 3, 1, 2, 2],
        note:
          'Honorarium per jam tidak wajar dan seluruhnya dibebankan kepada kecamatan. Cara ' +
          'menyamarkan data pelapor belum dijelaskan.',
      },
      {
        daysAgo: 8.3,
        by: who.reviewer2,
        deed: 'review',
        verdict: 'REVISE',
        scores: [4, 3, 3, 2, 2, 3],
        note:
          'Rancangan tepat. Mohon menambah narasumber yang berpengalaman menangani pengaduan di ' +
          'lapangan.',
      },
      {
        daysAgo: 3.7,
        by: who.secretariat,
        deed: 'transition',
        action: 'REQUEST_CHANGES',
        reason:
          'Mohon menyesuaikan honorarium dan pembagian bebannya, menjelaskan penyamaran data ' +
          'pelapor, menambah satu narasumber praktisi, dan melengkapi cara mengukur hasil M.08.',
      },
      {
        daysAgo: 1.8,
        by: who.univ,
        deed: 'edit',
        content: {
          budget: [
            {
              description: 'Konsumsi peserta',
              quantity: '24',
              unit: 'orang',
              unitPrice: '45000',
              source: 'GOVERNMENT',
            },
            {
              description: 'Honorarium narasumber',
              quantity: '7.5',
              unit: 'jam',
              unitPrice: '200000',
              source: 'PARTNER',
            },
            {
              description: 'Penyamaran dan penggandaan bahan kasus',
              quantity: '20',
              unit: 'set',
              unitPrice: '30000',
              source: 'PARTNER',
            },
          ],
        },
      },
    ],
  },
];
