import { platformPolicies } from './platform/access/policy.ts';
import { nodeResolverOf } from './platform/graph/node.resolver.ts';
import { RateLimitResolver } from './platform/graph/rate-limit.resolver.ts';
import { buildGraph } from './platform/graph/schema.ts';
import type { Room } from './platform/room.ts';

/** The whole graph of the rooms, guarded by their policies. */
export const graphOf = (rooms: Room[]) =>
  buildGraph(
    [nodeResolverOf(rooms), RateLimitResolver, ...rooms.flatMap((room) => room.resolvers)],
    Object.assign({}, platformPolicies, ...rooms.map((room) => room.policies ?? {})),
  );
