/** The demo's accounts by what they are. */
export const who = {
  university: 'mitra@univ.contoh',
  universityMember: 'anggota@univ.contoh',
  ngo: 'mitra@lsm.contoh',
  polytechnic: 'mitra@politeknik.contoh',
  pending: 'mitra@karya.contoh',
  asking: 'dosen@univ.contoh',
  secretariat: 'sekretariat@alak.contoh',
  reviewer1: 'penelaah1@alak.contoh',
  reviewer2: 'penelaah2@alak.contoh',
  approver: 'camat@alak.contoh',
  hr: 'kepegawaian@alak.contoh',
  asn: 'asn@alak.contoh',
  supervisor: 'atasan@alak.contoh',
  admin: 'admin@alak.contoh',
} as const;
