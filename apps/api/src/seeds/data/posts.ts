import { cityPosts, healthPosts } from './posts/agencies.ts';
import { districtPosts } from './posts/district.ts';
import { subdistrictPosts } from './posts/subdistricts.ts';
import type { PostSeed } from './posts/template.ts';

export type { DutySeed, PostSeed } from './posts/template.ts';

/** Every post of the demo; those who are reported to come before those who report. */
export const posts: PostSeed[] = [...cityPosts, ...districtPosts, ...subdistrictPosts, ...healthPosts];
