import { Field, ObjectType } from 'type-graphql';
import { Guarded } from '../platform/graph/guarded.ts';
import type { Scope } from './token.rules.ts';
import { ScopeEnum } from './token.graph.ts';

@ObjectType('Viewer', { description: 'What this request is allowed to be.', simpleResolvers: true })
@Guarded('authenticated')
export class ViewerType {
  @Field(() => [ScopeEnum], { description: 'Scopes of the token; empty for a session.' })
  scopes: Scope[];
}
