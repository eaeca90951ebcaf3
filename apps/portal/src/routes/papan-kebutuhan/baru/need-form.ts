import * as v from 'valibot';
import { m } from '@simpul/words/messages';
import {
  choice,
  integer,
  optionalChoice,
  optionalDate,
  optionalInteger,
  optionalText,
  rows,
  text,
} from '#lib/form/fields.ts';
import type { NeedCreateInput, NewNeedQuery } from '#lib/graph/generated/graphql.ts';
import { indicatorDirection, needSource } from '#lib/words/need.ts';
import { codes } from '#lib/words/word.ts';

const decimal = v.nullable(
  v.pipe(
    v.string(),
    v.regex(/^-?\d{1,13}([.,]\d{1,6})?$/, () => m.error_not_a_number({ digits: 6 })),
    v.transform((value) => value.replace(',', '.')),
  ),
);

export const needSchema = v.object({
  title: v.pipe(
    text(150, m.need_title_required),
    v.minLength(10, () => m.need_title_short({ min: 10 })),
  ),
  rationale: text(2000, m.need_rationale_required),
  source: choice(codes(needSource)),
  competencyId: text(40, m.competency_required),
  targetLevel: integer(1, 5, m.level_required),
  forUnits: rows({ unit: text(40, m.unit_required) }),
  duties: rows({ duty: optionalText(40) }),
  headcount: optionalInteger(1, 1_000_000),
  dueOn: optionalDate(),
  indicatorName: optionalText(200),
  indicatorUnit: optionalText(40),
  indicatorBetter: optionalChoice(codes(indicatorDirection)),
  indicatorBaseline: v.pipe(
    v.optional(v.string(), ''),
    v.transform((value) => (value === '' ? null : value)),
    decimal,
  ),
  indicatorSource: optionalText(200),
});

/** What was typed, as the API takes it. An indicator without a name is no indicator. */
export function needInput(
  typed: v.InferOutput<typeof needSchema>,
  unit: string,
  key: string,
): NeedCreateInput {
  const { title, rationale, source, competencyId, targetLevel, headcount, dueOn } = typed;
  return {
    idempotencyKey: key,
    orgUnitId: unit,
    title,
    rationale,
    source,
    competencyId,
    targetLevel,
    headcount,
    dueOn,
    forUnitIds: typed.forUnits.map((row) => row.unit),
    dutyIds: typed.duties.flatMap(({ duty }) => (duty ? [duty] : [])),
    indicator: typed.indicatorName
      ? {
          name: typed.indicatorName,
          unit: typed.indicatorUnit ?? '',
          better: typed.indicatorBetter ?? 'HIGHER',
          baseline: typed.indicatorBaseline,
          source: typed.indicatorSource,
        }
      : null,
  };
}

type OwnUnit = Extract<NewNeedQuery['node'], { name: string }>;

/** The duties of the unit's posts and of the units right below it, each said with its post. */
export function dutyOptions(node: NewNeedQuery['node']): { value: string; label: string }[] {
  if (!node) return [];
  const unit = node as OwnUnit; // asked for by the id of a unit
  const places = [unit, ...(unit.children?.nodes ?? [])];
  return places.flatMap(({ name, positions }) =>
    (positions?.nodes ?? []).flatMap(({ title, duties }) =>
      duties.map(({ id, description, weight }) => ({
        value: id,
        label: `${name} · ${title}: ${description} (${weight})`,
      })),
    ),
  );
}
