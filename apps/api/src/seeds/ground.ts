import { newId } from '../platform/database/ids.ts';
import type { Work } from '../platform/database/unit-of-work.ts';
import {
  CompetencyLevelSchema,
  CompetencySchema,
  CompetencyStandardSchema,
  DutyCompetencySchema,
} from '../competencies/competency.entity.ts';
import { DutySchema, PositionSchema } from '../organisation/position.entity.ts';
import { addUnit } from '../organisation/unit.commands.ts';
import { HolidaySchema } from '../organisation/unit.entity.ts';
import { CriterionSchema } from '../proposals/review.entity.ts';
import { competencies, levelNames } from './data/framework.ts';
import { posts } from './data/posts.ts';
import { rubric } from './data/rubric.ts';
import { units } from './data/units.ts';

/** Ids of what was planted, by the keys of the demo data. */
export interface Ground {
  units: Map<string, string>;
  competencies: Map<string, string>;
  posts: Map<string, string>;
  /** By post; duties in the order of the post. */
  duties: Map<string, string[]>;
}

/** Units, framework, posts with duties and standards, rubric, holidays. */
export async function plantGround(work: Work): Promise<Ground> {
  const ground: Ground = { units: new Map(), competencies: new Map(), posts: new Map(), duties: new Map() };
  for (const { code, name, kind, parent } of units) {
    const parentId = parent ? ground.units.get(parent)! : null;
    ground.units.set(code, (await addUnit(work, { code, name, kind, parentId }))!);
  }
  ground.competencies = plantFramework(work);
  plantRubric(work);
  plantHolidays(work);
  await work.em.flush();
  plantPosts(work, ground);
  await work.em.flush();
  return ground;
}

/** The competencies with their levels; ids by code. */
export function plantFramework({ em }: Work): Map<string, string> {
  const ids = new Map<string, string>();
  for (const { levels, ...competency } of competencies) {
    const id = newId();
    ids.set(competency.code, id);
    em.create(CompetencySchema, { id, ...competency });
    levels.forEach((description, index) =>
      em.create(CompetencyLevelSchema, {
        competency: id,
        level: index + 1,
        name: levelNames[index]!,
        description,
      }),
    );
  }
  return ids;
}

export function plantRubric({ em }: Work): void {
  rubric.forEach((criterion, seq) => em.create(CriterionSchema, { ...criterion, seq }));
}

function plantPosts({ em }: Work, ground: Ground): void {
  for (const post of posts) {
    const id = newId();
    ground.posts.set(post.key, id);
    em.create(PositionSchema, {
      id,
      title: post.title,
      kind: post.kind,
      orgUnit: ground.units.get(post.unit)!,
      reportsTo: post.reportsTo ? ground.posts.get(post.reportsTo)! : null,
    });
    const duties = post.duties.map(({ description, weight, competencies: codes }, seq) => {
      const duty = newId();
      em.create(DutySchema, { id: duty, position: id, seq, description, weight });
      for (const code of codes)
        em.create(DutyCompetencySchema, { duty, competency: ground.competencies.get(code)! });
      return duty;
    });
    ground.duties.set(post.key, duties);
    for (const [code, requiredLevel] of Object.entries(post.standards)) {
      const competency = ground.competencies.get(code)!;
      em.create(CompetencyStandardSchema, { id: newId(), position: id, competency, requiredLevel });
    }
  }
}

/** National holidays of fixed date, for the years that due dates can reach. */
const fixedHolidays = [
  ['01-01', 'Tahun Baru Masehi'],
  ['05-01', 'Hari Buruh Internasional'],
  ['06-01', 'Hari Lahir Pancasila'],
  ['08-17', 'Hari Kemerdekaan Republik Indonesia'],
  ['12-25', 'Hari Raya Natal'],
] as const;

export function plantHolidays({ em, now }: Work): void {
  for (let year = now.getUTCFullYear() - 1; year <= now.getUTCFullYear() + 2; year++) {
    for (const [day, name] of fixedHolidays) em.create(HolidaySchema, { on: `${year}-${day}`, name });
  }
}
