import 'reflect-metadata'; // type-graphql wants it before the first class; every file with classes imports this one
import { DirectiveLocation, GraphQLDirective, GraphQLNonNull, GraphQLString } from 'graphql';
import { Extensions } from 'type-graphql';

/** Names the policy of a type or a root field. What names none does not boot. */
export const Guarded = (policy: string) => Extensions({ policy });

/** Gives a type a global id with this prefix; its rows carry the plain UUID in `id`. */
export const Identified = (prefix: string) => Extensions({ prefix });

/** An input of which exactly one field is given. */
export const OneOf = () => Extensions({ oneOf: true });

export const policyDirective = new GraphQLDirective({
  name: 'policy',
  description: 'The policy that guards a type or a root field.',
  locations: [DirectiveLocation.OBJECT, DirectiveLocation.FIELD_DEFINITION, DirectiveLocation.INTERFACE],
  args: {
    name: { type: new GraphQLNonNull(GraphQLString), description: 'Its name, as in the table of policies.' },
  },
});
