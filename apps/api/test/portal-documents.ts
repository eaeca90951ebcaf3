import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  Kind,
  parse,
  print,
  visit,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';

const routes = fileURLToPath(new URL('../../portal/src', import.meta.url));

export interface PortalDocument {
  name: string;
  text: string;
  variables: readonly VariableDefinitionNode[];
}

/** The queries that the portal sends, each with the fragments that it names. */
export function portalDocuments(): PortalDocument[] {
  const files = fs.globSync('**/*.graphql', { cwd: routes });
  const all = files.flatMap((file) => parse(fs.readFileSync(path.join(routes, file), 'utf8')).definitions);
  const fragments = new Map(
    all
      .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((one) => [one.name.value, one]),
  );
  return all
    .filter((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION)
    .filter((one) => one.operation === 'query' && one.name?.value !== 'Codes') // that one is never sent
    .map((operation) => ({
      name: operation.name!.value,
      text: [operation, ...named(operation, fragments)].map(print).join('\n'),
      variables: operation.variableDefinitions ?? [],
    }));
}

function named(operation: OperationDefinitionNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
  const found = new Set<FragmentDefinitionNode>();
  const look = (node: OperationDefinitionNode | FragmentDefinitionNode) =>
    visit(node, {
      FragmentSpread: ({ name }) => {
        const fragment = fragments.get(name.value)!;
        if (found.has(fragment)) return;
        found.add(fragment);
        look(fragment);
      },
    });
  look(operation);
  return found;
}
