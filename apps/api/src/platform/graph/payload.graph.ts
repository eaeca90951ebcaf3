import { Field, ObjectType } from 'type-graphql';
import { QueryRoot } from './query-root.graph.ts';
import { UserError } from './user-error.graph.ts';

/** What every payload has beside its object. */
@ObjectType()
export abstract class Payload {
  @Field(() => [UserError], { description: 'Why the deed was refused; empty when it was done.' })
  errors: UserError[];

  @Field(() => QueryRoot, { description: 'The whole graph, to read on in the same request.' })
  query: object;
}
