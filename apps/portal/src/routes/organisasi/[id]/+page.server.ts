import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { m } from '@simpul/words/messages';
import { deed } from '#lib/form/deed.ts';
import { integer } from '#lib/form/fields.ts';
import { newForm } from '#lib/form/state.ts';
import { graph } from '#lib/graph/graph.ts';
import { PartnerUpdateDocument } from '#lib/graph/generated/graphql.ts';
import { partnerFacts } from '#lib/partner/facts.ts';
import { paths } from '#lib/paths.ts';
import { ownOrganisations } from '../own.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const own = (await ownOrganisations(event)).find(({ partner }) => partner.id === event.params.id);
  if (!own) error(404, m.error_not_found());
  if (!own.owner) error(403, m.organisation_owner_only());
  const { name, kind, summary, website, registration, version, state } = own.partner;
  const { legalNumber, address, phone } = registration ?? {};
  return {
    name,
    version,
    isVerified: state !== 'PENDING',
    form: newForm({ name, kind, summary, website, legalNumber, address, phone }),
  };
};

export const actions: Actions = {
  default: deed('ubah', {
    schema: v.object({ ...partnerFacts.entries, expectedVersion: integer(1, 1e9) }),
    send: async (event, input) =>
      (await graph(event, PartnerUpdateDocument, { input: { ...input, id: event.params.id! } }))
        .partnerUpdate,
    done: () => ({ say: m.organisation_changed(), go: paths.organisasi() }),
  }),
};
