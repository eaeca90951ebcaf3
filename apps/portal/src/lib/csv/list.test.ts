import { describe, expect, it } from 'vitest';
import { csvFile, wholeList } from './list.ts';

/** A list of so many rows, as the API pages it. */
function listOf(length: number) {
  const asked: unknown[] = [];
  const ask = async ({ first = 0, after }: { first?: number; after?: string }) => {
    asked.push(after ?? null);
    const from = after ? Number(after) : 0;
    const nodes = Array.from({ length: Math.min(first, length - from) }, (_, at) => from + at);
    const end = from + nodes.length;
    const pageInfo = {
      hasNextPage: end < length,
      hasPreviousPage: from > 0,
      startCursor: null,
      endCursor: String(end),
    };
    return { nodes, pageInfo };
  };
  return { ask, asked };
}

describe('the file of a list', () => {
  it.each([0, 1, 100, 101, 250])('holds all %i rows, each once, in their order', async (length) => {
    const { rows, cut } = await wholeList(listOf(length).ask);
    expect([rows, cut]).toEqual([Array.from({ length }, (_, at) => at), false]);
  });

  it('ends where a file ends, and asks no further', async () => {
    const { ask, asked } = listOf(1000);
    const { rows, cut } = await wholeList(ask, 150);
    expect([rows.length, cut, asked]).toEqual([150, true, [null, '100']]);
  });

  it('holds no row of a list that is hidden', async () => {
    expect(await wholeList(async () => null)).toEqual({ rows: [], cut: false });
  });

  it('bears its list, the day in Kupang and, when it was cut, that it was', async () => {
    const columns = [{ label: 'Nomor', value: (row: number) => row }];
    const evening = new Date('2026-11-23T16:30:00Z');
    const whole = csvFile('telaah', columns, { rows: [1], cut: false }, evening);
    const cut = csvFile('telaah', columns, { rows: [1, 2], cut: true }, evening);
    expect([whole, cut].map(({ headers }) => headers.get('content-disposition'))).toEqual([
      'attachment; filename="telaah-2026-11-24.csv"',
      'attachment; filename="telaah-2026-11-24-2-baris-pertama.csv"',
    ]);
    expect(whole.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(await whole.text()).toBe('Nomor\r\n1\r\n');
  });
});
