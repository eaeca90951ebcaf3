import { m } from '@simpul/words/messages';
import { whole } from '#lib/format/number.ts';
import type { HomeQuery } from '#lib/graph/generated/graphql.ts';
import type { Knot } from '#lib/ui/Thread.svelte';

/** The knots that have a true number today; gaps and change follow when they are measured. */
export function knotsOf(figures: NonNullable<HomeQuery['figures']>): Knot[] {
  return [
    {
      name: m.knot_duty(),
      number: whole(figures.duties),
      text: m.knot_duty_text({ positions: whole(figures.positions) }),
    },
    { name: m.knot_need(), number: whole(figures.openNeeds), text: m.knot_need_text() },
    { name: m.knot_partner(), number: whole(figures.partners), text: m.knot_partner_text() },
    { name: m.knot_proposal(), number: whole(figures.proposals), text: m.knot_proposal_text() },
    { name: m.knot_programme(), number: whole(figures.seats), text: m.knot_seats_text() },
  ];
}
