import type { Level } from '../framework.ts';

export interface ContentSeed {
  title: string;
  kind: 'SEMINAR' | 'WORKSHOP' | 'TRAINING' | 'WEBINAR' | 'MENTORING';
  mode: 'ON_SITE' | 'ONLINE' | 'HYBRID';
  summary: string;
  rationale: string;
  objectives: string;
  audience: string;
  accessNeeds?: string;
  capacityMin: number;
  capacityMax: number;
  /** First and last preferred day, counted from today. */
  preferredInDays: [number, number];
  place?: string;
  outcomes: { competency: string; fromLevel?: Level; toLevel: Level; measure?: string }[];
  sessions: { title: string; minutes: number; method?: string }[];
  speakers: { name: string; affiliation?: string; expertise?: string }[];
  budget: {
    description: string;
    /** At most two decimals. */
    quantity: string;
    unit: string;
    /** Whole rupiah. */
    unitPrice: string;
    source: 'PARTNER' | 'GOVERNMENT' | 'SHARED' | 'SPONSOR';
  }[];
}

export interface NeedLinkSeed {
  /** Number of a NeedSeed. */
  need: number;
  strength: 'PRIMARY' | 'SUPPORTING';
  note?: string;
}

export type Action =
  | 'SUBMIT'
  | 'FORWARD'
  | 'RETURN'
  | 'START_REVIEW'
  | 'REQUEST_CHANGES'
  | 'RESUBMIT'
  | 'RECOMMEND'
  | 'APPROVE'
  | 'WAITLIST'
  | 'REJECT'
  | 'MERGE'
  | 'CONFIRM'
  | 'CANCEL'
  | 'WITHDRAW';

/** One deed. Stories interlock (a merge needs its target open): replay all steps of all stories oldest first. */
export type Step = { daysAgo: number; by: string } & (
  | {
      deed: 'transition';
      action: Action;
      reason?: string;
      reasonCode?: string;
      outcome?: 'APPROVED' | 'WAITLISTED' | 'REJECTED';
      /** Number of a StorySeed. */
      mergeInto?: number;
      /** Code of a unit. */
      forwardTo?: string;
    }
  | {
      deed: 'review';
      verdict: 'APPROVE' | 'REVISE' | 'REJECT' | 'ABSTAIN';
      /** In the order of the rubric; none when abstaining. */
      scores: number[];
      note?: string;
    }
  | { deed: 'edit'; content: Partial<ContentSeed> }
  /** Links made by the government; they replace its earlier ones. */
  | { deed: 'link'; needs: NeedLinkSeed[] }
);

export interface StorySeed {
  /** In the order of creation. */
  number: number;
  /** Key of a PartnerSeed. */
  partner: string;
  by: string;
  createdDaysAgo: number;
  /** Receiving unit; left out, the owner of the first PRIMARY need. */
  unit?: string;
  /** The partner's own links. */
  needs: NeedLinkSeed[];
  initiativeReason?: string;
  content: Partial<ContentSeed> & { title: string };
  steps: Step[];
}

export const who = {
  univ: 'mitra@univ.contoh',
  univMember: 'anggota@univ.contoh',
  ngo: 'mitra@lsm.contoh',
  poly: 'mitra@politeknik.contoh',
  secretariat: 'sekretariat@alak.contoh',
  reviewer1: 'penelaah1@alak.contoh',
  reviewer2: 'penelaah2@alak.contoh',
  approver: 'camat@alak.contoh',
} as const;
