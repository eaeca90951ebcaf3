import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from './context.ts';
import { Guarded } from './guarded.ts';
import { RateLimit } from './rate-limit.graph.ts';

@Resolver(() => RateLimit)
export class RateLimitResolver {
  @Query(() => RateLimit, {
    nullable: true,
    description: 'The budget that this request draws from; never null.',
  })
  @Guarded('public')
  rateLimit(@Ctx() { spending }: Context) {
    return spending;
  }
}
