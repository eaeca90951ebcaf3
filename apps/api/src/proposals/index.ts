import type { EventHandler, Room } from '../platform/room.ts';
import {
  DecisionActorResolver,
  RecommendationActorResolver,
  ReviewResolver,
  TransitionActorResolver,
} from './actor.resolver.ts';
import {
  BudgetLineResolver,
  ContentResolver,
  NeedLinkResolver,
  OutcomeResolver,
} from './content.resolver.ts';
import { NeedAnswersResolver, NoticeSubjectResolver } from './need-answers.resolver.ts';
import { proposalPolicies } from './proposal.access.ts';
import { proposalEntities } from './proposal.entity.ts';
import { proposalById, revisionById } from './proposal.queries.ts';
import { ProposalResolver } from './proposal.resolver.ts';
import { reviewEntities } from './review.entity.ts';
import { reviewById } from './review.queries.ts';
import { StandingResolver } from './standing.resolver.ts';
import { tellOfMove } from './telling.commands.ts';
import { transitionEntities } from './transition.entity.ts';
import { transitionById } from './transition.queries.ts';
import { faultsOfTable } from './transition.rules.ts';
import { WritingResolver } from './writing.resolver.ts';

const faults = faultsOfTable();
if (faults.length > 0) throw new Error(`The proposal's way is broken: ${faults.join('; ')}`);

export const proposals: Room = {
  name: 'proposals',
  entities: [...proposalEntities, ...transitionEntities, ...reviewEntities],
  resolvers: [
    ProposalResolver,
    StandingResolver,
    ContentResolver,
    OutcomeResolver,
    BudgetLineResolver,
    NeedLinkResolver,
    TransitionActorResolver,
    DecisionActorResolver,
    RecommendationActorResolver,
    ReviewResolver,
    NeedAnswersResolver,
    NoticeSubjectResolver,
    WritingResolver,
  ],
  policies: proposalPolicies,
  nodes: {
    prp: { typename: 'Proposal', load: proposalById },
    prv: { typename: 'ProposalRevision', load: revisionById },
    trn: { typename: 'Transition', load: transitionById },
    rev: { typename: 'Review', load: reviewById },
  },
  handlers: { 'proposal.moved': tellOfMove as EventHandler },
};
