import { m } from '@simpul/words/messages';
import { filterForm } from '#lib/form/filter.ts';
import type { FormState } from '#lib/form/state.ts';
import type { NeedFilter, NeedOrder } from '#lib/graph/generated/graphql.ts';

export const searchAtLeast = 3;

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

export interface NeedList {
  form: FormState;
  filter: NeedFilter;
  orderBy: NeedOrder;
}

/** The list that an address asks for; what it does not say, or says wrongly, stays at its usual value. */
export function needList(url: URL): NeedList {
  const given = (name: string) => url.searchParams.get(name)?.trim() ?? '';
  const search = given('cari');
  const tooShort = search !== '' && [...search].length < searchAtLeast;
  const errors = tooShort ? [{ path: 'cari', message: m.search_too_short() }] : [];
  const order = given('urut');
  return {
    form: filterForm(url, ['cari', 'kompetensi', 'status', 'urut'], errors),
    filter: {
      ...(given('status') === 'semua' ? {} : { state: ['PUBLISHED'] as const }),
      ...(given('kompetensi') ? { competency: [given('kompetensi')] } : {}),
      ...(search && !tooShort ? { search } : {}),
    } as NeedFilter,
    orderBy: order in orders ? orders[order as keyof typeof orders] : orders.prioritas,
  };
}
