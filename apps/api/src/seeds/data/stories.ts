import { approved } from './stories/approved.ts';
import { declined } from './stories/declined.ts';
import { early } from './stories/early.ts';
import { ended } from './stories/ended.ts';
import { inReview } from './stories/in-review.ts';
import { sentBack } from './stories/sent-back.ts';
import type { StorySeed } from './stories/story.ts';

export type { ContentSeed, NeedLinkSeed, Step, StorySeed } from './stories/story.ts';

/** Every proposal of the demo, in the order of creation. */
export const stories: StorySeed[] = [
  ...approved,
  ...declined,
  ...ended,
  ...sentBack,
  ...inReview,
  ...early,
].sort((one, other) => one.number - other.number);
