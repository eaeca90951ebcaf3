import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { m } from '@simpul/words/messages';
import { deed } from '#lib/form/deed.ts';
import { choice, integer, optionalText } from '#lib/form/fields.ts';
import { newForm } from '#lib/form/state.ts';
import { graph } from '#lib/graph/graph.ts';
import {
  LikeNamesDocument,
  PartnerAnswerDocument,
  PartnerToVerifyDocument,
} from '#lib/graph/generated/graphql.ts';
import { paths } from '#lib/paths.ts';
import { hasRole } from '#lib/session/roles.ts';
import { requireViewer } from '#lib/session/viewer.ts';
import { partnerCheck, partnerOutcome } from '#lib/words/account.ts';
import { codes } from '#lib/words/word.ts';
import { mainWord } from './main-word.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!hasRole(await requireViewer(event), 'SECRETARIAT')) error(403, m.verify_secretariat_only());
  const { node } = await graph(event, PartnerToVerifyDocument, { id: event.params.id });
  if (node?.__typename !== 'Partner') error(404, m.error_not_found());
  const word = mainWord(node.name);
  const like = word ? (await graph(event, LikeNamesDocument, { search: word })).partners?.nodes : null;
  return {
    partner: node,
    like: (like ?? []).filter(({ id }) => id !== node.id),
    form: newForm({ outcome: node.viewerOutcomes.length === 1 ? node.viewerOutcomes[0] : '' }),
  };
};

const outcomes = {
  VERIFY: m.verify_done,
  RETURN: m.verify_returned,
  SUSPEND: m.verify_suspended,
};

export const actions: Actions = {
  default: deed('jawab', {
    schema: v.object({
      outcome: choice(codes(partnerOutcome), m.verify_outcome_required),
      met: v.optional(v.array(v.picklist(codes(partnerCheck))), []),
      reason: optionalText(1000),
      expectedVersion: integer(1, 1e9),
    }),
    send: async (event, input) =>
      (await graph(event, PartnerAnswerDocument, { input: { ...input, partnerId: event.params.id! } }))
        .partnerAnswer,
    done: ({ outcome }) => ({ say: outcomes[outcome](), go: paths.verifikasiMitra() }),
  }),
};
