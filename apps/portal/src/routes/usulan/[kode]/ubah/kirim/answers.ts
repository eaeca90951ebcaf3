import { whole } from '#lib/format/number.ts';
import { date } from '#lib/format/date.ts';
import type { ProposalTextFragment } from '#lib/graph/generated/graphql.ts';
import { deliveryMode, programmeKind } from '#lib/words/proposal.ts';
import { receiverOf, type Draft } from '../draft.ts';
import type { FieldName } from '../labels.ts';

export interface Answered {
  field: FieldName;
  value: string | null;
  optional?: boolean;
}

export function activityAnswers(text: ProposalTextFragment): Answered[] {
  return [
    { field: 'title', value: text.title },
    { field: 'kind', value: text.kind && programmeKind[text.kind]() },
    { field: 'mode', value: text.mode && deliveryMode[text.mode]() },
    { field: 'summary', value: text.summary },
    { field: 'rationale', value: text.rationale },
    { field: 'objectives', value: text.objectives },
    { field: 'audience', value: text.audience },
    { field: 'capacityMin', value: text.capacityMin && whole(text.capacityMin), optional: true },
    { field: 'capacityMax', value: text.capacityMax && whole(text.capacityMax) },
    { field: 'accessNeeds', value: text.accessNeeds, optional: true },
  ].map((answer) => ({ ...answer, value: answer.value || null }) as Answered);
}

export function needAnswers(draft: Draft): Answered[] {
  return [
    { field: 'orgUnitId', value: receiverOf(draft)?.name ?? null },
    { field: 'initiativeReason', value: draft.initiativeReason, optional: true },
  ];
}

export function placeAnswers(text: ProposalTextFragment): Answered[] {
  return [
    { field: 'preferredFrom', value: text.preferredFrom && date(text.preferredFrom), optional: true },
    { field: 'preferredUntil', value: text.preferredUntil && date(text.preferredUntil), optional: true },
    { field: 'place', value: text.place, optional: true },
  ];
}
