import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { m } from '@simpul/words/messages';
import { deed } from '#lib/form/deed.ts';
import { email, text } from '#lib/form/fields.ts';
import { filterForm } from '#lib/form/filter.ts';
import { readForm, refuseForm } from '#lib/form/read.ts';
import { newForm } from '#lib/form/state.ts';
import { graph } from '#lib/graph/graph.ts';
import {
  FindPartnersDocument,
  MyRequestsDocument,
  PartnerAskDocument,
  PartnerRegisterDocument,
} from '#lib/graph/generated/graphql.ts';
import { partnerFacts } from '#lib/partner/facts.ts';
import { paths } from '#lib/paths.ts';
import { ask } from '#lib/session/door.ts';
import { isPartner } from '#lib/session/roles.ts';
import { viewer } from '#lib/session/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

/** Three steps on one page: an account, the own institution among those that are there, or a new one. */
export const load: PageServerLoad = async (event) => {
  const who = await viewer(event);
  if (isPartner(who)) redirect(303, paths.organisasi());
  const search = event.url.searchParams.get('cari')?.trim() ?? '';
  const isLong = [...search].length >= 3;
  const errors = search !== '' && !isLong ? [{ path: 'cari', message: m.search_too_short() }] : [];
  const [found, mine] = await Promise.all([
    who && isLong ? graph(event, FindPartnersDocument, { search }) : null,
    who ? graph(event, MyRequestsDocument) : null,
  ]);
  const isUnknown = found?.partners?.nodes.length === 0;
  return {
    step: who ? ('institution' as const) : ('account' as const),
    ofTheHouse: (who?.roles.length ?? 0) > 0,
    requests: mine?.viewer?.joinRequests ?? [],
    found: found && (found.partners?.nodes ?? []),
    search: filterForm(event.url, ['cari'], errors),
    forms: { account: newForm(), ask: newForm(), register: newForm({ name: isUnknown ? search : '' }) },
  };
};

const account = v.object({
  displayName: v.pipe(
    text(120, m.account_name_required),
    v.minLength(3, () => m.error_too_short({ min: 3 })),
  ),
  email: email(m.email_required),
});

export const actions: Actions = {
  akun: async (event) => {
    const read = readForm(await event.request.formData(), account);
    if (!read.ok) return refuseForm(read.form);
    const errors = await ask(event, '/auth/register', read.output);
    return errors.length > 0 ? refuseForm(read.form, errors) : { sentTo: read.output.email };
  },
  gabung: deed('gabung', {
    schema: v.object({ partnerId: text(40) }),
    send: async (event, input) => (await graph(event, PartnerAskDocument, { input })).partnerAsk,
    done: () => ({ say: m.partner_asked(), go: paths.pendaftaranMitra() }),
  }),
  lembaga: deed('lembaga', {
    schema: partnerFacts,
    send: async (event, input) => (await graph(event, PartnerRegisterDocument, { input })).partnerRegister,
    done: () => ({ say: m.partner_registered(), go: paths.organisasi() }),
  }),
};
