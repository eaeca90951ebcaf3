import { error } from '@sveltejs/kit';
import { getStaticFile } from 'ruru/static';
import { m } from '@simpul/words/messages';
import { editorFiles } from '../../editor-files.ts';
import type { RequestHandler } from './$types';

/** The editor's own files, out of the package: nothing comes from another host. */
export const GET: RequestHandler = async ({ params, request }) => {
  const file = await getStaticFile({
    staticPath: editorFiles,
    urlPath: editorFiles + params.file,
    acceptEncoding: request.headers.get('accept-encoding') ?? undefined,
    disallowDevAssets: true,
  });
  if (!file) error(404, m.error_not_found());
  const headers = { ...file.headers, 'cache-control': 'public, no-cache', vary: 'accept-encoding' };
  if (request.headers.get('if-none-match') === file.headers.etag)
    return new Response(null, { status: 304, headers: { etag: file.headers.etag } });
  return new Response(new Uint8Array(file.content), { headers });
};
