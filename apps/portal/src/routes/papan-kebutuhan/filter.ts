import { m } from '@simpul/words/messages';
import { filterForm } from '#lib/form/filter.ts';
import type { FormState } from '#lib/form/state.ts';
import type { NeedFilter, NeedOrder } from '#lib/graph/generated/graphql.ts';
import { needState } from '#lib/words/need.ts';
import { codes } from '#lib/words/word.ts';

const names = ['cari', 'status', 'kompetensi', 'unit', 'urut'] as const;

const orders = {
  prioritas: { field: 'PRIORITY', direction: 'DESC' },
  tenggat: { field: 'DUE_ON', direction: 'ASC' },
  terbaru: { field: 'UPDATED_AT', direction: 'DESC' },
} satisfies Record<string, NeedOrder>;

export const orderOptions = () => [
  { value: 'prioritas', label: m.order_priority() },
  { value: 'tenggat', label: m.order_due() },
  { value: 'terbaru', label: m.order_updated() },
];

export interface Board {
  form: FormState;
  filter: NeedFilter;
  orderBy: NeedOrder;
}

/** The list that an address asks for; what it does not say, or says wrongly, stays at its usual value. */
export function board(url: URL): Board {
  const given = (name: (typeof names)[number]) => url.searchParams.get(name)?.trim() ?? '';
  const search = given('cari');
  const tooShort = search !== '' && [...search].length < 3;
  const state = codes(needState).find((code) => code === given('status'));
  const order = given('urut');
  return {
    form: filterForm(url, names, tooShort ? [{ path: 'cari', message: m.search_too_short() }] : []),
    filter: {
      ...(state ? { state: [state] } : {}),
      ...(given('kompetensi') ? { competency: [given('kompetensi')] } : {}),
      ...(given('unit') ? { orgUnit: [given('unit')] } : {}),
      ...(search && !tooShort ? { search } : {}),
    },
    orderBy: order in orders ? orders[order as keyof typeof orders] : orders.prioritas,
  };
}
