import { problem, textProblems, type Problem } from '../platform/problem.rules.ts';

export const partnerKinds = ['UNIVERSITY', 'NGO', 'GOVERNMENT', 'COMPANY'] as const;
export type PartnerKind = (typeof partnerKinds)[number];

export const partnerStates = ['PENDING', 'VERIFIED', 'SUSPENDED'] as const;
export type PartnerState = (typeof partnerStates)[number];

/** What the secretariat looks at before a partner may propose. */
export const partnerChecks = ['LEGAL', 'AUTHORITY', 'CONTACT', 'CONDUCT'] as const;
export type PartnerCheck = (typeof partnerChecks)[number];

/** What the secretariat may answer. */
export const partnerOutcomes = ['VERIFY', 'RETURN', 'SUSPEND'] as const;
export type PartnerOutcome = (typeof partnerOutcomes)[number];

/** The one table of the partner's way: from which states an answer is possible, and where it leads. */
const ways: Record<PartnerOutcome, { from: readonly PartnerState[]; to: PartnerState }> = {
  VERIFY: { from: ['PENDING', 'SUSPENDED'], to: 'VERIFIED' },
  RETURN: { from: ['PENDING'], to: 'PENDING' },
  SUSPEND: { from: ['VERIFIED'], to: 'SUSPENDED' },
};

export const possibleOutcomes = (state: PartnerState): PartnerOutcome[] =>
  partnerOutcomes.filter((outcome) => ways[outcome].from.includes(state));

export const stateAfter = (outcome: PartnerOutcome): PartnerState => ways[outcome].to;

/** An answer gives its reason, but for a plain yes; and a yes needs every check. */
export function answerProblems(answer: {
  outcome: PartnerOutcome;
  met: readonly PartnerCheck[];
  reason: string;
}): Problem[] {
  const isYes = answer.outcome === 'VERIFY';
  const missing = isYes && partnerChecks.some((check) => !answer.met.includes(check));
  return [
    ...(missing ? [problem('REQUIRED', 'partner_checks_missing', ['met'])] : []),
    ...textProblems(answer.reason, ['reason'], { min: isYes ? 0 : 10, max: 1000 }),
  ];
}

/** What an institution says of itself. `legalNumber`: the number of its decree, deed or permit. */
export interface PartnerFacts {
  name: string;
  kind: PartnerKind;
  summary: string;
  website?: string | null;
  legalNumber: string;
  address: string;
  phone: string;
}

export const factsProblems = (facts: PartnerFacts): Problem[] => [
  ...textProblems(facts.name, ['name'], { min: 5, max: 150 }),
  ...textProblems(facts.summary, ['summary'], { min: 20, max: 600 }),
  ...websiteProblems(facts.website),
  ...textProblems(facts.legalNumber, ['legalNumber'], { min: 5, max: 100 }),
  ...textProblems(facts.address, ['address'], { min: 10, max: 300 }),
  ...phoneProblems(facts.phone),
];

/** What was verified stays: another name or sort is another institution. */
export function verifiedProblems(
  partner: Pick<PartnerFacts, 'name' | 'kind'> & { state: PartnerState },
  facts: PartnerFacts,
): Problem[] {
  if (partner.state === 'PENDING') return [];
  return [
    ...(facts.name.trim() === partner.name
      ? []
      : [problem('STATE_CONFLICT', 'partner_verified_fact', ['name'])]),
    ...(facts.kind === partner.kind ? [] : [problem('STATE_CONFLICT', 'partner_verified_fact', ['kind'])]),
  ];
}

function websiteProblems(website: string | null | undefined): Problem[] {
  if (!website?.trim()) return [];
  const tooLong = textProblems(website, ['website'], { max: 200 });
  if (tooLong.length > 0) return tooLong;
  const protocol = URL.canParse(website.trim()) ? new URL(website.trim()).protocol : '';
  return protocol === 'https:' || protocol === 'http:'
    ? []
    : [problem('INVALID', 'website_malformed', ['website'])];
}

/** 8 to 15 digits (ITU-T E.164), written with the signs that people put between them. */
function phoneProblems(phone: string): Problem[] {
  if (!phone.trim()) return [problem('REQUIRED', 'required', ['phone'])];
  const digits = phone.replace(/[\s().-]/g, '').replace(/^\+/, '');
  return /^[0-9]{8,15}$/.test(digits) ? [] : [problem('INVALID', 'phone_malformed', ['phone'])];
}
