import { redirect } from '@sveltejs/kit';
import { m } from '@simpul/words/messages';
import { paths } from '#lib/paths.ts';
import { flash } from '#lib/session/flash.ts';
import { signOut } from '#lib/session/sign-in.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
  await signOut(event);
  flash(event, m.signed_out());
  redirect(303, paths.depan());
};

/** Somebody opened the address by hand: nothing is done by looking. */
export const GET: RequestHandler = () => redirect(303, paths.depan());
