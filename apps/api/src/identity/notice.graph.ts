import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../platform/graph/connection.graph.ts';
import { Guarded, Identified } from '../platform/graph/guarded.ts';
import { Node } from '../platform/graph/node.graph.ts';
import { Payload } from '../platform/graph/payload.graph.ts';
import { DateTimeScalar, UuidScalar } from '../platform/graph/scalars.ts';

@ObjectType('Notice', {
  implements: Node,
  description: 'Something that happened and wants this person, and why it came to them.',
  simpleResolvers: true,
})
@Guarded('self')
@Identified('ntc')
export class Notice implements Node {
  id: string;

  @Field(() => DateTimeScalar, { description: 'When it came.' })
  createdAt: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was marked as read; null before.' })
  readAt: string | null;
}

export const NoticeConnection = connectionOf('Notice', () => Notice);

@InputType('NoticeReadInput', { description: 'Marks a notice of your own as read.' })
export class NoticeReadInput {
  @Field(() => UuidScalar, { description: 'Names this deed; sent again, nothing is done twice.' })
  idempotencyKey: string;

  @Field(() => ID, { description: 'The notice.' })
  id: string;
}

@ObjectType('NoticePayload', { description: 'What came of marking a notice.', simpleResolvers: true })
@Guarded('inherit')
export class NoticePayload extends Payload {
  @Field(() => Notice, { nullable: true, description: 'The notice; null when the deed was refused.' })
  notice: Notice | null;
}
