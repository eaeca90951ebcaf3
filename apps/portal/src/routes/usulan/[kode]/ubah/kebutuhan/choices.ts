import type { RequestEvent } from '@sveltejs/kit';
import { rowsAt, typedAt, type FormState } from '#lib/form/state.ts';
import { graph } from '#lib/graph/graph.ts';
import { DraftChoicesDocument, type NeedChoiceFragment } from '#lib/graph/generated/graphql.ts';
import type { Choice } from '#lib/ui/choices.ts';

const searchAtLeast = 3;
/** So many needs can be looked through without searching. */
const fewNeeds = 15;

export interface Choices {
  /** Those that the rows of the form link, by id. */
  linked: Record<string, NeedChoiceFragment>;
  /** Published, and not linked yet. */
  needs: Choice[];
  searchable: boolean;
  competencies: Choice[];
  units: Choice[];
  levels: Choice[];
}

/** What can be chosen on this page, given what the form links and searches at the moment. */
export async function choicesFor(event: RequestEvent, form: FormState): Promise<Choices> {
  const ids = linkedIds(form);
  const search = typedAt(form, 'cari');
  const found = await graph(event, DraftChoicesDocument, {
    linked: ids,
    search: [...search].length >= searchAtLeast ? search : null,
  });
  const open = found.needs?.nodes ?? [];
  const known = [...found.nodes.filter(isNeed), ...open];
  return {
    linked: Object.fromEntries(known.filter(({ id }) => ids.includes(id)).map((need) => [need.id, need])),
    needs: open.filter(({ id }) => !ids.includes(id)).map(asChoice),
    searchable: search !== '' || (found.needs?.totalCount ?? 0) > fewNeeds,
    competencies: (found.competencies?.nodes ?? []).map(({ id, code, name }) => ({
      value: id,
      label: `${code} ${name}`,
    })),
    units: (found.orgUnits?.nodes ?? []).map(({ id, name }) => ({ value: id, label: name })),
    levels: (found.scale?.nodes[0]?.levels ?? []).map(({ level, name }) => ({
      value: level.toString(),
      label: `${level} ${name}`,
    })),
  };
}

export function linkedIds(form: FormState): string[] {
  return rowsAt(form, 'needs').flatMap(({ needId }) =>
    typeof needId === 'string' && needId ? [needId] : [],
  );
}

function asChoice({ id, code, title, orgUnit }: NeedChoiceFragment): Choice {
  return { value: id, label: `${title} (${[code, orgUnit?.name].filter(Boolean).join(', ')})` };
}

function isNeed(node: object | null): node is NeedChoiceFragment {
  return node !== null && 'id' in node;
}
