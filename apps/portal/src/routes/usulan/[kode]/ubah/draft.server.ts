import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { m } from '@simpul/words/messages';
import { graph } from '#lib/graph/graph.ts';
import { DraftDocument } from '#lib/graph/generated/graphql.ts';
import { paths } from '#lib/paths.ts';
import { requireViewer } from '#lib/session/viewer.ts';
import type { Draft } from './draft.ts';

/** Who may only read it is shown the text instead. */
export async function draftOf(event: RequestEvent & { params: { kode: string } }): Promise<Draft> {
  await requireViewer(event);
  const { proposal } = await graph(event, DraftDocument, { code: event.params.kode });
  if (!proposal) error(404, m.error_not_found());
  const { draft } = proposal;
  if (!proposal.viewerCanEdit || !draft) redirect(303, paths.usulan(proposal.code));
  return { ...proposal, draft };
}
