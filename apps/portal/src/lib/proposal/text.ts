import { m } from '@simpul/words/messages';
import { whole } from '#lib/format/number.ts';
import type { FundingSource, ProposalTextFragment } from '#lib/graph/generated/graphql.ts';
import { fundingSource } from '#lib/words/proposal.ts';
import { codes } from '#lib/words/word.ts';

type Capacity = Pick<ProposalTextFragment, 'capacityMin' | 'capacityMax'>;

/** How many people: "20–30 orang", "paling banyak 30 orang"; empty while both are open. */
export function seats({ capacityMin: min, capacityMax: max }: Capacity): string {
  if (min && max)
    return min === max ? m.seats_exactly({ max: whole(max) }) : m.seats_between(plain(min, max));
  if (max) return m.seats_at_most({ max: whole(max) });
  return min ? m.seats_at_least({ min: whole(min) }) : '';
}

const plain = (min: number, max: number) => ({ min: whole(min), max: whole(max) });

/** "(135 + 90) menit ÷ 45", as the sum of the sessions is made. */
export function minutesFormula(minutes: readonly number[]): string {
  const sum = minutes.map((one) => whole(one)).join(' + ');
  return m.credit_formula({ minutes: minutes.length > 1 ? `(${sum})` : sum || '0' });
}

export interface SourceTotal {
  source: FundingSource;
  /** Whole rupiah. */
  total: bigint;
}

/** Who pays how much, in the order of the table; those who pay nothing are left out. */
export function totalsBySource(
  lines: readonly { source: FundingSource; total: { amount: string } }[],
): SourceTotal[] {
  return codes(fundingSource)
    .map((source) => ({ source, total: sum(lines.filter((line) => line.source === source)) }))
    .filter(({ total }) => total > 0n);
}

/** Whole rupiah for one person when the programme is full, half up; null while that cannot be said. */
export function costAHead(total: string, seatsAtMost: number | null): bigint | null {
  if (!seatsAtMost) return null;
  const people = BigInt(seatsAtMost);
  return (BigInt(total) * 2n + people) / (people * 2n);
}

function sum(lines: readonly { total: { amount: string } }[]): bigint {
  return lines.reduce((all, { total }) => all + BigInt(total.amount), 0n);
}
