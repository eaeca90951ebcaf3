/** The accounts one signs in with. One with a person is an ASN; the others belong to partners or run the house. */
import { fullName, knownPeople } from './people.ts';

export interface AccountSeed {
  email: string;
  displayName: string;
  /** Key of a PersonSeed. */
  person?: string;
  /** Key of the post of that person. */
  post?: string;
  roles: {
    role: 'SECRETARIAT' | 'REVIEWER' | 'APPROVER' | 'LEADERSHIP' | 'HR' | 'ADMIN';
    unit: string;
    basis: string;
  }[];
  partner?: { key: string; owner: boolean };
  /** Key of a partner that this person asks to join. */
  asks?: string;
}

const decree = 'Keputusan Camat Alak (contoh)';

function ofPerson(email: string, post: string, roles: AccountSeed['roles'] = []): AccountSeed {
  const person = `${post}.1`;
  const known = knownPeople[person];
  if (!known) throw new Error(`${email}: ${person} has no name of their own`);
  return { email, displayName: fullName(known), person, post, roles };
}

export const accounts: AccountSeed[] = [
  {
    email: 'mitra@univ.contoh',
    displayName: 'Dr. Sari Mbatu, M.Pd.',
    roles: [],
    partner: { key: 'univ', owner: true },
  },
  {
    email: 'mitra@lsm.contoh',
    displayName: 'Dominggus Lamanepa, S.Sos.',
    roles: [],
    partner: { key: 'lsm', owner: true },
  },
  ofPerson('sekretariat@alak.contoh', 'kasubbag-umum', [
    { role: 'SECRETARIAT', unit: 'KPG.ALK', basis: `${decree} tentang Sekretariat Usulan` },
  ]),
  ofPerson('penelaah1@alak.contoh', 'sekcam', [
    { role: 'REVIEWER', unit: 'KPG.ALK', basis: `${decree} tentang Tim Penelaah Usulan` },
  ]),
  ofPerson('penelaah2@alak.contoh', 'kasi-pemberdayaan', [
    { role: 'REVIEWER', unit: 'KPG.ALK', basis: `${decree} tentang Tim Penelaah Usulan` },
  ]),
  ofPerson('camat@alak.contoh', 'camat', [
    { role: 'APPROVER', unit: 'KPG.ALK', basis: 'Jabatan Camat Alak' },
    { role: 'LEADERSHIP', unit: 'KPG.ALK', basis: 'Jabatan Camat Alak' },
  ]),
  ofPerson('kepegawaian@alak.contoh', 'analis-sdm-muda', [
    { role: 'HR', unit: 'KPG', basis: 'Surat Tugas Kepala BKPPD Kota Kupang (contoh)' },
  ]),
  ofPerson('asn@alak.contoh', 'loket-paten'),
  ofPerson('atasan@alak.contoh', 'kasi-pelayanan'),
  {
    email: 'admin@alak.contoh',
    displayName: 'Administrator Simpul',
    roles: [{ role: 'ADMIN', unit: 'KPG.ALK', basis: `${decree} tentang Pengelola Sistem` }],
  },
  {
    email: 'anggota@univ.contoh',
    displayName: 'Kristian Foeh, M.Kom.',
    roles: [],
    partner: { key: 'univ', owner: false },
  },
  {
    email: 'mitra@politeknik.contoh',
    displayName: 'Yuliana Pandie, S.T., M.T.',
    roles: [],
    partner: { key: 'poli', owner: true },
  },
  {
    email: 'mitra@karya.contoh',
    displayName: 'Ronald Tallo, S.Kom.',
    roles: [],
    partner: { key: 'pt', owner: true },
  },
  { email: 'dosen@univ.contoh', displayName: 'Maria Goreti Nubatonis, M.Si.', roles: [], asks: 'univ' },
];
