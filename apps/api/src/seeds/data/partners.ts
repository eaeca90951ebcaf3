/** Partners of the demo. The names cannot be taken for those of real institutions. */
export interface PartnerSeed {
  key: string;
  name: string;
  kind: 'UNIVERSITY' | 'NGO' | 'GOVERNMENT' | 'COMPANY';
  state: 'PENDING' | 'VERIFIED' | 'SUSPENDED';
}

export const partners: PartnerSeed[] = [
  { key: 'univ', name: 'Universitas Contoh Kupang', kind: 'UNIVERSITY', state: 'VERIFIED' },
  { key: 'lsm', name: 'Yayasan Contoh Flobamora', kind: 'NGO', state: 'VERIFIED' },
  { key: 'poli', name: 'Politeknik Contoh Kupang', kind: 'UNIVERSITY', state: 'VERIFIED' },
  { key: 'pt', name: 'PT Contoh Karya Digital', kind: 'COMPANY', state: 'PENDING' },
];
