import type { NeedQuery } from '#lib/graph/generated/graphql.ts';

export type NeedStory = NonNullable<NeedQuery['need']>;
