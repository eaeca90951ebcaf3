import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { splitId } from '../database/ids.ts';
import { load } from '../database/loader.ts';
import { PageFault } from '../database/page.ts';
import type { Room } from '../room.ts';
import type { Context } from './context.ts';
import { Guarded } from './guarded.ts';
import { Node } from './node.graph.ts';

const MOST = 100;

/** `node` and `nodes` over the loaders of all rooms: the same policies as every other way in. */
export function nodeResolverOf(rooms: Room[]) {
  const sorts = new Map(rooms.flatMap((room) => Object.entries(room.nodes ?? {})));

  async function find({ work }: Context, id: string) {
    const parts = splitId(id);
    const sort = parts && sorts.get(parts.prefix);
    const row = sort ? await load(work, sort.load, parts.uuid) : null;
    return row && { ...row, __typename: sort!.typename };
  }

  @Resolver()
  class NodeResolver {
    @Query(() => Node, {
      nullable: true,
      description: 'Anything by its id; null when there is none or it is not yours.',
    })
    @Guarded('node')
    node(@Ctx() context: Context, @Arg('id', () => ID, { description: 'The id.' }) id: string) {
      return find(context, id);
    }

    @Query(() => [Node], {
      nullable: 'items',
      description: 'At most 100 ids; same order; null for the unseen.',
    })
    @Guarded('node')
    nodes(@Ctx() context: Context, @Arg('ids', () => [ID], { description: 'The ids.' }) ids: string[]) {
      if (ids.length > MOST) throw new PageFault('BAD_USER_INPUT', `ids takes at most ${MOST}`);
      return Promise.all(ids.map((id) => find(context, id)));
    }
  }
  return NodeResolver;
}
