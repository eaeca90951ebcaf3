/**
 * Nine competencies of PermenPANRB 38/2017 in our own wording, and an invented technical dictionary of the
 * kecamatan. A regulation may change: the framework carries its version and its source.
 */
export type Level = 1 | 2 | 3 | 4 | 5;

export interface CompetencySeed {
  code: string;
  name: string;
  definition: string;
  kind: 'MANAGERIAL' | 'SOCIO_CULTURAL' | 'TECHNICAL';
  /** Descriptions of level 1 to 5. */
  levels: [string, string, string, string, string];
}

export const frameworkVersion = {
  code: 'PERMENPANRB-38-2017',
  name: 'Standar Kompetensi ASN',
  source: 'PermenPANRB 38/2017 (rumusan sendiri); kompetensi teknis: kamus contoh kecamatan',
};

/** Names of level 1 to 5. */
export const levelNames = ['Paham', 'Dasar', 'Menengah', 'Mumpuni', 'Ahli'] as const;

export const competencies: CompetencySeed[] = [
  {
    code: 'M.01',
    name: 'Integritas',
    definition:
      'Jujur dan konsisten memegang nilai, norma, serta etika organisasi, dan siap ' +
      'menanggung akibat keputusannya.',
    kind: 'MANAGERIAL',
    levels: [
      'Menjaga kejujuran dan kepatuhan pada aturan dalam pekerjaan sendiri.',
      'Mengajak dan mengingatkan rekan kerja agar tetap berpegang pada etika.',
      'Membina dan memantau anggota tim agar beretika, lewat apresiasi maupun teguran.',
      'Membangun iklim kerja instansi yang mendorong kepatuhan etika dan berani mengoreksi ' +
        'penyimpangan.',
      'Menjadi teladan keadilan dan etika berskala nasional serta merumuskan kebijakan ' + 'integritas.',
    ],
  },
  {
    code: 'M.02',
    name: 'Kerja Sama',
    definition: 'Membina hubungan kerja yang saling percaya dan menyatukan upaya untuk tujuan bersama.',
    kind: 'MANAGERIAL',
    levels: [
      'Menjalankan peran dalam tim dan menghormati keputusan bersama.',
      'Menghidupkan partisipasi tim: membantu rekan, berbagi informasi, menjaga komitmen.',
      'Membentuk tim yang tepat dan merangkul mitra demi target unit.',
      'Mempertemukan kepentingan antarunit dan menumbuhkan sinergi di tingkat instansi.',
      'Memelihara kolaborasi ajek di dalam dan luar instansi sampai tercapai konsensus.',
    ],
  },
  {
    code: 'M.03',
    name: 'Komunikasi',
    definition: 'Menyampaikan dan menerima gagasan secara jelas, tepat, dan sesuai lawan bicara.',
    kind: 'MANAGERIAL',
    levels: [
      'Menyampaikan informasi dengan jelas dan runtut sehingga dipahami sama.',
      'Mendengar aktif, merespons tepat, serta menyiapkan paparan, naskah, dan laporan.',
      'Menyampaikan hal rumit atau peka secara tegas namun santun, lisan dan tertulis.',
      'Merangkai gagasan dari banyak sudut pandang untuk mendorong kesepakatan.',
      'Merancang komunikasi terbuka yang strategis dan melibatkan pemangku kepentingan sejak ' + 'awal.',
    ],
  },
  {
    code: 'M.04',
    name: 'Orientasi pada Hasil',
    definition: 'Berkomitmen menuntaskan tugas dengan mutu yang terus meningkat.',
    kind: 'MANAGERIAL',
    levels: [
      'Menuntaskan tugas sesuai standar mutu dan SOP.',
      'Menaikkan standar kerja pribadi dan mencoba cara yang lebih baik.',
      'Menetapkan target unit yang menantang serta menindaklanjuti capaian anggota.',
      'Menggerakkan unit melampaui target dan menyelaraskannya dengan sasaran strategis ' + 'instansi.',
      'Menjamin mutu dan keberlanjutan hasil organisasi bagi prioritas nasional.',
    ],
  },
  {
    code: 'M.05',
    name: 'Pelayanan Publik',
    definition:
      'Menjalankan tugas pemerintahan secara profesional, terbuka, netral, dan tanpa ' + 'diskriminasi.',
    kind: 'MANAGERIAL',
    levels: [
      'Melayani menurut standar, netral dan tanpa membeda-bedakan.',
      'Menyelia layanan serta menjelaskan prosesnya secara terbuka.',
      'Memperbaiki standar layanan unit dengan membaca kebutuhan warga dan jejaring yang ada.',
      'Memantau dan menilai layanan serta mengantisipasi isu jangka panjang dan tekanan ' + 'politik.',
      'Memastikan kebijakan layanan objektif, netral, dan bebas kepentingan.',
    ],
  },
  {
    code: 'M.06',
    name: 'Pengembangan Diri dan Orang Lain',
    definition: 'Meningkatkan kemampuan diri dan mendorong orang lain bertumbuh.',
    kind: 'MANAGERIAL',
    levels: [
      'Mengenali kebutuhan belajar sendiri dan berusaha memenuhinya.',
      'Menularkan kemampuan lewat contoh dan petunjuk kerja praktis.',
      'Membimbing lewat tugas menantang dan umpan balik yang jujur.',
      'Menyusun program pengembangan jangka panjang, kaderisasi, dan evaluasinya.',
      'Mewujudkan budaya organisasi pembelajar yang berkelanjutan.',
    ],
  },
  {
    code: 'M.07',
    name: 'Mengelola Perubahan',
    definition: 'Menyesuaikan diri dan menggerakkan orang lain menghadapi cara kerja baru.',
    kind: 'MANAGERIAL',
    levels: [
      'Mengikuti perubahan dengan bimbingan.',
      'Beradaptasi atas prakarsa sendiri tanpa menunggu arahan.',
      'Membantu orang lain beralih dan mengantisipasi kebutuhan perubahan unit.',
      'Memimpin penerapan perubahan di unit beserta mitigasi risikonya.',
      'Menggalang dukungan luas agar perubahan berlanjut di tingkat instansi atau nasional.',
    ],
  },
  {
    code: 'M.08',
    name: 'Pengambilan Keputusan',
    definition: 'Memutuskan secara tepat waktu berdasarkan analisis dan pertimbangan risiko.',
    kind: 'MANAGERIAL',
    levels: [
      'Menghimpun informasi lalu bertindak dalam batas kewenangan.',
      'Menganalisis masalah secara mendalam sebelum memutuskan hal operasional.',
      'Membandingkan pilihan serta menimbang risiko dan peluang berhasil.',
      'Memutuskan masalah berisiko tinggi atau lintas fungsi dengan rencana mitigasi.',
      'Memutuskan persoalan strategis jangka panjang yang berdampak nasional.',
    ],
  },
  {
    code: 'SK.01',
    name: 'Perekat Bangsa',
    definition: 'Menghargai kemajemukan dan menjaga persatuan dalam tugas dan hubungan dengan warga.',
    kind: 'SOCIO_CULTURAL',
    levels: [
      'Memahami dan menerima perbedaan orang lain.',
      'Menumbuhkan sikap saling menghargai dan mengutamakan persamaan.',
      'Menggalakkan toleransi dan menengahi potensi konflik.',
      'Mendayagunakan keberagaman sebagai kekuatan organisasi.',
      'Mewakili pemerintah membangun ikatan sosial yang kuat dengan masyarakat.',
    ],
  },
  {
    code: 'TEK.01',
    name: 'Pengelolaan layanan administrasi terpadu kecamatan (PATEN)',
    definition:
      'Menyelenggarakan layanan perizinan dan nonperizinan kecamatan lewat satu pintu yang ' +
      'jelas syarat, biaya, dan waktunya.',
    kind: 'TECHNICAL',
    levels: [
      'Menjelaskan jenis layanan, syarat, dan alur berkas di loket.',
      'Memeriksa kelengkapan berkas dan memprosesnya sesuai SOP dan batas waktu.',
      'Menyelesaikan berkas bermasalah dan memperbaiki alur loket dengan membaca catatan ' + 'layanan.',
      'Menyusun standar layanan terpadu, menyelaraskan unit yang terlibat, dan menilai ' + 'kinerjanya.',
      'Merumuskan kebijakan layanan terpadu dan menjadi rujukan bagi kecamatan lain.',
    ],
  },
  {
    code: 'TEK.02',
    name: 'Aplikasi pemerintahan elektronik (SPBE)',
    definition:
      'Menggunakan dan mengelola aplikasi pemerintahan elektronik secara tertib, aman, dan ' +
      'bermanfaat bagi layanan.',
    kind: 'TECHNICAL',
    levels: [
      'Mengenali aplikasi yang dipakai unit dan menggunakannya dengan panduan.',
      'Memasukkan dan memperbarui data layanan sendiri dengan benar serta menjaga ' + 'kerahasiaan akun.',
      'Mengelola aplikasi unit, menemukan kesalahan data, dan membantu pengguna lain ' + 'memakainya.',
      'Menata proses kerja digital antarunit, menilai risikonya, dan mengusulkan perbaikan ' + 'aplikasi.',
      'Merumuskan arah dan kebijakan pemerintahan elektronik daerah beserta pengamanannya.',
    ],
  },
  {
    code: 'TEK.03',
    name: 'Pengelolaan waktu dan prioritas kerja',
    definition:
      'Mengatur waktu, urutan, dan beban kerja agar tugas yang paling penting bagi layanan ' +
      'selesai tepat waktu.',
    kind: 'TECHNICAL',
    levels: [
      'Mengetahui tenggat tugas sendiri dan mencatatnya dalam daftar kerja.',
      'Menyusun rencana kerja mingguan dan mendahulukan tugas yang penting dan mendesak.',
      'Membagi beban kerja anggota, memantau tenggat, dan menggeser prioritas ketika keadaan ' + 'berubah.',
      'Menata kalender dan beban kerja antarunit serta mengurangi pekerjaan yang tidak ' + 'memberi nilai.',
      'Menetapkan kebijakan pengelolaan kinerja dan beban kerja instansi.',
    ],
  },
  {
    code: 'TEK.04',
    name: 'Protokol dan kebijakan kesehatan masyarakat',
    definition:
      'Menerapkan kebijakan kesehatan yang berlaku dan protokol pencegahan penyakit dalam ' +
      'layanan kepada masyarakat.',
    kind: 'TECHNICAL',
    levels: [
      'Mengenali kebijakan kesehatan terbaru dan protokol dasar di tempat kerja.',
      'Menerapkan protokol kesehatan sesuai SOP dalam layanan sehari-hari.',
      'Menyesuaikan protokol dengan keadaan setempat, memantau kepatuhan, dan menjelaskannya ' +
        'kepada warga.',
      'Menyusun protokol fasilitas, menilai penerapannya, dan memadukan layanan dengan ' + 'lintas sektor.',
      'Merumuskan kebijakan kesehatan masyarakat daerah berdasarkan bukti.',
    ],
  },
  {
    code: 'TEK.05',
    name: 'Pengelolaan keuangan dan aset kelurahan',
    definition:
      'Merencanakan, menatausahakan, dan mempertanggungjawabkan keuangan serta aset ' +
      'kelurahan secara tertib dan terbuka.',
    kind: 'TECHNICAL',
    levels: [
      'Mengetahui alur anggaran, jenis bukti, dan daftar aset kelurahan.',
      'Menatausahakan bukti belanja dan mencatat aset sesuai ketentuan.',
      'Menyusun laporan pertanggungjawaban yang cocok dengan bukti dan memperbaiki temuan ' + 'pemeriksaan.',
      'Mengendalikan anggaran beberapa unit, menilai risiko, dan membina para bendahara.',
      'Merumuskan kebijakan keuangan dan aset wilayah serta menjamin pertanggungjawabannya.',
    ],
  },
  {
    code: 'TEK.06',
    name: 'Penanggulangan bencana tingkat kelurahan',
    definition:
      'Menyiapkan warga dan unit kerja menghadapi bencana, bertindak saat terjadi, dan ' +
      'memulihkan layanan sesudahnya.',
    kind: 'TECHNICAL',
    levels: [
      'Mengetahui ancaman di wilayahnya, jalur evakuasi, dan nomor yang harus dihubungi.',
      'Menjalankan peran dalam rencana siaga dan membantu pendataan warga rentan.',
      'Menyusun rencana siaga kelurahan, memimpin simulasi, dan menggerakkan relawan saat ' + 'kejadian.',
      'Menyelaraskan penanggulangan antarkelurahan dengan instansi terkait dan menilai ' + 'kesiapannya.',
      'Merumuskan kebijakan penanggulangan bencana daerah dan pemulihannya.',
    ],
  },
  {
    code: 'TEK.07',
    name: 'Pengelolaan data kependudukan',
    definition:
      'Mengumpulkan, memeriksa, memutakhirkan, dan melindungi data kependudukan sebagai ' + 'dasar layanan.',
    kind: 'TECHNICAL',
    levels: [
      'Mengenali jenis data dan dokumen kependudukan serta kewajiban melindunginya.',
      'Memasukkan dan memutakhirkan data kependudukan dari dokumen yang sah.',
      'Menemukan data ganda atau keliru, menelusuri sebabnya, dan menyajikan data untuk ' + 'perencanaan.',
      'Menata pertukaran data antarunit, menjamin mutunya, dan mengawasi hak akses.',
      'Merumuskan kebijakan tata kelola data kependudukan daerah.',
    ],
  },
  {
    code: 'TEK.08',
    name: 'Pengelolaan pengaduan masyarakat',
    definition:
      'Menerima, menelusuri, dan menuntaskan pengaduan warga secara adil, tepat waktu, dan ' +
      'menjadi pelajaran bagi layanan.',
    kind: 'TECHNICAL',
    levels: [
      'Menerima pengaduan dengan sopan dan mencatatnya dengan lengkap.',
      'Memilah pengaduan, meneruskannya kepada yang berwenang, dan mengabari pelapor.',
      'Menelusuri sebab pengaduan, memutuskan tindak lanjut, dan menjelaskan hasilnya kepada ' + 'pelapor.',
      'Membaca pola pengaduan antarunit dan memperbaiki layanan yang menjadi sumbernya.',
      'Merumuskan kebijakan pengaduan yang melindungi pelapor dan mendorong perbaikan ' + 'layanan.',
    ],
  },
];
