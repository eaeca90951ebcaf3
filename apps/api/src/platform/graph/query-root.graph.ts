import { Field, ObjectType } from 'type-graphql';
import { Guarded } from './guarded.ts';

/** Stands for the root type `Query`, which no class can name; `buildGraph` puts the real one in its place. */
@ObjectType('QueryRoot', { description: 'The root of reading.' })
@Guarded('root')
export class QueryRoot {
  @Field(() => Boolean, { description: 'Never seen.' })
  standsForQuery: boolean;
}
