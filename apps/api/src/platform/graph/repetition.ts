import {
  GraphQLError,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

/** How often one response name may be asked in one place; no page asks twice. */
const MOST_REPEATED = 100;

/** The one message of this rule: whoever reads it is told nothing else, and by the code of a limit. */
export const TOO_REPEATED = `The operation asks for too much: a field more than ${MOST_REPEATED} times in one place`;

/** GraphQL stops validating at the first error beyond so many. */
export const MOST_VALIDATION_ERRORS = 5;

/** Beyond this a document of nested fragments is refused for its fields, later and by another name. */
const MOST_STEPS = 20_000;

/**
 * Fields of one name are compared with each other, pair by pair, to see whether they can be merged: hundreds of them
 * would take half a second of the processor before any limit is asked. Counted first, in one walk, they take none: the
 * errors of this rule end the validation before a field is looked at.
 */
export const fewRepetitions: ValidationRule = (context: ValidationContext) => ({
  Document(document) {
    if (mostRepeated(document) <= MOST_REPEATED) return;
    for (let i = 0; i <= MOST_VALIDATION_ERRORS; i++) context.reportError(new GraphQLError(TOO_REPEATED));
  },
});

/** How often the most repeated response name stands in one place, through all fragments. */
function mostRepeated(document: DocumentNode): number {
  const fragments = new Map(
    document.definitions
      .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((one) => [one.name.value, one.selectionSet]),
  );
  const times = new Map<string, number>();
  let steps = 0;
  const walk = (set: SelectionSetNode, place: string, within: readonly string[]): void => {
    for (const selection of set.selections) {
      if (++steps > MOST_STEPS) return;
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const name = selection.name.value;
        const inside = fragments.get(name);
        if (inside && !within.includes(name)) walk(inside, place, [...within, name]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        walk(selection.selectionSet, place, within);
      } else {
        const here = `${place}.${(selection.alias ?? selection.name).value}`;
        times.set(here, (times.get(here) ?? 0) + 1);
        if (selection.selectionSet) walk(selection.selectionSet, here, within);
      }
    }
  };
  for (const [index, definition] of document.definitions.entries())
    if ('selectionSet' in definition) walk(definition.selectionSet, String(index), []);
  return Math.max(0, ...times.values());
}
