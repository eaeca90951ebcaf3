import type { TablesOf } from '../platform/database/tables.ts';
import type { NeedTables } from '../needs/need.queries.ts';
import type { PartnerTables } from '../partners/partner.queries.ts';
import type {
  NeedCoverageSchema,
  ProposalDraftSchema,
  ProposalNeedSchema,
  ProposalRevisionSchema,
  ProposalSchema,
} from './proposal.entity.ts';
import type {
  CriterionSchema,
  RecommendationSchema,
  ReviewAssignmentSchema,
  ReviewRoundSchema,
  ReviewSchema,
} from './review.entity.ts';
import type { DecisionSchema, TransitionSchema } from './transition.entity.ts';

/** All tables that this room reads. */
export type ProposalTables = NeedTables &
  PartnerTables &
  TablesOf<
    | typeof ProposalSchema
    | typeof ProposalDraftSchema
    | typeof ProposalRevisionSchema
    | typeof ProposalNeedSchema
    | typeof NeedCoverageSchema
    | typeof TransitionSchema
    | typeof DecisionSchema
    | typeof CriterionSchema
    | typeof ReviewAssignmentSchema
    | typeof ReviewRoundSchema
    | typeof ReviewSchema
    | typeof RecommendationSchema
  >;
