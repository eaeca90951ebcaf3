import { editorFiles } from './editor-files.ts';

/** What a query is sent with, and what came of it that the frame should say. */
export interface Sending {
  token: () => string;
  onFault: (code: string | null) => void;
}

interface Start {
  query: string;
  variables: string;
}

interface EditorBundle {
  React: { createElement: (type: unknown, props: object) => unknown };
  createRoot: (element: Element) => { render: (node: unknown) => void; unmount: () => void };
  Ruru: unknown;
}

interface Answer {
  errors?: { extensions?: { code?: string } }[];
}

/** Puts the editor into an element; what it returns takes it out again. */
export async function openEditor(element: Element, start: Start, sending: Sending): Promise<() => void> {
  Object.assign(globalThis, { MonacoEnvironment: { getWorker } });
  const file = `${editorFiles}ruru.js`;
  const { React, createRoot, Ruru } = (await import(/* @vite-ignore */ file)) as EditorBundle;
  const root = createRoot(element);
  root.render(
    React.createElement(Ruru, {
      fetcher: (operation: object) => send(operation, sending),
      initialQuery: start.query,
      initialVariables: start.variables,
      isHeadersEditorEnabled: false,
      forcedTheme: 'light',
    }),
  );
  return () => root.unmount();
}

/** With a token no cookie goes along: the API refuses both together. */
async function send(operation: object, { token, onFault }: Sending): Promise<Answer> {
  const bearer = token();
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: bearer ? 'omit' : 'same-origin',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
    },
    body: JSON.stringify(operation),
  });
  const answer = (await response.json()) as Answer;
  onFault(answer.errors?.[0]?.extensions?.code ?? null);
  return answer;
}

const workers: Record<string, string> = { json: 'jsonWorker.js', graphql: 'graphqlWorker.js' };

function getWorker(_: unknown, label: string): Worker {
  return new Worker(editorFiles + (workers[label] ?? 'editorWorker.js'), { type: 'module' });
}
