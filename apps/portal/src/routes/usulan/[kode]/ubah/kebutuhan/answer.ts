import * as v from 'valibot';
import { m } from '@simpul/words/messages';
import { choice, integer, optionalInteger, optionalText, rows, text } from '#lib/form/fields.ts';
import { needStrength } from '#lib/words/proposal.ts';
import { codes } from '#lib/words/word.ts';

/** Select of a need that becomes a row of its own. */
export const chooseField = 'pilih';

export const schema = v.object({
  needs: rows({ needId: text(60), strength: choice(codes(needStrength)), note: optionalText(500) }),
  initiativeReason: optionalText(4000),
  // Missing where it can no longer be chosen, and then it stays as it is.
  orgUnitId: v.optional(
    v.pipe(
      v.string(),
      v.transform((id) => id || null),
    ),
  ),
  outcomes: rows({
    competencyId: text(60, m.error_required_choice),
    fromLevel: optionalInteger(1, 5),
    toLevel: integer(1, 5, m.error_required_choice),
    measure: optionalText(1000),
  }),
});

/** A need that was chosen but not yet added is meant: whoever chooses and saves need not press twice. */
export function takeChosen(data: FormData): FormData {
  const chosen = data.get(chooseField);
  data.delete(chooseField);
  if (typeof chosen !== 'string' || chosen === '') return data;
  const taken = [...data].filter(([name]) => /^needs\.\d+\.needId$/.test(name));
  if (taken.some(([, id]) => id === chosen)) return data;
  const next = Math.max(-1, ...taken.map(([name]) => Number(name.split('.')[1]))) + 1;
  data.append(`needs.${next}.needId`, chosen);
  data.append(`needs.${next}.strength`, 'PRIMARY');
  return data;
}
