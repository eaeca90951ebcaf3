import { m } from '@simpul/words/messages';
import { fieldId } from '#lib/form/state.ts';
import { paths } from '#lib/paths.ts';
import type { TaskStatus } from '#lib/ui/TaskList.svelte';
import type { Word } from '#lib/words/word.ts';
import { ownLinks, receiverOf, type Draft } from './draft.ts';
import type { FieldName } from './labels.ts';

export const parts = ['kegiatan', 'kebutuhan', 'jadwal', 'narasumber', 'kirim'] as const;
export type Part = (typeof parts)[number];
export type WritingPart = Exclude<Part, 'kirim'>;

const words = {
  kegiatan: { title: m.part_activity, hint: m.part_activity_hint },
  kebutuhan: { title: m.part_needs, hint: m.part_needs_hint },
  jadwal: { title: m.part_schedule, hint: m.part_schedule_hint },
  narasumber: { title: m.part_speakers, hint: m.part_speakers_hint },
  kirim: { title: m.part_send, hint: m.part_send_hint },
} satisfies Record<Part, { title: Word; hint: Word }>;

export const titleOf = (part: Part) => words[part].title();
export const hintOf = (part: Part) => words[part].hint();
export const numberOf = (part: Part) => parts.indexOf(part) + 1;
export const partAfter = (part: Part): Part => parts[numberOf(part)] ?? 'kirim';
export const writingParts = parts.filter((part): part is WritingPart => part !== 'kirim');

/** What sending asks for, by part, as the schema tells it. The API has the last word when it is sent. */
const asked = {
  kegiatan: ['kind', 'mode', 'summary', 'rationale', 'objectives', 'audience', 'capacityMax'],
  kebutuhan: ['needs', 'orgUnitId', 'outcomes'],
  jadwal: ['sessions'],
  narasumber: ['speakers'],
} satisfies Record<WritingPart, FieldName[]>;

/** Where the field of a gap stands, when it is not called as the gap is. */
export const fieldOf: Partial<Record<FieldName, string>> = {
  needs: 'pilih',
  outcomes: 'outcomes.0.competencyId',
  sessions: 'sessions.0.title',
  speakers: 'speakers.0.name',
};

export interface Gap {
  field: FieldName;
  href: string;
}

/** What is still missing in a part before the proposal can be sent. */
export function gapsOf(draft: Draft, part: WritingPart): Gap[] {
  const page = paths.usulanUbah(draft.code, part);
  return asked[part]
    .filter((field) => !isWritten(draft, field))
    .map((field) => ({ field, href: `${page}#${fieldId(fieldOf[field] ?? field)}` }));
}

export function statusOf(draft: Draft, part: WritingPart): TaskStatus {
  const gaps = gapsOf(draft, part).length;
  if (gaps === 0) return 'done';
  return gaps === asked[part].length ? 'todo' : 'started';
}

function isWritten(draft: Draft, field: FieldName): boolean {
  if (field === 'needs') return ownLinks(draft).length > 0 || Boolean(draft.initiativeReason);
  if (field === 'orgUnitId') return receiverOf(draft) !== null;
  const value = draft.draft[field as keyof Draft['draft']];
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
