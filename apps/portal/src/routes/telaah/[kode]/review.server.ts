import { error, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { m } from '@simpul/words/messages';
import { choice, optionalText } from '#lib/form/fields.ts';
import { readForm, refuseForm } from '#lib/form/read.ts';
import { graph } from '#lib/graph/graph.ts';
import {
  ReviewSubmitDocument,
  RubricDocument,
  type RubricLineFragment,
} from '#lib/graph/generated/graphql.ts';
import { paths } from '#lib/paths.ts';
import { flash } from '#lib/session/flash.ts';
import { reviewVerdict } from '#lib/words/proposal.ts';
import { codes } from '#lib/words/word.ts';
import { refuseDeed, type DeedEvent } from './deed.server.ts';
import { seen } from './moves.ts';
import { nextForMe } from './next.server.ts';

const base = {
  ...seen,
  verdict: choice(codes(reviewVerdict), m.review_verdict_required),
  note: optionalText(4000),
};
const marks = ({ maximum }: RubricLineFragment) =>
  Array.from({ length: maximum + 1 }, (_, mark) => `${mark}`);

/** Every line of the rubric must be scored, but by those who abstain. */
function schemaFor(rubric: readonly RubricLineFragment[], abstains: boolean) {
  const lines = rubric.map((line) => [
    line.key,
    choice(marks(line), () => m.review_score_required({ name: line.name })),
  ]);
  const scores: v.GenericSchema<unknown, Record<string, string>> = abstains
    ? v.pipe(
        v.unknown(),
        v.transform(() => ({})),
      )
    : v.optional(v.object(Object.fromEntries(lines)), {});
  return v.object({ telaah: v.object({ scores, ...base }) });
}

/** Saves the own review of the text that was read; the button decides where it goes on. */
export async function review(event: DeedEvent) {
  const [data, { rubric }] = await Promise.all([event.request.formData(), graph(event, RubricDocument)]);
  const read = readForm(data, schemaFor(rubric, data.get('telaah.verdict') === 'ABSTAIN'));
  if (!read.ok) return refuseForm(read.form);
  const { id, digest, verdict, note, scores } = read.output.telaah;
  const input = {
    idempotencyKey: read.form.key,
    proposalId: id,
    digest: digest ?? '',
    verdict,
    note,
    scores: Object.entries(scores).map(([criterion, score]) => ({ criterion, score: Number(score) })),
  };
  const { reviewSubmit } = await graph(event, ReviewSubmitDocument, { input });
  if (!reviewSubmit) error(403, m.error_forbidden());
  if (reviewSubmit.errors.length > 0) return refuseDeed(read.form, 'telaah', reviewSubmit.errors);
  if (data.get('lalu') === 'berikutnya') return goOn(event, m.banner_next_review, m.banner_no_next_review);
  flash(event, m.banner_review_saved());
  redirect(303, paths.telaah(event.params.kode));
}

type Sentence = (inputs: { code: string }) => string;

/** To the proposal that waits for this person next, by due date; else back to the list. */
async function goOn(event: DeedEvent, found: Sentence, none: Sentence): Promise<never> {
  const next = await nextForMe(event);
  flash(event, (next ? found : none)({ code: event.params.kode }));
  redirect(303, next ? paths.telaah(next) : paths.daftarTelaah());
}
