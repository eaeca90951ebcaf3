/** The organisation tree of the demo. Places are real public facts; the codes are our own. */
export type UnitKind = 'CITY' | 'AGENCY' | 'DISTRICT' | 'SUBDISTRICT' | 'SECTION' | 'FACILITY';

export interface UnitSeed {
  code: string;
  name: string;
  kind: UnitKind;
  parent: string | null;
  aliases?: string[];
}

type SectionKey = 'PEM' | 'KES' | 'TRT';

export interface SubdistrictSeed {
  key: string;
  name: string;
  aliases?: string[];
  /** Sections this kelurahan has; the small ones have none and the staff answer to the sekretaris. */
  sections: SectionKey[];
}

export const subdistricts: SubdistrictSeed[] = [
  { key: 'ALK', name: 'Alak', sections: ['PEM', 'KES', 'TRT'] },
  { key: 'BTP', name: 'Batuplat', aliases: ['Batu Plat'], sections: ['PEM'] },
  { key: 'FTF', name: 'Fatufeto', sections: ['PEM', 'KES'] },
  { key: 'MTS', name: 'Mantasi', sections: [] },
  { key: 'MNL', name: 'Manulai II', aliases: ['Manulai 2'], sections: ['PEM', 'KES'] },
  { key: 'MTP', name: 'Manutapen', sections: ['PEM', 'KES'] },
  { key: 'NAI', name: 'Naioni', sections: ['PEM'] },
  { key: 'NMS', name: 'Namosain', sections: ['PEM', 'KES', 'TRT'] },
  { key: 'NBD', name: 'Nunbaun Delha', sections: ['PEM', 'KES'] },
  { key: 'NBS', name: 'Nunbaun Sabu', sections: ['PEM'] },
  { key: 'NHL', name: 'Nunhila', sections: [] },
  { key: 'PKO', name: 'Penkase Oeleta', aliases: ['Penkase-Oeleta'], sections: ['PEM', 'KES', 'TRT'] },
];

export const healthCentres = [
  { key: 'ALAK', name: 'Alak' },
  { key: 'MANUTAPEN', name: 'Manutapen' },
  { key: 'NAIONI', name: 'Naioni' },
];

/** Code of a kelurahan, and of a section within it. */
export function subdistrictUnit(key: string, section?: SectionKey): string {
  return section ? `KPG.ALK.${key}.${section}` : `KPG.ALK.${key}`;
}

/** Code of a puskesmas. */
export function healthCentreUnit(key: string): string {
  return `KPG.DINKES.${key}`;
}

const sectionNames: Record<SectionKey, string> = {
  PEM: 'Seksi Pemerintahan dan Pelayanan',
  KES: 'Seksi Pemberdayaan dan Kesejahteraan Masyarakat',
  TRT: 'Seksi Ketenteraman dan Ketertiban',
};

const withinDistrict: UnitSeed[] = [
  { code: 'KPG.ALK.SEK', name: 'Sekretariat Kecamatan Alak', kind: 'SECTION', parent: 'KPG.ALK' },
  {
    code: 'KPG.ALK.SEK.UMUM',
    name: 'Subbagian Umum dan Kepegawaian',
    kind: 'SECTION',
    parent: 'KPG.ALK.SEK',
  },
  {
    code: 'KPG.ALK.SEK.KEU',
    name: 'Subbagian Keuangan dan Program',
    kind: 'SECTION',
    parent: 'KPG.ALK.SEK',
  },
  { code: 'KPG.ALK.S-PEM', name: 'Seksi Pemerintahan', kind: 'SECTION', parent: 'KPG.ALK' },
  { code: 'KPG.ALK.S-PMD', name: 'Seksi Pemberdayaan Masyarakat', kind: 'SECTION', parent: 'KPG.ALK' },
  { code: 'KPG.ALK.S-TRT', name: 'Seksi Ketenteraman dan Ketertiban', kind: 'SECTION', parent: 'KPG.ALK' },
  { code: 'KPG.ALK.S-KES', name: 'Seksi Kesejahteraan Sosial', kind: 'SECTION', parent: 'KPG.ALK' },
  { code: 'KPG.ALK.S-PEL', name: 'Seksi Pelayanan', kind: 'SECTION', parent: 'KPG.ALK' },
];

export const units: UnitSeed[] = [
  { code: 'KPG', name: 'Kota Kupang', kind: 'CITY', parent: null },
  {
    code: 'KPG.BKPPD',
    name: 'Badan Kepegawaian, Pendidikan dan Pelatihan Daerah Kota Kupang',
    kind: 'AGENCY',
    parent: 'KPG',
    aliases: ['BKPPD'],
  },
  {
    code: 'KPG.DINKES',
    name: 'Dinas Kesehatan Kota Kupang',
    kind: 'AGENCY',
    parent: 'KPG',
    aliases: ['Dinkes'],
  },
  ...healthCentres.map(({ key, name }): UnitSeed => ({
    code: healthCentreUnit(key),
    name: `Puskesmas ${name}`,
    kind: 'FACILITY',
    parent: 'KPG.DINKES',
  })),
  { code: 'KPG.ALK', name: 'Kecamatan Alak', kind: 'DISTRICT', parent: 'KPG' },
  { code: 'KPG.KLM', name: 'Kecamatan Kelapa Lima', kind: 'DISTRICT', parent: 'KPG' },
  { code: 'KPG.KTL', name: 'Kecamatan Kota Lama', kind: 'DISTRICT', parent: 'KPG' },
  { code: 'KPG.KTR', name: 'Kecamatan Kota Raja', kind: 'DISTRICT', parent: 'KPG' },
  { code: 'KPG.MLF', name: 'Kecamatan Maulafa', kind: 'DISTRICT', parent: 'KPG' },
  { code: 'KPG.OBB', name: 'Kecamatan Oebobo', kind: 'DISTRICT', parent: 'KPG' },
  ...withinDistrict,
  ...subdistricts.flatMap(({ key, name, aliases, sections }): UnitSeed[] => [
    {
      code: subdistrictUnit(key),
      name: `Kelurahan ${name}`,
      kind: 'SUBDISTRICT',
      parent: 'KPG.ALK',
      ...(aliases ? { aliases } : {}),
    },
    ...sections.map((section): UnitSeed => ({
      code: subdistrictUnit(key, section),
      name: `${sectionNames[section]} Kelurahan ${name}`,
      kind: 'SECTION',
      parent: subdistrictUnit(key),
    })),
  ]),
];
