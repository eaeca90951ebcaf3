import type { Room } from '../platform/room.ts';
import { partnerPolicies } from './partner.access.ts';
import { partnerEntities } from './partner.entity.ts';
import { joinById, membershipById, partnerById, partnerPart } from './partner.queries.ts';
import {
  JoinResolver,
  PapersResolver,
  RegisteringResolver,
  ViewerJoinsResolver,
} from './registering.resolver.ts';
import { MembershipResolver, PartnerResolver, ViewerMembershipsResolver } from './partner.resolver.ts';

export const partners: Room = {
  name: 'partners',
  entities: partnerEntities,
  resolvers: [
    PartnerResolver,
    MembershipResolver,
    ViewerMembershipsResolver,
    PapersResolver,
    JoinResolver,
    ViewerJoinsResolver,
    RegisteringResolver,
  ],
  policies: partnerPolicies,
  nodes: {
    ptn: { typename: 'Partner', load: partnerById },
    joi: { typename: 'PartnerJoin', load: joinById },
    mem: { typename: 'PartnerMembership', load: membershipById },
  },
  viewerPart: partnerPart,
};
