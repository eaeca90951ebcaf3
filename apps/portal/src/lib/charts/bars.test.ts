import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawBars, shorten } from './bars.ts';

const bar = fc.record({
  label: fc.string({ unit: 'grapheme' }),
  value: fc.nat(10_000),
  of: fc.option(fc.nat(10_000)),
  text: fc.string(),
});

describe('bars', () => {
  it('are as long as their values, on one scale from zero', () => {
    const { bars, height } = drawBars([
      { label: 'Terkirim', value: 4, text: '4' },
      { label: 'Selesai', value: 0, text: '0' },
      { label: 'Disetujui', value: 2, text: '2' },
    ]);
    expect(bars.map(({ width }) => width)).toEqual([66, 0, 33]);
    expect(bars.map(({ top }) => top)).toEqual([0, 48, 96]);
    expect(height).toBe(144);
  });

  it('show what is missing behind what is there', () => {
    const { bars } = drawBars([
      { label: 'a', value: 10, of: 40, text: '' },
      { label: 'b', value: 30, of: 20, text: '' },
      { label: 'c', value: 5, of: null, text: '' },
    ]);
    expect(bars.map(({ gap }) => gap)).toEqual([{ from: 16.5, width: 49.5 }, null, null]);
  });

  it('draw nothing and no bar when there is nothing', () => {
    expect(drawBars([])).toEqual({ bars: [], height: 0 });
    expect(drawBars([{ label: 'a', value: 0, text: '0' }]).bars[0]!.width).toBe(0);
  });

  it('stay within their room, whatever the values, and keep their order', () => {
    fc.assert(
      fc.property(fc.array(bar, { maxLength: 20 }), (rows) => {
        const { bars } = drawBars(rows);
        for (const { width, gap, textAt } of bars) {
          expect(width).toBeGreaterThanOrEqual(0);
          expect(textAt).toBeLessThanOrEqual(66);
          expect(width + (gap?.width ?? 0)).toBeCloseTo(textAt, 1);
        }
        const byValue = rows.map(({ value }, at) => ({ value, width: bars[at]!.width }));
        for (const one of byValue)
          for (const other of byValue)
            if (one.value > other.value) expect(one.width).toBeGreaterThanOrEqual(other.width);
      }),
    );
  });
});

describe('a label', () => {
  it('stays whole when it fits, and ends between words when it does not', () => {
    expect(shorten('Perlu perbaikan')).toBe('Perlu perbaikan');
    expect(shorten('Komunikasi yang jelas dan ramah di loket pelayanan')).toBe(
      'Komunikasi yang jelas dan ramah di loket…',
    );
    expect(shorten('Pertanggungjawabanpertanggungjawabanpertanggungjawaban', 20)).toBe(
      'Pertanggungjawabanp…',
    );
  });

  it('is never longer than its room', () => {
    const any = fc.string({ unit: 'grapheme', maxLength: 200 });
    fc.assert(fc.property(any, (text) => [...shorten(text)].length <= 42));
  });
});
