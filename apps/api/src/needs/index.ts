import type { Room } from '../platform/room.ts';
import { needPolicies } from './need.access.ts';
import { rankAllNeeds } from './need.commands.ts';
import { needEntities } from './need.entity.ts';
import { needById } from './need.queries.ts';
import { NeedResolver, UnitNeedsResolver } from './need.resolver.ts';
import { NeedWritingResolver } from './need-writing.resolver.ts';

export const needs: Room = {
  name: 'needs',
  entities: needEntities,
  resolvers: [NeedResolver, UnitNeedsResolver, NeedWritingResolver],
  policies: needPolicies,
  nodes: { ned: { typename: 'Need', load: needById } },
  jobs: [{ name: 'needs.rank', cron: '10 0 * * *', run: rankAllNeeds }],
};
