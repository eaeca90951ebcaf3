import { m } from '@simpul/words/messages';
import type { FieldError } from '#lib/form/state.ts';
import type { Word } from '#lib/words/word.ts';

/** What the fields of the wizard are called, on its pages, in its errors and in the answers to check. */
export const labels = {
  title: m.title_word,
  kind: m.kind,
  mode: m.mode,
  summary: m.summary,
  rationale: m.rationale,
  objectives: m.objectives,
  audience: m.audience,
  accessNeeds: m.access_needs,
  capacityMin: m.capacity_min,
  capacityMax: m.capacity_max,
  needs: m.needs_answered,
  'needs.note': m.need_note,
  'needs.strength': m.need_strength,
  initiativeReason: m.initiative_reason,
  orgUnitId: m.receiving_unit,
  outcomes: m.outcomes,
  'outcomes.competencyId': m.competency,
  'outcomes.fromLevel': m.level_from,
  'outcomes.toLevel': m.level_to,
  'outcomes.measure': m.measure,
  preferredFrom: m.preferred_from,
  preferredUntil: m.preferred_until,
  place: m.venue,
  sessions: m.sessions,
  'sessions.title': m.session_title,
  'sessions.minutes': m.minutes,
  'sessions.method': m.method,
  speakers: m.speakers,
  'speakers.name': m.name,
  'speakers.affiliation': m.affiliation,
  'speakers.expertise': m.expertise,
  budget: m.budget,
  'budget.description': m.budget_line,
  'budget.quantity': m.quantity,
  'budget.unit': m.unit_of_quantity,
  'budget.unitPrice': m.unit_price,
  'budget.source': m.funding,
} satisfies Record<string, Word>;

export type FieldName = keyof typeof labels;

const rowNumber = {
  needs: m.need_number,
  outcomes: m.outcome_number,
  sessions: m.session_number,
  speakers: m.speaker_number,
  budget: m.budget_number,
} as const;

export type RowList = keyof typeof rowNumber;

/** "Sesi 2": which row of a list it is, counted from nought. */
export function rowName(list: RowList, index: number): string {
  return rowNumber[list]({ number: index + 1 });
}

/** Says in the summary which field an error belongs to: "Sesi 2, Menit". */
export function withPlace(error: FieldError): FieldError {
  const [list = '', index, field] = error.path.split('.');
  if (index === undefined || field === undefined) return { ...error, ...named(labelOf(error.path)) };
  const row = list in rowNumber ? rowName(list as RowList, Number(index)) : '';
  return { ...error, ...named([row, labelOf(`${list}.${field}`)].filter(Boolean).join(', ')) };
}

function labelOf(path: string): string {
  return path in labels ? labels[path as FieldName]() : '';
}

function named(place: string): { place?: string } {
  return place ? { place } : {};
}
