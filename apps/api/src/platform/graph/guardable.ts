import {
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
} from 'graphql';

/** The types that carry a policy: objects and interfaces, but not those of introspection. */
export const isGuardable = (type: unknown): type is GraphQLObjectType | GraphQLInterfaceType =>
  (isObjectType(type) || isInterfaceType(type)) && !isIntrospectionType(type);
