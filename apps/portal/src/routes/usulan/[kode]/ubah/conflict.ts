import type { RequestEvent } from '@sveltejs/kit';
import { rowsAt, type FormState, type TypedRow } from '#lib/form/state.ts';
import { draftOf } from './draft.server.ts';
import { type Draft } from './draft.ts';

const keyedLists = ['sessions', 'speakers', 'budget'] as const;

/**
 * Somebody else saved first. What was typed stays, and is sent against the newest version the next time: who saves
 * again has been told, and means it. Rows that are gone by now count as new.
 */
export async function keepTyped(
  event: RequestEvent & { params: { kode: string } },
  form: FormState,
): Promise<FormState> {
  const draft = await draftOf(event);
  const lists = keyedLists
    .filter((list) => list in form.values)
    .map((list) => [list, living(form, draft, list)]);
  const values = {
    ...form.values,
    ...Object.fromEntries(lists),
    versi: String(draft.version),
    bentrok: 'ya',
  };
  return { ...form, key: crypto.randomUUID(), values };
}

function living(form: FormState, { draft }: Draft, list: (typeof keyedLists)[number]): TypedRow[] {
  const known = new Set<unknown>(draft[list].map(({ key }) => key));
  return rowsAt(form, list).map((row) => (known.has(row.key) ? row : { ...row, key: '' }));
}
