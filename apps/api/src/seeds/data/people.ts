/** The civil servants of the demo: all invented, always the same ones for the same posts and day. */
import { generalGiven, generalLast, localFamily, localGiven, localMiddle, type Sex } from './names.ts';
import { careerOf, rankAfter, schoolingOf, titlesOf } from './careers.ts';
import { pick, randomFrom, whole, type Random } from './random.ts';
import type { PostSeed } from './posts.ts';

export interface PersonName {
  frontTitle?: string;
  name: string;
  backTitle?: string;
}

export interface PersonSeed extends PersonName {
  key: string;
  /** Key of the post. */
  post: string;
  /** 18 digits without spaces. */
  nip: string;
  rank: string;
  employmentKind: 'PNS' | 'PPPK';
  positionSince: string;
  bornOn: string;
  phone: string;
  privateEmail: string;
}

/** The people behind the demo accounts; everybody else comes out of the lists. */
export const knownPeople: Record<string, PersonName & { sex: Sex }> = {
  'camat.1': { name: 'Marthen Yunus Nalle', backTitle: 'S.STP., M.Si.', sex: 'M' },
  'sekcam.1': { name: 'Welhelmina Ratu Taebenu', backTitle: 'S.Sos., M.Si.', sex: 'F' },
  'kasubbag-umum.1': { name: 'Yohana Lusi Bessie', backTitle: 'S.AP.', sex: 'F' },
  'kasi-pemberdayaan.1': { name: 'Antonius Berek Klau', backTitle: 'S.IP.', sex: 'M' },
  'kasi-pelayanan.1': { name: 'Ferdinand Aris Ledoh', backTitle: 'S.Sos.', sex: 'M' },
  'loket-paten.1': { name: 'Adriana Meri Kase', backTitle: 'A.Md.', sex: 'F' },
  'analis-sdm-muda.1': { name: 'Ruth Novianti Djami', backTitle: 'S.Psi., M.M.', sex: 'F' },
};

/** The whole name as it is written in letters. */
export function fullName({ frontTitle, name, backTitle }: PersonName): string {
  return (frontTitle ? `${frontTitle} ` : '') + name + (backTitle ? `, ${backTitle}` : '');
}

interface Taken {
  names: Set<string>;
  nips: Set<string>;
}

/** Every holder of every post. `today` sets ages and years of service, nothing else. */
export function makePeople(posts: PostSeed[], today: Date): PersonSeed[] {
  const names = Object.values(knownPeople).map(({ name }) => name);
  const taken: Taken = { names: new Set(names), nips: new Set() };
  const year = today.getUTCFullYear();
  const people: PersonSeed[] = [];
  for (const post of posts)
    for (let holder = 1; holder <= post.holders; holder += 1)
      people.push(makePerson(post, holder, people.length + 1, year, taken));
  return people;
}

function makePerson(post: PostSeed, holder: number, serial: number, year: number, taken: Taken): PersonSeed {
  const key = `${post.key}.${holder}`;
  const random = randomFrom(key);
  const known = knownPeople[key];
  const sex: Sex = known?.sex ?? (post.key.startsWith('bidan.') || random() < 0.5 ? 'F' : 'M');
  const { frontTitle, name, backTitle } = known ?? {
    ...titlesOf(post, random),
    name: freshName(sex, random, taken.names),
  };
  const career = careerOf(post);
  const schooling = schoolingOf({ ...(frontTitle && { frontTitle }), ...(backTitle && { backTitle }) });
  const contract = !known && random() < career.contractShare;

  // The first contracts (PPPK) of the demo begin five years ago; a contract is for one post.
  const service = contract ? whole(random, 1, 5) : whole(random, ...career.service);
  const appointed = year - service;
  const month = whole(random, 1, 12);
  const entryAge = contract ? whole(random, 24, 40) : whole(random, ...schooling.entryAge);
  const bornOn = isoDay(appointed - entryAge, whole(random, 1, 12), whole(random, 1, 28));
  const inPost = whole(random, 1, Math.min(career.longestInPost, service - 1));

  return {
    key,
    ...(frontTitle && { frontTitle }),
    name,
    ...(backTitle && { backTitle }),
    post: post.key,
    nip: freshNip(bornOn, appointed, contract ? 21 : month, sex, random, taken.nips),
    rank: contract ? schooling.contractGrade : rankAfter(service, schooling, career),
    employmentKind: contract ? 'PPPK' : 'PNS',
    positionSince: contract ? isoDay(appointed, month, 1) : isoDay(year - inPost, whole(random, 1, 12), 1),
    bornOn,
    // No operator gives out numbers that begin so.
    phone: `+62 800 0000 ${String(serial).padStart(4, '0')}`,
    privateEmail: `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@surel.contoh`,
  };
}

function freshName(sex: Sex, random: Random, taken: Set<string>): string {
  for (;;) {
    const name = anyName(sex, random);
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

function anyName(sex: Sex, random: Random): string {
  if (random() < 0.15) return `${pick(random, generalGiven[sex])} ${pick(random, generalLast[sex])}`;
  const middle = random() < 0.25 ? `${pick(random, localMiddle[sex])} ` : '';
  return `${pick(random, localGiven[sex])} ${middle}${pick(random, localFamily)}`;
}

/** Birth date, year and month of appointment (from 21 up for PPPK), sex, serial number from 001. */
function freshNip(
  bornOn: string,
  year: number,
  month: number,
  sex: Sex,
  random: Random,
  taken: Set<string>,
): string {
  const front = bornOn.replaceAll('-', '') + year + String(month).padStart(2, '0') + (sex === 'M' ? 1 : 2);
  for (let serial = whole(random, 1, 9); ; serial += 1) {
    const nip = front + String(serial).padStart(3, '0');
    if (taken.has(nip)) continue;
    taken.add(nip);
    return nip;
  }
}

function isoDay(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
