import type { Room } from '../platform/room.ts';
import { competencyEntities } from './competency.entity.ts';
import { competencyById, standardById } from './competency.queries.ts';
import {
  CompetencyResolver,
  DutyCompetenciesResolver,
  PositionStandardsResolver,
  StandardResolver,
} from './competency.resolver.ts';

export const competencies: Room = {
  name: 'competencies',
  entities: competencyEntities,
  resolvers: [CompetencyResolver, StandardResolver, PositionStandardsResolver, DutyCompetenciesResolver],
  nodes: {
    cmp: { typename: 'Competency', load: competencyById },
    std: { typename: 'CompetencyStandard', load: standardById },
  },
};
