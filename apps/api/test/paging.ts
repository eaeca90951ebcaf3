import type { Copy, TestApp } from './harness.ts';
import { decodeId, splitId } from '../src/platform/database/ids.ts';

/** A list of the graph, and the SQL that says which rows it should give, in order. */
export interface List {
  name: string;
  as?: string | undefined;
  /** The field with these arguments, up to its selection; `close` ends what it opens. */
  query: (args: string) => string;
  close?: string;
  wanted: () => string;
}

export interface PageSeen {
  ids: string[];
  totalCount: number;
  cursors: string[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

export async function pageOf(app: TestApp, list: List, args: string): Promise<PageSeen> {
  const selection = `{ totalCount edges { cursor node { id } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;
  const data = await app.data(
    `{ ${list.query(args)} ${selection} ${list.close ?? ''} }`,
    {},
    { as: list.as },
  );
  const root = Object.values(data)[0] as Record<string, unknown>;
  const { edges, ...rest } = (root.list ?? root) as {
    edges: { cursor: string; node: { id: string } }[];
  } & Pick<PageSeen, 'totalCount' | 'pageInfo'>;
  const ids = edges.map(({ node }) => splitId(node.id)!.uuid);
  return { ...rest, ids, cursors: edges.map(({ cursor }) => cursor) };
}

export interface Walk {
  ids: string[];
  totals: number[];
}

/** Page after page from the start; `between` is called after each. */
export async function walkedForward(
  app: TestApp,
  list: List,
  size: number,
  between: (page: PageSeen) => Promise<void> = async () => undefined,
): Promise<Walk> {
  const walk: Walk = { ids: [], totals: [] };
  for (let after = ''; ;) {
    const page = await pageOf(app, list, `first: ${size}${after}`);
    walk.ids.push(...page.ids);
    walk.totals.push(page.totalCount);
    await between(page);
    if (!page.pageInfo.hasNextPage) return walk;
    after = `, after: "${page.pageInfo.endCursor}"`;
  }
}

/** Page before page from the end, in the order of the list. */
export async function walkedBackward(
  app: TestApp,
  list: List,
  size: number,
  between: (page: PageSeen) => Promise<void> = async () => undefined,
): Promise<Walk> {
  const walk: Walk = { ids: [], totals: [] };
  for (let before = ''; ;) {
    const page = await pageOf(app, list, `last: ${size}${before}`);
    walk.ids.unshift(...page.ids);
    walk.totals.push(page.totalCount);
    await between(page);
    if (!page.pageInfo.hasPreviousPage) return walk;
    before = `, before: "${page.pageInfo.startCursor}"`;
  }
}

/** Rows behind the walls, with many ties in what they are ordered by. */
export class Rows {
  readonly #copy: Copy;
  constructor(copy: Copy) {
    this.#copy = copy;
  }

  /** Enough of everything for several pages. */
  async fill(ids: {
    need: string;
    unit: string;
    proposal: string;
    partner: string;
    chief: string;
    account: string;
  }) {
    const unit = decodeId('unt', ids.unit)!;
    const proposal = decodeId('prp', ids.proposal)!;
    /** Eight more, changed so that they may stand beside the first. */
    const twins = (table: string, change: string, where: string) => `
      insert into ${table} select y.* from ${table} x, generate_series(1, 8) n,
        jsonb_populate_record(x, jsonb_build_object('id', gen_random_uuid(), ${change})) y where ${where};`;
    const need = decodeId('ned', ids.need)!;
    const someDates = `'due_on', case when n % 3 > 0 then '2030-01-0' || n % 3 end`;
    const unsent = `'state', 'DRAFT', 'submitted_at', null, 'current_revision_id', null`;
    const post = `(select position_id from asn_profile where id = '${ids.chief}')`;
    await this.#copy.sql(`
      ${twins('need', `'code', 'KBT-T' || n, ${someDates}`, `x.id = '${need}'`)}
      ${twins('proposal', `'code', 'USL-T' || n, ${unsent}, ${someDates}`, `x.id = '${proposal}'`)}
      insert into proposal_need (proposal_id, need_id, by_government, seq, strength)
        select id, '${need}', true, 0, 'PRIMARY' from proposal where code like 'USL-T%';
      ${twins('partner', `'name', 'Mitra ' || n % 3`, `x.id = '${ids.partner}'`)}
      ${twins('org_unit', `'code', 'T.' || n, 'parent_id', x.id, 'kind', 'SECTION'`, `x.id = '${unit}'`)}
      ${twins('"position"', `'title', 'Petugas ' || n % 3, 'reports_to_id', x.id`, `x.id = ${post}`)}
      update "position" set org_unit_id = '${unit}' where title like 'Petugas %';
      insert into asn_profile (id, updated_at, name, position_id)
        select gen_random_uuid(), now(), 'Sama', id from "position" where title like 'Petugas %';
      insert into account (id, display_name, email)
        select gen_random_uuid(), 'Sama ' || n % 2, n || '@uji.contoh' from generate_series(1, 8) n;
      insert into partner_membership (id, partner_id, account_id, display_name, owner)
        select gen_random_uuid(), '${ids.partner}', id, display_name, false
        from account where email like '%@uji.contoh';
      insert into notice (id, account_id, event_id, kind, reason, sentence_values, created_at)
        select gen_random_uuid(), '${ids.account}', gen_random_uuid(), 'submit', 'secretariat', '{"code": "x"}',
          timestamptz '2026-01-01' + n % 3 * interval '1 ms' from generate_series(1, 8) n;
      ${twins('proposal_revision', `'number', x.number + n`, `x.proposal_id = '${proposal}'`)}
      ${twins('transition', `'seq', 100 + n + x.seq * 10`, `x.proposal_id = '${proposal}'`)}
      insert into review
        (id, updated_at, proposal_id, revision_number, author_id, author_name, office_of, verdict, scores)
        select gen_random_uuid(), timestamptz '2026-01-01' + n * interval '7 ms', '${proposal}', 1, a.id, 'Uji', 'Uji',
          'ABSTAIN', '{}' from account a, lateral (select substr(email, 1, 1)::int % 3 as n) k
        where email like '%@uji.contoh';`);
  }
}
