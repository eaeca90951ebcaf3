import type { Room } from '../platform/room.ts';
import { organisationPolicies } from './asn.access.ts';
import { asnEntities } from './asn.entity.ts';
import { asnProfileById } from './asn.queries.ts';
import { AsnResolver } from './asn.resolver.ts';
import { BuildingResolver } from './building.resolver.ts';
import { positionEntities } from './position.entity.ts';
import { dutyById, positionById } from './position.queries.ts';
import { PositionResolver } from './position.resolver.ts';
import { unitEntities } from './unit.entity.ts';
import { unitById } from './unit.queries.ts';
import { UnitResolver } from './unit.resolver.ts';

export const organisation: Room = {
  name: 'organisation',
  entities: [...unitEntities, ...positionEntities, ...asnEntities],
  resolvers: [UnitResolver, PositionResolver, AsnResolver, BuildingResolver],
  policies: organisationPolicies,
  nodes: {
    unt: { typename: 'OrgUnit', load: unitById },
    pos: { typename: 'Position', load: positionById },
    dty: { typename: 'Duty', load: dutyById },
    asn: { typename: 'AsnProfile', load: asnProfileById },
  },
};
