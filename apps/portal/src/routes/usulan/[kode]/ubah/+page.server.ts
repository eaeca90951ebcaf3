import { draftOf } from './draft.server.ts';
import { gapsOf, hintOf, statusOf, titleOf, writingParts } from './parts.ts';
import { paths } from '#lib/paths.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const draft = await draftOf(event);
  const tasks = writingParts.map((part) => ({
    href: paths.usulanUbah(draft.code, part),
    title: titleOf(part),
    hint: hintOf(part),
    status: statusOf(draft, part),
  }));
  const gaps = writingParts.flatMap((part) => gapsOf(draft, part)).length;
  return { draft, tasks, gaps };
};
