/** What schooling, rank and years of service a post makes plausible. */
import type { PostSeed } from './posts.ts';
import { pick, type Random } from './random.ts';

export interface Titles {
  frontTitle?: string;
  backTitle?: string;
}

interface Schooling {
  /** Place on the ladder at appointment. */
  startsAt: number;
  entryAge: [number, number];
  /** Golongan of a PPPK; it has no rank name. */
  contractGrade: string;
}

const schoolings = {
  secondary: { startsAt: 0, entryAge: [19, 24], contractGrade: 'V' },
  diploma: { startsAt: 2, entryAge: [21, 26], contractGrade: 'VII' },
  bachelor: { startsAt: 4, entryAge: [22, 27], contractGrade: 'IX' },
  doctor: { startsAt: 5, entryAge: [25, 28], contractGrade: 'X' },
} as const satisfies Record<string, { [K in keyof Schooling]: Readonly<Schooling[K]> }>;

const ladder = [
  'Pengatur Muda, II/a',
  'Pengatur Muda Tingkat I, II/b',
  'Pengatur, II/c',
  'Pengatur Tingkat I, II/d',
  'Penata Muda, III/a',
  'Penata Muda Tingkat I, III/b',
  'Penata, III/c',
  'Penata Tingkat I, III/d',
  'Pembina, IV/a',
  'Pembina Tingkat I, IV/b',
  'Pembina Utama Muda, IV/c',
];

export interface Career {
  /** Years of service of a PNS. */
  service: [number, number];
  longestInPost: number;
  /** Highest place on the ladder that the post gives. */
  highest: number;
  /** Share of PPPK among its holders. */
  contractShare: number;
}

/** The class is read off the level that the post requires of the nine (see `classLevel`). */
export function careerOf(post: PostSeed): Career {
  const level = post.standards['M.04'] ?? 1;
  if (post.kind === 'STRUCTURAL') {
    if (level === 4) return { service: [24, 28], longestInPost: 4, highest: 10, contractShare: 0 };
    if (level === 3) return { service: [15, 24], longestInPost: 5, highest: 9, contractShare: 0 };
    return { service: [9, 26], longestInPost: 6, highest: 7, contractShare: 0 };
  }
  if (post.kind === 'FUNCTIONAL') {
    if (level === 3) return { service: [9, 20], longestInPost: 6, highest: 7, contractShare: 0 };
    return { service: [2, 9], longestInPost: 8, highest: 5, contractShare: 0.35 };
  }
  return { service: [2, 24], longestInPost: 9, highest: 5, contractShare: 0.3 };
}

const administration = ['S.Sos.', 'S.IP.', 'S.AP.', 'S.H.', 'S.E.', 'S.STP.'];

const ofPost: [prefix: string, titles: Titles[]][] = [
  ['kadis-kesehatan', [{ frontTitle: 'dr.', backTitle: 'M.Kes.' }]],
  ['kabid-kesmas', [{ backTitle: 'S.K.M., M.Kes.' }]],
  ['kapus.', [{ frontTitle: 'dr.' }, { frontTitle: 'dr.', backTitle: 'M.K.M.' }]],
  ['dokter.', [{ frontTitle: 'dr.' }]],
  ['perawat.', [{ backTitle: 'A.Md.Kep.' }]],
  ['bidan.', [{ backTitle: 'A.Md.Keb.' }]],
  ['sanitarian.', [{ backTitle: 'A.Md.K.L.' }]],
  ['promkes.', [{ backTitle: 'S.K.M.' }]],
  ['analis-sdm', [{ backTitle: 'S.Psi.' }, { backTitle: 'S.AP.' }]],
  ['operator', [{}, { backTitle: 'A.Md.Kom.' }, { backTitle: 'A.Md.Kom.' }, { backTitle: 'S.Kom.' }]],
  ['bendahara', [{}, { backTitle: 'A.Md.Ak.' }, { backTitle: 'S.E.' }, { backTitle: 'S.Ak.' }]],
];

/** Titles that the schooling for a post gives. */
export function titlesOf(post: PostSeed, random: Random): Titles {
  const own = ofPost.find(([prefix]) => post.key.startsWith(prefix));
  if (own) return pick(random, own[1]);
  if (post.kind !== 'STRUCTURAL') {
    const chance = random();
    if (chance < 0.4) return {};
    return { backTitle: chance < 0.65 ? 'A.Md.' : pick(random, administration) };
  }
  const first = pick(random, administration);
  const master = (post.standards['M.04'] ?? 1) >= 3 || random() < 0.2;
  return { backTitle: master ? `${first}, ${pick(random, ['M.Si.', 'M.AP.', 'M.M.'])}` : first };
}

export function schoolingOf({ frontTitle, backTitle }: Titles): Schooling {
  const found =
    frontTitle === 'dr.'
      ? schoolings.doctor
      : backTitle === undefined
        ? schoolings.secondary
        : backTitle.startsWith('A.Md.')
          ? schoolings.diploma
          : schoolings.bachelor;
  return { ...found, entryAge: [...found.entryAge] };
}

/** Rank of a PNS: a step every four years, up to what the post gives. */
export function rankAfter(serviceYears: number, schooling: Schooling, career: Career): string {
  const step = Math.min(career.highest, schooling.startsAt + Math.floor(serviceYears / 4));
  const rank = ladder[step];
  if (rank === undefined) throw new Error(`no rank at step ${step}`);
  return rank;
}
