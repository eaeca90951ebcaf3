import type { Room } from '../platform/room.ts';
import { partnerPolicies } from './partner.access.ts';
import { partnerEntities } from './partner.entity.ts';
import { membershipById, partnerById, partnerPart } from './partner.queries.ts';
import { MembershipResolver, PartnerResolver, ViewerMembershipsResolver } from './partner.resolver.ts';

export const partners: Room = {
  name: 'partners',
  entities: partnerEntities,
  resolvers: [PartnerResolver, MembershipResolver, ViewerMembershipsResolver],
  policies: partnerPolicies,
  nodes: {
    ptn: { typename: 'Partner', load: partnerById },
    mem: { typename: 'PartnerMembership', load: membershipById },
  },
  viewerPart: partnerPart,
};
