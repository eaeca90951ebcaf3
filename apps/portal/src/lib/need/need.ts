import type { NeedStoryFragment } from '#lib/graph/generated/graphql.ts';

export type NeedStory = NeedStoryFragment;
