import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { m } from '@simpul/words/messages';
import { deed } from '#lib/form/deed.ts';
import { choice, date, optionalDate, optionalText, text } from '#lib/form/fields.ts';
import { filterForm } from '#lib/form/filter.ts';
import { fieldErrors, readForm } from '#lib/form/read.ts';
import { newForm } from '#lib/form/state.ts';
import { dayAfter } from '#lib/format/date.ts';
import { graph } from '#lib/graph/graph.ts';
import {
  AccountCloseDocument,
  AccountPrintCodeDocument,
  AccountReopenDocument,
  AccountSendLinkDocument,
  KeptAccountDocument,
  RoleConfirmDocument,
  RoleEndDocument,
  RoleGrantDocument,
} from '#lib/graph/generated/graphql.ts';
import { paths } from '#lib/paths.ts';
import { hasRole } from '#lib/session/roles.ts';
import { requireViewer } from '#lib/session/viewer.ts';
import { administeredUnits } from '#lib/unit/administered.server.ts';
import { unitParam } from '#lib/unit/unit-param.ts';
import { role } from '#lib/words/people.ts';
import { codes } from '#lib/words/word.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const viewer = await requireViewer(event);
  if (!hasRole(viewer, 'ADMIN')) error(403, m.accounts_admin_only());
  const { node } = await graph(event, KeptAccountDocument, { id: event.params.id });
  if (node?.__typename !== 'Account') error(404, m.error_not_found());
  const today = dayAfter(new Date(), 0);
  return {
    account: node,
    isOwn: node.id === viewer.account?.id,
    today,
    ...(await administeredUnits(event)),
    unitFilter: filterForm(event.url, [unitParam]),
    forms: { deed: newForm({ until: dayAfter(new Date(), -1) }), grant: newForm({ from: today }) },
  };
};

const nothing = v.object({});
const ofRole = v.object({ roleId: text(40) });
const grant = v.object({
  role: choice(codes(role), m.role_required),
  orgUnitId: optionalText(40),
  from: date(m.role_from_required),
  until: optionalDate(),
  basis: text(200, m.role_basis_required),
});

const here = (id: string | undefined) => paths.akun(id ?? '');

export const actions: Actions = {
  tautan: deed('tautan', {
    schema: nothing,
    send: async (event, input) =>
      (await graph(event, AccountSendLinkDocument, { input: { ...input, accountId: event.params.id! } }))
        .accountSendLink,
    done: (_, __, { params }) => ({ say: m.account_link_sent(), go: here(params.id) }),
  }),
  kode: async (event) => {
    const read = readForm(await event.request.formData(), nothing);
    const input = { accountId: event.params.id, idempotencyKey: read.form.key };
    const { accountPrintCode } = await graph(event, AccountPrintCodeDocument, { input });
    if (!accountPrintCode) error(403, m.error_forbidden());
    const { errors, code, endsAt } = accountPrintCode;
    if (errors.length > 0)
      return fail(422, { deed: 'kode', form: { ...read.form, errors: fieldErrors(errors) } });
    // Shown here and never again: no address, no cookie and no second answer carries it.
    return { slip: { code: code ?? null, endsAt: endsAt ?? null } };
  },
  tutup: deed('tutup', {
    schema: nothing,
    send: async (event, input) =>
      (await graph(event, AccountCloseDocument, { input: { ...input, accountId: event.params.id! } }))
        .accountClose,
    done: (_, __, { params }) => ({ say: m.account_closed(), go: here(params.id) }),
  }),
  buka: deed('buka', {
    schema: nothing,
    send: async (event, input) =>
      (await graph(event, AccountReopenDocument, { input: { ...input, accountId: event.params.id! } }))
        .accountReopen,
    done: (_, __, { params }) => ({ say: m.account_reopened(), go: here(params.id) }),
  }),
  beri: deed('beri', {
    schema: grant,
    send: async (event, input) =>
      (await graph(event, RoleGrantDocument, { input: { ...input, accountId: event.params.id! } })).roleGrant,
    done: (_, payload, { params }) => ({
      say: payload.role?.pending ? m.role_given_pending() : m.role_given(),
      go: here(params.id),
    }),
  }),
  kukuhkan: deed('kukuhkan', {
    schema: ofRole,
    send: async (event, input) => (await graph(event, RoleConfirmDocument, { input })).roleConfirm,
    done: (_, __, { params }) => ({ say: m.role_confirmed(), go: here(params.id) }),
  }),
  akhiri: deed('akhiri', {
    schema: v.object({ ...ofRole.entries, until: date(m.role_until_required) }),
    send: async (event, input) => (await graph(event, RoleEndDocument, { input })).roleEnd,
    done: (_, __, { params }) => ({ say: m.role_ended(), go: here(params.id) }),
  }),
};
