import { Field, ID, Int, InterfaceType } from 'type-graphql';
import { Guarded } from './guarded.ts';
import { DateTimeScalar } from './scalars.ts';

/** A row that came through `node` says which type it is. */
const typeOf = (value: { __typename?: string }): string => value.__typename ?? '';

@InterfaceType('Node', { description: 'Anything with a global id.', resolveType: typeOf })
@Guarded('node')
export abstract class Node {
  @Field(() => ID, {
    description: 'Opaque: a typed prefix and a random part. Never a database number, never a NIP.',
  })
  id: string;
}

@InterfaceType('Versioned', {
  description: 'Something that can be edited; the version is the optimistic lock.',
  resolveType: typeOf,
})
@Guarded('node')
export abstract class Versioned {
  @Field(() => Int, { description: 'Grows by one with every change; send it back as `expectedVersion`.' })
  version: number;

  @Field(() => DateTimeScalar, { description: 'When it changed last.' })
  updatedAt: string;
}
