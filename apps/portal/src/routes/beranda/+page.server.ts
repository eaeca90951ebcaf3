import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { m } from '@simpul/words/messages';
import { readForm } from '#lib/form/read.ts';
import { graph } from '#lib/graph/graph.ts';
import {
  MyHomeDocument,
  MyPostDocument,
  NoticeReadDocument,
  PartnersWaitingDocument,
} from '#lib/graph/generated/graphql.ts';
import { pageSize } from '#lib/graph/page.ts';
import { paths } from '#lib/paths.ts';
import { flash } from '#lib/session/flash.ts';
import { hasRole, isPartner } from '#lib/session/roles.ts';
import { requireViewer } from '#lib/session/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const who = await requireViewer(event);
  const partnerOf = who.partnerMemberships.flatMap(({ partner }) => (partner ? [partner.id] : []));
  const partner = isPartner(who);
  // Each part for those who have it, and beside the others: together they would be too much for one answer.
  const [home, post, partners] = await Promise.all([
    graph(event, MyHomeDocument, {
      drafts: partner ? pageSize : 0,
      mine: partnerOf,
      needs: hasRole(who, 'SECRETARIAT', 'HR') ? pageSize : 0,
    }),
    who.asnProfile ? graph(event, MyPostDocument) : null,
    hasRole(who, 'SECRETARIAT') ? graph(event, PartnersWaitingDocument) : null,
  ]);
  return {
    name: who.account?.displayName ?? '',
    home,
    // Drafts have a list of their own, where they are shown at all.
    waiting: (home.waiting?.nodes ?? []).filter(({ state }) => !partner || state !== 'DRAFT'),
    partnersWaiting: partners?.partners?.totalCount ?? 0,
    profile: post?.viewer?.asnProfile ?? null,
    partnerOf,
    drafts: partner ? (home.drafts?.nodes ?? []) : null,
    needs: (home.needs?.nodes ?? []).filter(({ viewerActions }) => viewerActions.length > 0),
    wholeNip: event.url.searchParams.has('nip'),
  };
};

export const actions: Actions = {
  baca: async (event) => {
    const read = readForm(await event.request.formData(), v.object({ id: v.string() }));
    if (read.ok) {
      const { id } = read.output;
      const { noticeRead } = await graph(event, NoticeReadDocument, {
        input: { id, idempotencyKey: read.form.key },
      });
      const [refusal] = noticeRead?.errors ?? [];
      flash(event, refusal?.message ?? m.notice_marked(), refusal ? 'error' : 'success');
    }
    redirect(303, paths.beranda());
  },
};
