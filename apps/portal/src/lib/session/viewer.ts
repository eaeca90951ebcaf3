import { redirect, type RequestEvent } from '@sveltejs/kit';
import { graph } from '#lib/graph/graph.ts';
import { ViewerDocument, type ViewerQuery } from '#lib/graph/generated/graphql.ts';
import { paths } from '#lib/paths.ts';
import { hasSession } from './cookie.ts';

export type Viewer = NonNullable<ViewerQuery['viewer']>;

/** Who is asking; null for a visitor, and then the API was not troubled. One query a request, however many ask. */
export function viewer(event: RequestEvent): Promise<Viewer | null> {
  return (event.locals.viewer ??= hasSession(event) ? ask(event) : Promise.resolve(null));
}

/** For pages that need somebody: a visitor signs in and comes back to the same address. */
export async function requireViewer(event: RequestEvent): Promise<Viewer> {
  return (await viewer(event)) ?? redirect(303, paths.masuk(event.url.pathname + event.url.search));
}

async function ask(event: RequestEvent): Promise<Viewer | null> {
  return (await graph(event, ViewerDocument)).viewer ?? null;
}
