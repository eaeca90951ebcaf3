/** The rubric in force. Scores of a review stand in this order. */
export interface CriterionSeed {
  key: string;
  name: string;
  description: string;
  /** 0 for an independent criterion: it stays outside the total. */
  weight: number;
  maximum: number;
  independent: boolean;
}

export const rubric: CriterionSeed[] = [
  {
    key: 'fit',
    name: 'Kesesuaian dengan kebutuhan',
    description:
      'Usulan menjawab kebutuhan yang tertaut: kompetensi, level sasaran, dan peserta yang dituju.',
    weight: 30,
    maximum: 4,
    independent: false,
  },
  {
    key: 'design',
    name: 'Mutu rancangan belajar',
    description: 'Sesi, metode, dan waktunya membuat peserta berlatih dan mencapai hasil yang dijanjikan.',
    weight: 25,
    maximum: 4,
    independent: false,
  },
  {
    key: 'speakers',
    name: 'Keahlian narasumber',
    description: 'Narasumber menguasai bidangnya dan berpengalaman mengajar orang dewasa yang bekerja.',
    weight: 15,
    maximum: 4,
    independent: false,
  },
  {
    key: 'cost',
    name: 'Kewajaran biaya',
    description: 'Biaya sepadan dengan jumlah peserta dan hasil, serta jelas siapa yang menanggungnya.',
    weight: 15,
    maximum: 4,
    independent: false,
  },
  {
    key: 'evaluation',
    name: 'Rencana evaluasi dan keberlanjutan',
    description: 'Kemampuan diukur sebelum dan sesudah kegiatan, dan penerapannya di tempat kerja diikuti.',
    weight: 15,
    maximum: 4,
    independent: false,
  },
  {
    key: 'readiness',
    name: 'Kesiapan pelaksanaan',
    description: 'Tempat, waktu, narasumber, dan bahan siap sehingga kegiatan dapat segera dijadwalkan.',
    weight: 0,
    maximum: 4,
    independent: true,
  },
];
