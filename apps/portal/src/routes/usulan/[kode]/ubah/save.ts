import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type * as v from 'valibot';
import { m } from '@simpul/words/messages';
import { fieldErrors, readForm } from '#lib/form/read.ts';
import { changeRows, withoutEmptyRows } from '#lib/form/rows.ts';
import { typedAt, type FieldError, type FormState } from '#lib/form/state.ts';
import { graph } from '#lib/graph/graph.ts';
import { DraftSaveDocument, type ProposalUpdateInput } from '#lib/graph/generated/graphql.ts';
import { paths } from '#lib/paths.ts';
import { flash } from '#lib/session/flash.ts';
import { keepTyped } from './conflict.ts';
import { withPlace, type RowList } from './labels.ts';
import { partAfter, titleOf, type Part } from './parts.ts';

export type Change = Omit<ProposalUpdateInput, 'id' | 'expectedVersion' | 'idempotencyKey'>;
type Event = RequestEvent & { params: { kode: string } };
type Schema = v.GenericSchema<unknown, unknown>;

interface PartForm<S extends Schema> {
  part: Part;
  schema: S;
  lists: readonly RowList[];
  /** Fields of a row that the page fills in. */
  silent?: string[];
  change: (typed: v.InferOutput<S>) => Change;
}

/**
 * Leaves one page of the wizard: adds or removes a row and shows the page again, or checks what was typed, saves it
 * and goes on. A part may be saved with gaps; what sending asks for is said on the last page.
 */
export async function savePart<S extends Schema>(
  event: Event,
  data: FormData,
  { part, schema, lists, silent, change }: PartForm<S>,
): Promise<FormState> {
  const changed = changeRows(readForm(data, schema).form, data);
  if (changed) return changed;
  const read = readForm(withoutEmptyRows(data, lists, silent), schema);
  if (!read.ok) return { ...read.form, errors: read.form.errors.map(withPlace) };
  const refused = await save(event, read.form, change(read.output), lists);
  if (refused) return refused;
  if (data.get('lalu') !== 'daftar') redirect(303, paths.usulanUbah(event.params.kode, partAfter(part)));
  flash(event, m.part_saved({ part: titleOf(part) }));
  redirect(303, paths.usulanUbah(event.params.kode));
}

async function save(
  event: Event,
  form: FormState,
  change: Change,
  lists: readonly RowList[],
): Promise<FormState | null> {
  const input: ProposalUpdateInput = {
    ...change,
    id: typedAt(form, 'usulan'),
    expectedVersion: Number(typedAt(form, 'versi')) || 0,
    idempotencyKey: form.key,
  };
  const { proposalUpdate } = await graph(event, DraftSaveDocument, { input });
  const errors = proposalUpdate?.errors ?? [
    { code: 'NOT_PERMITTED', message: m.error_forbidden(), path: [] },
  ];
  const [first] = errors;
  if (!first) return null;
  if (first.code === 'VERSION_CONFLICT' || first.code === 'IDEMPOTENCY_KEY_REUSED') {
    return { ...(await keepTyped(event, form)), errors: [{ path: '', message: m.draft_conflict() }] };
  }
  if (first.code === 'STATE_CONFLICT' && first.path.length === 0) {
    flash(event, m.draft_closed(), 'warning');
    redirect(303, paths.usulan(event.params.kode));
  }
  const told = fieldErrors(errors).map(besideField).map(withPlace);
  return { ...form, errors: told.map((error) => onThisPage(error, lists)) };
}

/** The page again, with what it needs besides the form; a failure where something is wrong. */
export function again<Extra extends object>(form: FormState, extra: Extra) {
  const data = { form, ...extra };
  return form.errors.length > 0 ? fail(422, data) : data;
}

/** The API knows an amount of money and the id of a need, people one field. */
function besideField(error: FieldError): FieldError {
  const path = error.path
    .replace(/\.unitPrice\..*$/, '.unitPrice')
    .replace(/^(needs\.\d+)\.needId$/, '$1.strength');
  return { ...error, path };
}

/** A need may close while another part is written; there is no field for it here. */
function onThisPage(error: FieldError, lists: readonly RowList[]): FieldError {
  const elsewhere = error.path.startsWith('needs.') && !lists.includes('needs');
  return elsewhere ? { ...error, path: '' } : error;
}
