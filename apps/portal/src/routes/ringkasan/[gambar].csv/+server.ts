import { error } from '@sveltejs/kit';
import { m } from '@simpul/words/messages';
import { figures } from '../figures/all.ts';
import { figureNames } from '../figures/names.ts';
import { overseen } from '../overseer.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { unit } = await overseen(event);
  const name = figureNames.find((one) => one === event.params.gambar);
  if (!name) error(404, m.error_not_found());
  return figures[name].file(event, unit, `ringkasan-${name}`);
};
