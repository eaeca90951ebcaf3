import { who, type StorySeed } from './story.ts';

/** Stories that the camat approved: one confirmed by its partner, one waiting for that. */
export const approved: StorySeed[] = [
  {
    number: 1,
    partner: 'univ',
    by: who.univ,
    createdDaysAgo: 48.4,
    needs: [
      {
        need: 1,
        strength: 'PRIMARY',
        note: 'Seluruh sesi berlatih dengan agenda dan tenggat peserta sendiri.',
      },
    ],
    content: {
      title: 'Lokakarya manajemen waktu bagi kepala seksi',
      kind: 'WORKSHOP',
      mode: 'ON_SITE',
      summary:
        'Dua pertemuan dengan jeda dua minggu untuk menerapkan. Kepala seksi memetakan ' +
        'pekerjaan satu minggu, memilah yang penting dari yang mendesak, membagi beban kepada ' +
        'anggota, lalu membawa hasil penerapannya pada pertemuan kedua.',
      rationale:
        'Catatan rapat mingguan kecamatan menunjukkan 62 persen tindak lanjut selesai tepat ' +
        'waktu. Wawancara kami dengan enam kepala seksi memperlihatkan dua sebab utama: ' +
        'permintaan mendadak tidak dicatat, dan beban anggota tidak terlihat sehingga ' +
        'pekerjaan menumpuk pada orang yang sama.',
      objectives:
        'Peserta mampu menyusun rencana mingguan seksi, membagi tugas menurut beban nyata, ' +
        'memantau tenggat dengan papan kerja sederhana, dan menggeser prioritas secara terbuka ' +
        'ketika ada permintaan mendadak.',
      audience:
        'Kepala seksi di Kecamatan Alak dan kelurahan, diutamakan yang mempunyai dua anggota ' +
        'atau lebih.',
      accessNeeds: 'Ruang di lantai dasar; bahan cetak dengan huruf 14 bagi yang memerlukan.',
      capacityMin: 15,
      capacityMax: 25,
      preferredInDays: [14, 35],
      place: 'Aula Kantor Kecamatan Alak',
      outcomes: [
        {
          competency: 'TEK.03',
          fromLevel: 2,
          toLevel: 3,
          measure:
            'Tes kasus sebelum dan sesudah kegiatan dengan butir setara; papan kerja seksi ' +
            'diperiksa pada minggu keempat.',
        },
        {
          competency: 'M.04',
          fromLevel: 2,
          toLevel: 2,
          measure: 'Persentase tindak lanjut rapat yang tepat waktu, satu bulan sebelum dan sesudah.',
        },
      ],
      sessions: [
        {
          title: 'Ke mana waktu seksi pergi: memetakan satu minggu kerja',
          minutes: 120,
          method: 'Praktik dengan catatan kerja sendiri',
        },
        {
          title: 'Penting, mendesak, dan yang boleh ditinggalkan',
          minutes: 90,
          method: 'Studi kasus kelompok',
        },
        { title: 'Membagi beban kerja yang terlihat', minutes: 120, method: 'Simulasi papan kerja' },
        {
          title: 'Pertemuan kedua: memeriksa penerapan dan memperbaiki papan',
          minutes: 120,
          method: 'Klinik berpasangan',
        },
      ],
      speakers: [
        {
          name: 'Dr. Sari Mbatu, M.Pd.',
          affiliation: 'Universitas Contoh Kupang',
          expertise: 'Pembelajaran orang dewasa; sepuluh tahun mendampingi kantor pemerintah',
        },
        {
          name: 'Yakob Sinlae, S.E., M.M.',
          affiliation: 'Universitas Contoh Kupang',
          expertise: 'Manajemen operasi layanan publik',
        },
      ],
      budget: [
        {
          description: 'Konsumsi peserta dan panitia, dua pertemuan',
          quantity: '60',
          unit: 'orang-hari',
          unitPrice: '45000',
          source: 'GOVERNMENT',
        },
        {
          description: 'Honorarium narasumber',
          quantity: '15',
          unit: 'orang-jam',
          unitPrice: '200000',
          source: 'PARTNER',
        },
        {
          description: 'Papan kerja dan kartu tugas per seksi',
          quantity: '25',
          unit: 'set',
          unitPrice: '65000',
          source: 'PARTNER',
        },
      ],
    },
    steps: [
      { daysAgo: 25.3, by: who.univ, deed: 'transition', action: 'SUBMIT' },
      { daysAgo: 22.4, by: who.secretariat, deed: 'transition', action: 'START_REVIEW' },
      {
        daysAgo: 16.5,
        by: who.reviewer2,
        deed: 'review',
        verdict: 'APPROVE',
        scores: [4, 4, 3, 3, 3, 4],
        note:
          'Rancangan memakai pekerjaan nyata peserta dan memberi jeda untuk menerapkan. Jeda dua ' +
          'minggu mohon tidak jatuh pada masa penyusunan laporan akhir bulan.',
      },
      {
        daysAgo: 13.8,
        by: who.reviewer1,
        deed: 'review',
        verdict: 'APPROVE',
        scores: [4, 3, 4, 3, 3, 3],
        note:
          'Menjawab kebutuhan secara langsung. Pengukuran pada minggu keempat dapat memakai ' +
          'catatan rapat yang sudah ada.',
      },
      {
        daysAgo: 10.4,
        by: who.reviewer1,
        deed: 'transition',
        action: 'RECOMMEND',
        outcome: 'APPROVED',
        reason: 'Kedua penelaah menilai usulan siap dilaksanakan dengan biaya yang wajar.',
      },
      {
        daysAgo: 8.9,
        by: who.secretariat,
        deed: 'link',
        needs: [
          {
            need: 5,
            strength: 'SUPPORTING',
            note: 'Tenggat tindak lanjut pengaduan ikut dikelola lewat papan kerja seksi.',
          },
        ],
      },
      {
        daysAgo: 6.3,
        by: who.approver,
        deed: 'transition',
        action: 'APPROVE',
        reason: 'Disetujui untuk 25 kepala seksi. Mohon jadwal pertemuan tidak mengurangi jam loket.',
      },
      { daysAgo: 2.6, by: who.univ, deed: 'transition', action: 'CONFIRM' },
    ],
  },
  {
    number: 5,
    partner: 'lsm',
    by: who.ngo,
    createdDaysAgo: 40.2,
    needs: [{ need: 6, strength: 'PRIMARY' }],
    content: {
      title: 'Pelatihan protokol kesehatan untuk puskesmas dan posyandu',
      kind: 'TRAINING',
      mode: 'ON_SITE',
      summary:
        'Pelatihan dua hari bagi tenaga kesehatan tiga puskesmas tentang kebijakan kesehatan ' +
        'terkini, pencegahan infeksi pada kunjungan rumah dan posyandu, serta cara ' +
        'menjelaskannya kepada kader. Hari kedua berlangsung di posyandu dengan pengamat.',
      rationale:
        'Pengamatan pada 18 posyandu menunjukkan 68 persen butir protokol dijalankan. Butir ' +
        'yang paling sering terlewat adalah kebersihan tangan di antara pasien, pemilahan ' +
        'limbah tajam, dan penjelasan kepada keluarga. Musim hujan meningkatkan kasus demam ' +
        'berdarah sehingga penerapan yang seragam mendesak.',
      objectives:
        'Peserta mampu menerapkan seluruh butir protokol, menyesuaikannya dengan keadaan ' +
        'posyandu, memantau kepatuhan rekan, dan menjelaskan alasan protokol kepada kader dan ' +
        'warga.',
      audience:
        'Perawat, bidan, tenaga sanitasi, dan penyuluh kesehatan Puskesmas Alak, Manutapen, ' + 'dan Naioni.',
      accessNeeds: 'Ruang menyusui; jadwal bergilir agar layanan puskesmas tetap berjalan.',
      capacityMin: 15,
      capacityMax: 30,
      preferredInDays: [10, 30],
      place: 'Aula Puskesmas Alak dan dua posyandu',
      outcomes: [
        {
          competency: 'TEK.04',
          fromLevel: 2,
          toLevel: 3,
          measure:
            'Tes sebelum dan sesudah; pengamatan posyandu dengan lembar 20 butir pada minggu ' + 'keenam.',
        },
        {
          competency: 'M.03',
          fromLevel: 2,
          toLevel: 2,
          measure: 'Peragaan penjelasan kepada kader, dinilai dua pengamat.',
        },
      ],
      sessions: [
        {
          title: 'Kebijakan kesehatan terkini dan artinya bagi puskesmas',
          minutes: 90,
          method: 'Paparan dan tanya jawab',
        },
        {
          title: 'Pencegahan infeksi: dari kebersihan tangan sampai limbah tajam',
          minutes: 150,
          method: 'Demonstrasi dan praktik',
        },
        {
          title: 'Demam berdarah: penemuan kasus dan pemberantasan sarang nyamuk',
          minutes: 120,
          method: 'Studi kasus wilayah',
        },
        { title: 'Praktik di posyandu dengan pengamat', minutes: 240, method: 'Praktik lapangan' },
      ],
      speakers: [
        {
          name: 'dr. Imelda Ully, M.K.M.',
          affiliation: 'Yayasan Contoh Flobamora',
          expertise: 'Kesehatan masyarakat dan pencegahan infeksi',
        },
        {
          name: 'Ns. Gerson Tanaem, S.Kep.',
          affiliation: 'Yayasan Contoh Flobamora',
          expertise: 'Keperawatan komunitas',
        },
      ],
      budget: [
        {
          description: 'Perlengkapan praktik pencegahan infeksi',
          quantity: '30',
          unit: 'set',
          unitPrice: '85000',
          source: 'PARTNER',
        },
        {
          description: 'Konsumsi peserta, dua hari',
          quantity: '66',
          unit: 'orang-hari',
          unitPrice: '45000',
          source: 'SHARED',
        },
        {
          description: 'Transportasi pengamat posyandu',
          quantity: '8',
          unit: 'orang-kali',
          unitPrice: '75000',
          source: 'PARTNER',
        },
      ],
    },
    steps: [
      { daysAgo: 20.8, by: who.ngo, deed: 'transition', action: 'SUBMIT' },
      { daysAgo: 18.4, by: who.secretariat, deed: 'transition', action: 'START_REVIEW' },
      {
        daysAgo: 12.6,
        by: who.reviewer1,
        deed: 'review',
        verdict: 'APPROVE',
        scores: [4, 4, 4, 3, 4, 3],
        note: 'Praktik di posyandu dan pengamatan pada minggu keenam menjawab kebutuhan dengan tepat.',
      },
      {
        daysAgo: 10.7,
        by: who.reviewer2,
        deed: 'review',
        verdict: 'APPROVE',
        scores: [4, 3, 4, 4, 3, 4],
        note:
          'Giliran peserta perlu disepakati dengan tiga kepala puskesmas agar layanan tidak ' + 'berhenti.',
      },
      {
        daysAgo: 7.2,
        by: who.reviewer2,
        deed: 'transition',
        action: 'RECOMMEND',
        outcome: 'APPROVED',
        reason:
          'Sesuai kebutuhan, mendesak menjelang puncak musim hujan, dan sebagian besar biaya ' +
          'ditanggung mitra.',
      },
      {
        daysAgo: 1.6,
        by: who.approver,
        deed: 'transition',
        action: 'APPROVE',
        reason:
          'Disetujui. Mohon mitra memastikan giliran peserta bersama kepala puskesmas sebelum ' +
          'mengonfirmasi jadwal.',
      },
    ],
  },
];
