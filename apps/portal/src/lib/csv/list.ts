import type { PageInfo } from '#lib/graph/connection.ts';
import { calendarDay } from '#lib/format/date.ts';
import type { PageArguments } from '#lib/graph/page.ts';
import { csvText, type CsvColumn } from './table.ts';

/**
 * Rows of one file: what somebody's budget of cost can pay at once. Longer lists are for programs with a token, which
 * can wait between pages.
 */
export const MOST_ROWS = 2000;
const PAGE = 100;

interface Connection<Row> {
  nodes: readonly Row[];
  pageInfo: PageInfo;
}
type AskPage<Row> = (page: PageArguments) => Promise<Connection<Row> | null | undefined>;

export interface WholeList<Row> {
  rows: Row[];
  /** There are more rows than a file holds. */
  cut: boolean;
}

/** All rows of a list, page after page, in the list's own order. */
export async function wholeList<Row>(ask: AskPage<Row>, most = MOST_ROWS): Promise<WholeList<Row>> {
  const rows: Row[] = [];
  let after: string | null = null;
  for (;;) {
    const page: Awaited<ReturnType<AskPage<Row>>> = await ask({ first: PAGE, ...(after ? { after } : {}) });
    rows.push(...(page?.nodes ?? []));
    after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    if (!after || rows.length >= most) return { rows: rows.slice(0, most), cut: after !== null };
  }
}

/** The file, named after its list and the day; a list that was cut says so in its name. */
export function csvFile<Row>(
  name: string,
  columns: readonly CsvColumn<Row>[],
  { rows, cut }: WholeList<Row>,
  now = new Date(),
): Response {
  const day = calendarDay(now.toISOString());
  const file = `${name}-${day}${cut ? `-${rows.length}-baris-pertama` : ''}.csv`;
  return new Response(csvText(columns, rows), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${file}"`,
    },
  });
}
