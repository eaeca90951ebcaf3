import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { m } from '@simpul/words/messages';
import { deed } from '#lib/form/deed.ts';
import { email, optionalText, text } from '#lib/form/fields.ts';
import { filterForm } from '#lib/form/filter.ts';
import { newForm } from '#lib/form/state.ts';
import { graph } from '#lib/graph/graph.ts';
import { AccountCreateDocument, FindCivilServantsDocument } from '#lib/graph/generated/graphql.ts';
import { paths } from '#lib/paths.ts';
import { hasRole } from '#lib/session/roles.ts';
import { requireViewer } from '#lib/session/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!hasRole(await requireViewer(event), 'ADMIN')) error(403, m.accounts_admin_only());
  const search = event.url.searchParams.get('cari')?.trim() ?? '';
  const found =
    [...search].length >= 3
      ? (await graph(event, FindCivilServantsDocument, { search })).asnProfiles?.nodes
      : null;
  return {
    found: found ?? null,
    filter: filterForm(event.url, ['cari']),
    form: newForm({ displayName: found?.length === 1 ? found[0]!.displayName : '' }),
  };
};

const schema = v.object({
  displayName: text(120, m.account_name_required),
  email: email(m.email_required),
  asnProfileId: optionalText(40),
});

export const actions: Actions = {
  default: deed('buat', {
    schema,
    send: async (event, input) => (await graph(event, AccountCreateDocument, { input })).accountCreate,
    done: ({ email: address }, { account }) => ({
      say: m.account_made({ email: address }),
      go: account ? paths.akun(account.id) : paths.daftarAkun(),
    }),
  }),
};
