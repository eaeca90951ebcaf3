import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { graphEnum } from '../platform/graph/enum.ts';
import { Guarded, Identified } from '../platform/graph/guarded.ts';
import { Node } from '../platform/graph/node.graph.ts';
import { Payload } from '../platform/graph/payload.graph.ts';
import { DateScalar, DateTimeScalar, UuidScalar } from '../platform/graph/scalars.ts';
import type { Scope } from './token.rules.ts';

export const ScopeEnum = graphEnum<Scope>('Scope', 'What a token may read, in its unit and below.', {
  SCHEMA_READ: 'The schema itself (introspection).',
  AGGREGATE_READ: 'Numbers of dashboards.',
  NEED_READ: 'Published needs.',
  PROGRAMME_READ: 'Programmes, once there are any.',
  PROPOSAL_READ: 'Proposals that were sent.',
  ASN_DIRECTORY_READ: 'Names and posts.',
  WEBHOOK_MANAGE: 'Webhooks, once there are any.',
});

@ObjectType('ApiToken', {
  implements: Node,
  description: 'A key for programs, bound to a unit: it reads that unit and below.',
  simpleResolvers: true,
})
@Guarded('self')
@Identified('tok')
export class ApiToken implements Node {
  id: string;

  @Field(() => String, { description: 'What its maker calls it.' })
  label: string;

  @Field(() => [ScopeEnum], { description: 'What it may read.' })
  scopes: Scope[];

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt: string;

  @Field(() => DateTimeScalar, { description: 'From this instant on it holds no more.' })
  expiresAt: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Last use, to the minute; null when never.' })
  lastUsedAt: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was revoked; null while it holds.' })
  revokedAt: string | null;
}

@InputType('TokenCreateInput', { description: 'A new token. It lives 365 days at most.' })
export class TokenCreateInput {
  @Field(() => UuidScalar, { description: 'Names this deed; sent again, nothing is done twice.' })
  idempotencyKey: string;

  @Field(() => String, { description: 'What you call it: 3 to 80 characters.' })
  label: string;

  @Field(() => [ScopeEnum], { description: 'What it may read; one at least.' })
  scopes: Scope[];

  @Field(() => ID, { description: 'The unit that it is bound to; your role must hold there.' })
  orgUnitId: string;

  @Field(() => DateScalar, { description: 'Last day on which it holds.' })
  expiresOn: string;
}

@InputType('TokenRevokeInput', { description: 'Revokes a token of your own; an administrator, any.' })
export class TokenRevokeInput {
  @Field(() => UuidScalar, { description: 'Names this deed; sent again, nothing is done twice.' })
  idempotencyKey: string;

  @Field(() => ID, { description: 'The token.' })
  id: string;
}

@ObjectType('TokenPayload', {
  description: '`secret` is shown this once; a repeated call returns null for it.',
  simpleResolvers: true,
})
@Guarded('inherit')
export class TokenPayload extends Payload {
  @Field(() => ApiToken, { nullable: true, description: 'The token; null when the deed was refused.' })
  token: ApiToken | null;

  @Field(() => String, { nullable: true, description: 'The whole token, shown once; null otherwise.' })
  secret: string | null;
}
