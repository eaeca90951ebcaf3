import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  amount,
  choice,
  consent,
  date,
  integer,
  optionalDate,
  optionalInteger,
  optionalText,
  rows,
  text,
} from './fields.ts';
import { fieldErrors, readForm, refuseForm } from './read.ts';
import { changeRows, withoutEmptyRows } from './rows.ts';
import { chosenAt, errorAt, fieldId, newForm, rowsAt, typedAt } from './state.ts';

const schema = v.object({
  title: text(20, () => 'Isi judul'),
  note: optionalText(10),
  seats: integer(1, 100),
  least: optionalInteger(1, 100),
  from: date(),
  until: optionalDate(),
  kind: choice(['SEMINAR', 'WORKSHOP']),
  price: amount(),
  sessions: rows({ title: text(10), minutes: integer(15, 600) }),
});

const good = {
  kunci: '7b0cf2a4-1f0e-4c66-9d0f-0d6f6d1f7a11',
  title: '  Lokakarya loket ',
  note: '',
  seats: '25',
  from: '2026-11-24',
  kind: 'WORKSHOP',
  price: '1500,50',
  'sessions.0.title': 'Mendengar',
  'sessions.0.minutes': '135',
  'sessions.1.title': 'Menjawab',
  'sessions.1.minutes': '90',
};

function data(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

describe('a form', () => {
  it('becomes typed values', () => {
    const read = readForm(data(good), schema);
    expect(read.ok && read.output).toEqual({
      title: 'Lokakarya loket',
      note: null,
      seats: 25,
      least: null,
      from: '2026-11-24',
      until: null,
      kind: 'WORKSHOP',
      price: '1500.50',
      sessions: [
        { title: 'Mendengar', minutes: 135 },
        { title: 'Menjawab', minutes: 90 },
      ],
    });
    expect(read.form.key).toBe(good.kunci);
  });

  it('comes back as typed, with one error a field and the same key', () => {
    const bad = { ...good, title: '', seats: '0', from: '2026-02-30', 'sessions.1.minutes': '9' };
    const read = readForm(data(bad), schema);
    expect(read.ok).toBe(false);
    expect(read.form.errors).toEqual([
      { path: 'title', message: 'Isi judul' },
      { path: 'seats', message: 'Tulis angka dari 1 sampai 100' },
      { path: 'from', message: 'Tulis tanggal yang benar' },
      { path: 'sessions.1.minutes', message: 'Tulis angka dari 15 sampai 600' },
    ]);
    const failure = refuseForm(read.form);
    expect([failure.status, failure.data.form.key]).toEqual([422, good.kunci]);
    expect([typedAt(read.form, 'sessions.1.minutes'), typedAt(read.form, 'seats')]).toEqual(['9', '0']);
    expect(errorAt(read.form, 'sessions.1.minutes')).toBe('Tulis angka dari 15 sampai 600');
  });

  it('makes a new key for one that is none', () => {
    const { form } = readForm(data({ ...good, kunci: 'x' }), schema);
    expect(form.key).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('takes consent only as a tick', () => {
    const agreed = v.object({ agreed: consent(() => 'Setujui dulu') });
    expect(readForm(data({ agreed: 'on' }), agreed).ok).toBe(true);
    expect(readForm(data({}), agreed).form.errors).toEqual([{ path: 'agreed', message: 'Setujui dulu' }]);
  });

  it('does not reach into prototypes', () => {
    const { form } = readForm(
      data({ '__proto__.polluted': '1', 'constructor.prototype.polluted': '1' }),
      schema,
    );
    expect(Object.keys(form.values)).toEqual([]);
    expect('polluted' in {}).toBe(false);
  });

  it('ignores rows past the end of any list', () => {
    const { form } = readForm(data({ 'sessions.999999.title': 'x' }), schema);
    expect(rowsAt(form, 'sessions')).toEqual([]);
  });

  it('keeps all that was ticked', () => {
    const many = new FormData();
    for (const unit of ['a', 'b']) many.append('units[]', unit);
    expect(chosenAt(readForm(many, schema).form, 'units')).toEqual(['a', 'b']);
  });
});

describe('rows', () => {
  const { form } = readForm(data(good), schema);

  it('are added and removed by buttons', () => {
    expect(rowsAt(changeRows(form, data({ tambah: 'sessions' })) ?? newForm(), 'sessions')).toHaveLength(3);
    const less = changeRows(form, data({ hapus: 'sessions.0' })) ?? newForm();
    expect(rowsAt(less, 'sessions')).toEqual([{ title: 'Menjawab', minutes: '90' }]);
    expect(less.key).toBe(form.key);
  });
  it('stay when another button was pressed', () => expect(changeRows(form, data({}))).toBe(null));
  it('fall away when nothing was typed in them', () => {
    const typed = { ...good, 'sessions.2.title': ' ', 'sessions.2.minutes': '', 'sessions.2.key': 'abc' };
    expect(readForm(withoutEmptyRows(data(typed), ['sessions']), schema).form.values).toEqual(
      readForm(data(good), schema).form.values,
    );
    expect([...withoutEmptyRows(data(typed), ['speakers'])]).toHaveLength(Object.keys(typed).length);
  });
  it('show an empty first one', () => expect(rowsAt(newForm(), 'sessions', 1)).toEqual([{}]));
});

describe("the API's refusals", () => {
  it('land on the fields they speak of', () => {
    const errors = fieldErrors(
      [
        { code: 'INVALID', message: '15 sampai 600', path: ['input', 'content', 'sessions', '0', 'minutes'] },
        { code: 'REQUIRED', message: 'Pilih kebutuhan', path: ['input', 'needs', '0', 'needId'] },
        { code: 'VERSION_CONFLICT', message: 'conflict', path: [] },
      ],
      { 'needs.0.needId': 'kebutuhan' },
    );
    expect(errors.map(({ path }) => path)).toEqual(['sessions.0.minutes', 'kebutuhan', '']);
    expect(errors.at(-1)?.message).toContain('Muat ulang');
  });
  it('have an id to link to', () => expect(fieldId('sessions.0.minutes')).toBe('f-sessions-0-minutes'));
});
