import { Decimal } from 'decimal.js';

export const programmeKinds = ['SEMINAR', 'WORKSHOP', 'TRAINING', 'WEBINAR', 'MENTORING'] as const;
export type ProgrammeKind = (typeof programmeKinds)[number];

export const deliveryModes = ['ON_SITE', 'ONLINE', 'HYBRID'] as const;
export type DeliveryMode = (typeof deliveryModes)[number];

export const fundingSources = ['PARTNER', 'GOVERNMENT', 'SHARED', 'SPONSOR'] as const;
export type FundingSource = (typeof fundingSources)[number];

export const needStrengths = ['PRIMARY', 'SUPPORTING'] as const;
export type NeedStrength = (typeof needStrengths)[number];

export interface Outcome {
  /** Typed id of a competency. */
  competencyId: string;
  fromLevel: number | null;
  toLevel: number;
  measure: string | null;
}

export interface PlannedSession {
  /** Names the row across revisions. */
  key: string;
  title: string;
  minutes: number;
  method: string | null;
}

export interface Speaker {
  key: string;
  name: string;
  affiliation: string | null;
  expertise: string | null;
}

export interface BudgetLine {
  key: string;
  description: string;
  /** Exact decimal, two places at most. */
  quantity: string;
  unit: string;
  /** Whole rupiah. */
  unitPrice: string;
  source: FundingSource;
}

/** The text of a proposal. Everything but the title may still be empty in a draft. */
export interface Content {
  title: string;
  kind: ProgrammeKind | null;
  mode: DeliveryMode | null;
  summary: string | null;
  rationale: string | null;
  objectives: string | null;
  audience: string | null;
  accessNeeds: string | null;
  capacityMin: number | null;
  capacityMax: number | null;
  preferredFrom: string | null;
  preferredUntil: string | null;
  place: string | null;
  outcomes: Outcome[];
  sessions: PlannedSession[];
  speakers: Speaker[];
  budget: BudgetLine[];
}

export const emptyContent: Content = {
  title: '',
  kind: null,
  mode: null,
  summary: null,
  rationale: null,
  objectives: null,
  audience: null,
  accessNeeds: null,
  capacityMin: null,
  capacityMax: null,
  preferredFrom: null,
  preferredUntil: null,
  place: null,
  outcomes: [],
  sessions: [],
  speakers: [],
  budget: [],
};

/** A link to a need as the partner makes it; the need by its typed id. */
export interface NeedLink {
  needId: string;
  strength: NeedStrength;
  note: string | null;
}

const MINUTES_PER_CREDIT_HOUR = 45;

/** Credit hours (JP) as text with one decimal: minutes / 45, half up. Four sessions of 45 minutes are "4.0". */
export function creditHours(sessions: readonly { minutes: number }[]): string {
  const minutes = sessions.reduce((sum, session) => sum + session.minutes, 0);
  return new Decimal(minutes).div(MINUTES_PER_CREDIT_HOUR).toFixed(1, Decimal.ROUND_HALF_UP);
}

/** Quantity times unit price, half up to whole rupiah. */
export const lineTotal = (line: Pick<BudgetLine, 'quantity' | 'unitPrice'>): string =>
  new Decimal(line.quantity).times(line.unitPrice).toFixed(0, Decimal.ROUND_HALF_UP);

export const budgetTotal = (lines: readonly Pick<BudgetLine, 'quantity' | 'unitPrice'>[]): string =>
  lines.reduce((sum, line) => sum.plus(lineTotal(line)), new Decimal(0)).toFixed(0);
