import { Field, Int, ObjectType } from 'type-graphql';
import { Guarded } from './guarded.ts';
import { DateTimeScalar } from './scalars.ts';

@ObjectType('RateLimit', {
  description: 'What this request cost and what is left.',
  simpleResolvers: true,
})
@Guarded('public')
export class RateLimit {
  @Field(() => Int, {
    description:
      'Paid before it ran: 1 for each object that it may return. What it did not need is given back.',
  })
  cost: number;

  @Field(() => Int, { description: 'What the bucket of this session, token or address holds.' })
  limit: number;

  @Field(() => Int, { description: 'What is left in it after this request.' })
  remaining: number;

  @Field(() => DateTimeScalar, { description: 'When it is full again if nothing more is asked.' })
  resetAt: string;
}
