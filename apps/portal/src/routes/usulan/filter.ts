import { m } from '@simpul/words/messages';
import { filterForm } from '#lib/form/filter.ts';
import type { FormState } from '#lib/form/state.ts';
import type { ProposalFilter, ProposalOrder, Turn } from '#lib/graph/generated/graphql.ts';
import { proposalState } from '#lib/words/proposal.ts';
import { codes } from '#lib/words/word.ts';

const searchAtLeast = 3;
const turns = { mitra: 'PARTNER', pemerintah: 'GOVERNMENT' } satisfies Record<string, Turn>;
const orders = {
  terbaru: { field: 'UPDATED_AT', direction: 'DESC' },
  tenggat: { field: 'DUE_ON', direction: 'ASC' },
  kode: { field: 'CODE', direction: 'ASC' },
} satisfies Record<string, ProposalOrder>;

export const turnOptions = () => [
  { value: 'mitra', label: m.turn_us() },
  { value: 'pemerintah', label: m.turn_government() },
];

export const orderOptions = () => [
  { value: 'terbaru', label: m.order_updated() },
  { value: 'tenggat', label: m.order_due() },
  { value: 'kode', label: m.code() },
];

export interface ProposalList {
  form: FormState;
  filter: ProposalFilter;
  orderBy: ProposalOrder;
  filtered: boolean;
}

/** The list that an address asks for, of these partners; what it says wrongly is left away. */
export function proposalList(url: URL, partner: string[]): ProposalList {
  const given = (name: string) => url.searchParams.get(name)?.trim() ?? '';
  const search = given('cari');
  const tooShort = search !== '' && [...search].length < searchAtLeast;
  const state = codes(proposalState).find((code) => code === given('status'));
  const turn = given('menunggu') as keyof typeof turns;
  const order = given('urut') as keyof typeof orders;
  return {
    form: filterForm(
      url,
      ['cari', 'status', 'menunggu', 'urut'],
      tooShort ? [{ path: 'cari', message: m.search_too_short() }] : [],
    ),
    filter: {
      partner,
      ...(state ? { state: [state] } : {}),
      ...(turn in turns ? { waitingFor: [turns[turn]] } : {}),
      ...(search && !tooShort ? { search } : {}),
    },
    orderBy: order in orders ? orders[order] : orders.terbaru,
    filtered: ['cari', 'status', 'menunggu'].some(given),
  };
}
