import type { Room } from '../platform/room.ts';
import { DashboardResolver, NeedCoverageResolver } from './dashboard.resolver.ts';

export const insight: Room = {
  name: 'insight',
  entities: [],
  resolvers: [DashboardResolver, NeedCoverageResolver],
};
