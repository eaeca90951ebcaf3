import type { FormState, TypedRow } from '#lib/form/state.ts';
import { moves, type DeedName, type MoveName } from './moves.ts';
import type { Workspace } from './stand.ts';

/** Which deed's form came back: its fields lie under its name. */
export function deedOf(form: FormState | null): DeedName | null {
  if (!form) return null;
  const names: DeedName[] = ['telaah', 'tautkan', ...(Object.keys(moves) as MoveName[])];
  return names.find((name) => Object.hasOwn(form.values, name)) ?? null;
}

function possible(name: DeedName, proposal: Workspace): boolean {
  if (name === 'telaah') return proposal.viewerCanReview;
  if (name === 'tautkan') return proposal.viewerCanLinkNeeds;
  return proposal.viewerActions.includes(moves[name].action);
}

/** What somebody wrote for a deed that meanwhile became impossible. */
export function unsentWords(form: FormState | null, proposal: Workspace): string[] {
  const name = deedOf(form);
  if (!form || !name || possible(name, proposal)) return [];
  const { reason, note } = form.values[name] as TypedRow;
  return [reason, note].filter((one): one is string => typeof one === 'string' && one !== '');
}
