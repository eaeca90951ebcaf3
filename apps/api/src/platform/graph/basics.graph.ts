import { Field, InputType, ObjectType } from 'type-graphql';
import { Guarded } from './guarded.ts';
import { graphEnum } from './enum.ts';
import { DateTimeScalar, DecimalScalar } from './scalars.ts';

@ObjectType('Money', { description: 'Exact amount and ISO 4217 code.', simpleResolvers: true })
@Guarded('inherit')
export class Money {
  @Field(() => DecimalScalar, { description: 'The amount; whole rupiah for IDR.' })
  amount: string;

  @Field(() => String, { description: 'ISO 4217; today always IDR.' })
  currencyCode: string;
}

export const rupiah = (amount: string): Money => ({ amount, currencyCode: 'IDR' });

@InputType('MoneyInput', { description: 'An exact amount, 0 to 10¹² rupiah.' })
export class MoneyInput {
  @Field(() => DecimalScalar, { description: 'The amount; whole rupiah for IDR.' })
  amount: string;

  @Field(() => String, { defaultValue: 'IDR', description: 'ISO 4217; only IDR is taken.' })
  currencyCode: string;
}

export const OrderDirection = graphEnum('OrderDirection', 'Which end of a list comes first.', {
  ASC: 'Smallest or earliest first.',
  DESC: 'Largest or latest first.',
});

@InputType('DateTimeRange', { description: 'Half open: from <= x < until.' })
export class DateTimeRange {
  @Field(() => DateTimeScalar, { nullable: true, description: 'From this instant on; open when left out.' })
  from?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Before this instant; open when left out.' })
  until?: string | null;
}

@ObjectType('Actor', {
  description: 'Who did something. Outside the house a name is null and the office speaks.',
  simpleResolvers: true,
})
@Guarded('inherit')
export class Actor {
  @Field(() => String, {
    nullable: true,
    description: 'The person; null when the reader may only know the office.',
  })
  displayName: string | null;

  @Field(() => String, { description: 'The office or organisation that acted.' })
  office: string;
}
