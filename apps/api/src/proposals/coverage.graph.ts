import { Field, Int, ObjectType } from 'type-graphql';
import { Guarded } from '../platform/graph/guarded.ts';

@ObjectType('NeedCoverage', { description: 'How far the need is answered.', simpleResolvers: true })
@Guarded('inherit')
export class NeedCoverage {
  @Field(() => Int, {
    description: 'SUBMITTED, IN_REVIEW, CHANGES_REQUESTED, WAITLISTED and the approved ones.',
  })
  proposals: number;

  @Field(() => Int, { description: 'APPROVED, CONFIRMED, SCHEDULED and DONE.' })
  approvedProposals: number;

  @Field(() => Int, { description: 'Sum of their capacityMax.' })
  seats: number;
}
