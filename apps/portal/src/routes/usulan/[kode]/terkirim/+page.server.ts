import { redirect } from '@sveltejs/kit';
import { paths } from '#lib/paths.ts';
import { storyOf } from '../proposal.ts';
import type { PageServerLoad } from './$types';

/** The confirmation tells of the last sending only while that is the last that happened. */
export const load: PageServerLoad = async (event) => {
  const { proposal } = await storyOf(event);
  const last = proposal.transitions?.nodes.at(-1);
  const sent = last && (last.action === 'SUBMIT' || last.action === 'RESUBMIT') ? last : null;
  if (!sent) redirect(303, paths.usulan(proposal.code));
  return { proposal, sentAt: sent.occurredAt };
};
