import type { RequestEvent } from '@sveltejs/kit';
import { graph } from '#lib/graph/graph.ts';
import { RevisionsDocument, RevisionTextDocument } from '#lib/graph/generated/graphql.ts';
import { revisionParam } from './revision.ts';
import type { Workspace } from './stand.ts';

/** An earlier text, when the address asks for one (`?perbaikan=1`); null for the last one, which is judged. */
export async function earlierText(event: RequestEvent, { code, currentRevision }: Workspace) {
  const wanted = Number(event.url.searchParams.get(revisionParam));
  if (!wanted || wanted === currentRevision?.number) return null;
  const { proposal } = await graph(event, RevisionsDocument, { code });
  const found = proposal?.revisions?.nodes.find(({ number }) => number === wanted);
  if (!found) return null;
  const { node } = await graph(event, RevisionTextDocument, { id: found.id });
  return node && 'content' in node ? node : null;
}
