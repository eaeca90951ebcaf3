import { graph } from '#lib/graph/graph.ts';
import { NextForMeDocument } from '#lib/graph/generated/graphql.ts';
import type { DeedEvent } from './deed.server.ts';

/** The proposal that waits for this person after this one, by due date; after the last comes the first again. */
export async function nextForMe(event: DeedEvent): Promise<string | null> {
  const { proposals } = await graph(event, NextForMeDocument);
  const waiting = proposals?.nodes.map(({ code }) => code) ?? [];
  const here = waiting.indexOf(event.params.kode);
  const next = waiting[here + 1] ?? waiting[0];
  return next === event.params.kode ? null : (next ?? null);
}
