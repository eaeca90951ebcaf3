import { ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import type { Page, PageArguments } from '../database/page.ts';
import { Guarded } from './guarded.ts';

@ObjectType('PageInfo', { description: 'Where a page stands.', simpleResolvers: true })
@Guarded('public')
export class PageInfo {
  @Field(() => Boolean, { description: 'There is a page after this one.' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: 'There is a page before this one.' })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first row; null on an empty page.' })
  startCursor: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last row; null on an empty page.' })
  endCursor: string | null;
}

@ArgsType()
export class PageArgs implements PageArguments {
  @Field(() => Int, { nullable: true, description: 'So many from the start: 0 to 100, 25 when left out.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'With `first`: those after this cursor.' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: 'So many from the end: 0 to 100. Not with `first`.' })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'With `last`: those before this cursor.' })
  before?: string | null;
}

/** The connection type of a noun, by the Relay cursor connections specification. */
export function connectionOf(name: string, node: () => ClassType<object>) {
  @ObjectType(`${name}Edge`, { description: `A row of a ${name} list and its place.`, simpleResolvers: true })
  @Guarded('inherit')
  class Edge {
    @Field(() => node(), { description: 'The row.' })
    node: object;

    @Field(() => String, { description: 'Opaque place of the row in this list, order and filter.' })
    cursor: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a ${name} list.`, simpleResolvers: true })
  @Guarded('inherit')
  class Connection {
    @Field(() => [Edge], { description: 'The rows with their cursors.' })
    edges: Edge[];

    @Field(() => [node()], { description: 'The rows alone.' })
    nodes: object[];

    @Field(() => PageInfo, { description: 'Where the page stands.' })
    pageInfo: PageInfo;

    @Field(() => Int, { description: 'How many rows the whole list has; counted only when asked.' })
    totalCount: () => Promise<number>;
  }
  return Connection;
}

export function toConnection(page: Page<object>) {
  const edges = page.rows.map(({ row, cursor }) => ({ node: row, cursor }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: page.hasNext,
      hasPreviousPage: page.hasPrevious,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: page.total,
  };
}
