/** A bucket of cost: holds `size` at most and fills by `refill` each second (`security.md`, limits). */
export interface Budget {
  size: number;
  refill: number;
}

const budgets = {
  account: { size: 10_000, refill: 100 },
  token: { size: 4000, refill: 20 },
  anonymous: { size: 600, refill: 5 },
} satisfies Record<string, Budget>;

/** Who pays: a session of an account, a token, or nobody known, by address. */
export type Payer = keyof typeof budgets;

/** `factor` is 1 outside tests and benches. */
export function budgetOf(payer: Payer, factor: number): Budget {
  const { size, refill } = budgets[payer];
  return { size: size * factor, refill: refill * factor };
}

/** Seconds until a bucket in which `spent` is missing can give `cost`. At least one: whoever waits, waits visibly. */
export const secondsUntil = (spent: number, cost: number, { size, refill }: Budget): number =>
  Math.max(1, Math.ceil((spent + cost - size) / refill));

/**
 * Whose bucket an address shares: a home gets whole /64 networks of IPv6, so that one visitor is one bucket. IPv4
 * addresses stand as they are, also when written as IPv6.
 */
export function networkOf(address: string): string {
  const inner = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!inner.includes(':')) return inner;
  const [head = '', tail] = inner.split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = tail?.split(':').filter(Boolean) ?? [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length);
  const all = [...groups, ...Array<string>(zeros).fill('0'), ...rest];
  return all
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}

/**
 * Objects of an answer: what an operation turned out to cost. Counts every object, also those that the estimate leaves
 * out (edges, page infos), so that no spelling of a document makes it cheaper than it is.
 */
export function objectsIn(value: unknown): number {
  if (value === null || typeof value !== 'object') return 0;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + objectsIn(item), 0);
  return Object.values(value).reduce<number>((sum, item) => sum + objectsIn(item), 1);
}
