import * as v from 'valibot';
import { m } from '@simpul/words/messages';
import { deed } from '#lib/form/deed.ts';
import { email, text } from '#lib/form/fields.ts';
import { newForm } from '#lib/form/state.ts';
import { graph } from '#lib/graph/graph.ts';
import {
  PartnerInviteDocument,
  PartnerJoinAnswerDocument,
  PartnerRemoveDocument,
} from '#lib/graph/generated/graphql.ts';
import { paths } from '#lib/paths.ts';
import { ownOrganisations } from './own.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  organisations: await ownOrganisations(event),
  form: newForm(),
});

const answer = (accept: boolean) =>
  deed(accept ? 'terima' : 'tolak', {
    schema: v.object({ joinId: text(40) }),
    send: async (event, input) =>
      (await graph(event, PartnerJoinAnswerDocument, { input: { ...input, accept } })).partnerJoinAnswer,
    done: () => ({ say: accept ? m.member_accepted() : m.member_refused(), go: paths.organisasi() }),
  });

export const actions: Actions = {
  terima: answer(true),
  tolak: answer(false),
  undang: deed('undang', {
    schema: v.object({
      partnerId: text(40),
      displayName: text(120, m.account_name_required),
      email: email(m.email_required),
    }),
    send: async (event, input) => (await graph(event, PartnerInviteDocument, { input })).partnerInvite,
    done: (output) => ({ say: m.member_invited({ email: output.email }), go: paths.organisasi() }),
  }),
  keluarkan: deed('keluarkan', {
    schema: v.object({ membershipId: text(40) }),
    send: async (event, input) => (await graph(event, PartnerRemoveDocument, { input })).partnerRemove,
    done: () => ({ say: m.member_removed(), go: paths.beranda() }),
  }),
};
