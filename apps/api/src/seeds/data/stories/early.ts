import { who, type StorySeed } from './story.ts';

/** Stories at their beginning: being written, or just sent and waiting for the secretariat. */
export const early: StorySeed[] = [
  {
    number: 11,
    partner: 'univ',
    by: who.univ,
    createdDaysAgo: 15.3,
    needs: [{ need: 4, strength: 'PRIMARY' }],
    content: {
      title: 'Klinik mutu data kependudukan di enam kelurahan',
      kind: 'MENTORING',
      mode: 'HYBRID',
      summary:
        'Pendampingan enam minggu: setiap pekan satu pertemuan dua jam di kantor kelurahan, ' +
        'peserta memeriksa seratus data bersama pendamping, mencatat sebab kesalahan, dan ' +
        'memperbaikinya menurut kewenangan. Kemajuan dibahas secara daring setiap dua minggu.',
      rationale:
        'Pelatihan di kelas sukar diterapkan karena kesalahan data tiap kelurahan berbeda. ' +
        'Pendampingan di tempat kerja memungkinkan petugas belajar dari data yang mereka ' +
        'kelola sendiri tanpa data keluar dari kantor.',
      objectives:
        'Peserta mampu menjalankan uji petik bulanan, menelusuri sebab kesalahan, dan menjaga ' +
        'kerahasiaan data warga selama pemeriksaan.',
      audience: 'Kepala seksi pemerintahan dan operator di enam kelurahan dengan data keliru terbanyak.',
      accessNeeds: 'Pendampingan dilakukan di lantai dasar kantor kelurahan.',
      capacityMin: 6,
      capacityMax: 12,
      preferredInDays: [20, 62],
      place: 'Kantor kelurahan masing-masing',
      outcomes: [
        {
          competency: 'TEK.07',
          fromLevel: 2,
          toLevel: 3,
          measure: 'Uji petik 100 data per kelurahan pada minggu pertama dan keenam.',
        },
        {
          competency: 'M.01',
          fromLevel: 1,
          toLevel: 2,
          measure: 'Daftar periksa kerahasiaan data pada setiap pertemuan.',
        },
      ],
      sessions: [
        { title: 'Pertemuan pembuka: uji petik pertama', minutes: 120, method: 'Praktik di tempat kerja' },
        { title: 'Empat pertemuan klinik', minutes: 480, method: 'Pendampingan di tempat kerja' },
        { title: 'Uji petik penutup dan rencana bulanan', minutes: 120, method: 'Praktik dan refleksi' },
      ],
      speakers: [
        {
          name: 'Margareta Ndaumanu, S.Si., M.Si.',
          affiliation: 'Universitas Contoh Kupang',
          expertise: 'Statistik dan demografi',
        },
        {
          name: 'Kristian Foeh, M.Kom.',
          affiliation: 'Universitas Contoh Kupang',
          expertise: 'Keamanan data',
        },
      ],
      budget: [
        {
          description: 'Transportasi pendamping',
          quantity: '36',
          unit: 'orang-kali',
          unitPrice: '60000',
          source: 'PARTNER',
        },
        {
          description: 'Penggandaan lembar uji petik',
          quantity: '12',
          unit: 'set',
          unitPrice: '30000',
          source: 'PARTNER',
        },
      ],
    },
    steps: [
      {
        daysAgo: 12.1,
        by: who.univMember,
        deed: 'edit',
        content: {
          accessNeeds:
            'Pendampingan dilakukan di lantai dasar kantor kelurahan; bahan tersedia dalam huruf ' + 'besar.',
        },
      },
      { daysAgo: 9.4, by: who.univ, deed: 'transition', action: 'SUBMIT' },
    ],
  },
  {
    number: 12,
    partner: 'lsm',
    by: who.ngo,
    createdDaysAgo: 8.6,
    needs: [{ need: 3, strength: 'PRIMARY' }],
    content: {
      title: 'Kelas menulis pengumuman yang mudah dipahami warga',
      kind: 'WORKSHOP',
      mode: 'ON_SITE',
      summary:
        'Petugas kelurahan menulis ulang pengumuman dan surat penolakan yang paling sering ' +
        'dikeluarkan, lalu mengujinya kepada warga di ruang tunggu.',
      rationale:
        'Pengumuman di papan kelurahan rata-rata memuat tiga rujukan surat sebelum menyebut ' +
        'apa yang harus dibawa warga.',
      audience: 'Petugas loket dan sekretaris kelurahan.',
      outcomes: [{ competency: 'M.03', fromLevel: 2, toLevel: 3 }],
      sessions: [{ title: 'Membaca dengan mata warga', minutes: 90, method: 'Uji baca bersama' }],
    },
    steps: [
      {
        daysAgo: 4.8,
        by: who.ngo,
        deed: 'edit',
        content: {
          sessions: [
            { title: 'Membaca dengan mata warga', minutes: 90, method: 'Uji baca bersama' },
            { title: 'Menulis ulang dan menguji di ruang tunggu', minutes: 150, method: 'Praktik' },
          ],
        },
      },
    ],
  },
  {
    number: 13,
    partner: 'univ',
    by: who.univMember,
    createdDaysAgo: 5.2,
    needs: [{ need: 2, strength: 'SUPPORTING' }],
    content: {
      title: 'Webinar keamanan akun dan data di kantor kelurahan',
      kind: 'WEBINAR',
      mode: 'ONLINE',
      summary:
        'Dua jam tentang kata sandi, pesan palsu, dan berbagi berkas dengan aman, memakai ' +
        'contoh yang terjadi di kantor pelayanan.',
      speakers: [
        {
          name: 'Kristian Foeh, M.Kom.',
          affiliation: 'Universitas Contoh Kupang',
          expertise: 'Keamanan data',
        },
      ],
    },
    steps: [],
  },
  {
    number: 14,
    partner: 'poli',
    by: who.poly,
    createdDaysAgo: 3.9,
    needs: [
      { need: 1, strength: 'PRIMARY', note: 'Pendampingan di tempat kerja, bukan pelatihan di kelas.' },
      { need: 5, strength: 'SUPPORTING' },
    ],
    content: {
      title: 'Pendampingan papan kerja harian di seksi kelurahan',
      kind: 'MENTORING',
      mode: 'ON_SITE',
      summary:
        'Selama empat minggu pendamping hadir pada rapat pagi tiga puluh menit di seksi ' +
        'kelurahan, membantu kepala seksi memakai papan kerja, membatasi pekerjaan yang ' +
        'berjalan bersamaan, dan membaca tenggat pengaduan.',
      rationale:
        'Kebiasaan baru dalam membagi waktu mudah hilang setelah pelatihan. Pendampingan ' +
        'singkat dan rutin pada rapat pagi membantu kepala seksi mempertahankannya tanpa ' +
        'meninggalkan loket.',
      objectives:
        'Kepala seksi mampu memimpin rapat pagi yang ringkas, menjaga papan kerja tetap ' +
        'mutakhir, dan memindahkan prioritas bersama anggotanya.',
      audience: 'Kepala seksi kelurahan beserta anggotanya, maksimal delapan seksi.',
      accessNeeds: 'Papan dipasang pada ketinggian yang terjangkau pengguna kursi roda.',
      capacityMin: 4,
      capacityMax: 8,
      preferredInDays: [42, 70],
      place: 'Kantor kelurahan peserta',
      outcomes: [
        {
          competency: 'TEK.03',
          fromLevel: 2,
          toLevel: 3,
          measure: 'Pengamatan rapat pagi pada minggu pertama dan keempat; tugas lewat tenggat per minggu.',
        },
      ],
      sessions: [
        { title: 'Memasang papan kerja bersama anggota', minutes: 90, method: 'Praktik di tempat kerja' },
        { title: 'Delapan rapat pagi yang didampingi', minutes: 240, method: 'Pendampingan' },
        { title: 'Membaca hasil empat minggu', minutes: 60, method: 'Refleksi terpandu' },
      ],
      speakers: [
        {
          name: 'Petronela Lakapu, S.E., M.M.',
          affiliation: 'Politeknik Contoh Kupang',
          expertise: 'Manajemen layanan',
        },
        {
          name: 'Silvester Bire, S.T., M.T.',
          affiliation: 'Politeknik Contoh Kupang',
          expertise: 'Perbaikan proses kerja',
        },
      ],
      budget: [
        { description: 'Papan kerja', quantity: '8', unit: 'buah', unitPrice: '175000', source: 'PARTNER' },
        {
          description: 'Transportasi pendamping',
          quantity: '80',
          unit: 'orang-kali',
          unitPrice: '50000',
          source: 'SHARED',
        },
      ],
    },
    steps: [{ daysAgo: 0.3, by: who.poly, deed: 'transition', action: 'SUBMIT' }],
  },
];
