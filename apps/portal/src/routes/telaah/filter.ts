import { m } from '@simpul/words/messages';
import { filterForm } from '#lib/form/filter.ts';
import type { FormState } from '#lib/form/state.ts';
import type { ProposalFilter, ProposalOrder, ProposalState } from '#lib/graph/generated/graphql.ts';
import { afterParam, beforeParam } from '#lib/graph/page.ts';
import { place, proposalState } from '#lib/words/proposal.ts';
import { codes, options } from '#lib/words/word.ts';

const names = ['cari', 'status', 'meja', 'unit', 'saya', 'urut'] as const;

const orders = {
  tenggat: { field: 'DUE_ON', direction: 'ASC' },
  terbaru: { field: 'UPDATED_AT', direction: 'DESC' },
  terlama: { field: 'SUBMITTED_AT', direction: 'ASC' },
} satisfies Record<string, ProposalOrder>;

export const orderOptions = () => [
  { value: 'tenggat', label: m.order_due() },
  { value: 'terbaru', label: m.order_updated() },
  { value: 'terlama', label: m.order_sent() },
];

/** A draft is seen by its partner alone. */
export const stateOptions = () => options(proposalState).filter(({ value }) => value !== 'DRAFT');

export interface Queue {
  form: FormState;
  filter: ProposalFilter;
  orderBy: ProposalOrder;
  /** Nothing was asked for: what waits for the viewer comes first, by itself, and the rest under it. */
  plain: boolean;
}

/** The list that an address asks for; what it does not say, or says wrongly, stays at its usual value. */
export function queue(url: URL): Queue {
  const given = (name: (typeof names)[number]) => url.searchParams.get(name)?.trim() ?? '';
  const search = given('cari');
  const tooShort = search !== '' && [...search].length < 3;
  const state = codes(proposalState).find((code) => code === given('status')) as ProposalState | undefined;
  const at = codes(place).find((code) => code === given('meja'));
  const unit = given('unit');
  const mine = given('saya') !== '';
  const asked = Boolean(state ?? at) || unit !== '' || mine || search !== '';
  const turned = url.searchParams.has(afterParam) || url.searchParams.has(beforeParam);
  const order = given('urut');
  return {
    form: filterForm(url, names, tooShort ? [{ path: 'cari', message: m.search_too_short() }] : []),
    filter: {
      ...(state ? { state: [state] } : {}),
      ...(at === 'PARTNER' ? { waitingFor: [at] } : at ? { desk: [at] } : {}),
      ...(unit ? { orgUnit: [unit] } : {}),
      ...(asked ? (mine ? { waitsForMe: true } : {}) : { waitsForMe: false }),
      ...(search && !tooShort ? { search } : {}),
    },
    orderBy: Object.hasOwn(orders, order) ? orders[order as keyof typeof orders] : orders.tenggat,
    plain: !asked && !turned,
  };
}
