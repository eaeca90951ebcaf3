import type { PartnerFacts, PartnerState } from '../../partners/partner.rules.ts';

/** Partners of the demo. The names cannot be taken for those of real institutions. */
export interface PartnerSeed extends PartnerFacts {
  key: string;
  state: PartnerState;
}

export const partners: PartnerSeed[] = [
  {
    key: 'univ',
    name: 'Universitas Contoh Kupang',
    kind: 'UNIVERSITY',
    state: 'VERIFIED',
    summary: 'Mengajar tata kelola pelayanan publik, arsip, dan data bersama kecamatan dan kelurahan.',
    website: 'https://univ.contoh',
    legalNumber: 'SK Mendikbud (contoh) 101/E/O/2014',
    address: 'Jalan Contoh Raya Nomor 1, Kota Kupang',
    phone: '0380 100 101',
  },
  {
    key: 'lsm',
    name: 'Yayasan Contoh Flobamora',
    kind: 'NGO',
    state: 'VERIFIED',
    summary:
      'Mendampingi kelurahan dalam pemberdayaan warga, perlindungan anak, dan musyawarah rencana pembangunan.',
    website: 'https://lsm.contoh',
    legalNumber: 'AHU (contoh) 0002020.AH.01.04',
    address: 'Jalan Contoh Timur Nomor 12, Kota Kupang',
    phone: '0380 200 202',
  },
  {
    key: 'poli',
    name: 'Politeknik Contoh Kupang',
    kind: 'UNIVERSITY',
    state: 'VERIFIED',
    summary: 'Melatih keterampilan teknis: pemetaan, jaringan, keamanan data, dan pengelolaan sampah.',
    website: null,
    legalNumber: 'SK Mendikbud (contoh) 303/E/O/2016',
    address: 'Jalan Contoh Barat Nomor 30, Kota Kupang',
    phone: '0380 300 303',
  },
  {
    key: 'pt',
    name: 'PT Contoh Karya Digital',
    kind: 'COMPANY',
    state: 'PENDING',
    summary: 'Melatih pegawai memakai perangkat lunak perkantoran dan layanan pengaduan daring.',
    website: 'https://karya.contoh',
    legalNumber: 'AHU (contoh) 0004040.AH.01.01',
    address: 'Jalan Contoh Selatan Nomor 4, Kota Kupang',
    phone: '0380 400 404',
  },
];
