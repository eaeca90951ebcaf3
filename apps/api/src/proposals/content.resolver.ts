import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { decodeId } from '../platform/database/ids.ts';
import { load } from '../platform/database/loader.ts';
import { Money, rupiah } from '../platform/graph/basics.graph.ts';
import type { Context } from '../platform/graph/context.ts';
import { DecimalScalar } from '../platform/graph/scalars.ts';
import { Competency } from '../competencies/competency.graph.ts';
import { competencyById } from '../competencies/competency.queries.ts';
import { Need } from '../needs/need.graph.ts';
import { needById } from '../needs/need.queries.ts';
import { BudgetLine, ProposalContent, TargetOutcome } from './content.graph.ts';
import {
  budgetTotal,
  creditHours,
  lineTotal,
  type BudgetLine as Line,
  type Content,
  type Outcome,
} from './content.rules.ts';
import { ProposalNeed } from './proposal.graph.ts';
import type { NeedLinkRow } from './proposal.queries.ts';

@Resolver(() => ProposalContent)
export class ContentResolver {
  @FieldResolver(() => Money, { description: 'Sum of the lines.' })
  budgetTotal(@Root() content: Content) {
    return rupiah(budgetTotal(content.budget));
  }

  @FieldResolver(() => DecimalScalar, {
    description: 'Minutes of the sessions divided by 45, one decimal, half up.',
  })
  creditHours(@Root() content: Content) {
    return creditHours(content.sessions);
  }
}

@Resolver(() => BudgetLine)
export class BudgetLineResolver {
  @FieldResolver(() => Money, { description: 'Price of one.' })
  unitPrice(@Root() line: Line) {
    return rupiah(line.unitPrice);
  }

  @FieldResolver(() => Money, { description: 'Quantity times unit price, half up to whole rupiah.' })
  total(@Root() line: Line) {
    return rupiah(lineTotal(line));
  }
}

@Resolver(() => TargetOutcome)
export class OutcomeResolver {
  @FieldResolver(() => Competency, { nullable: true, description: 'The competency.' })
  competency(@Ctx() { work }: Context, @Root() outcome: Outcome) {
    return load(work, competencyById, decodeId('cmp', outcome.competencyId));
  }
}

@Resolver(() => ProposalNeed)
export class NeedLinkResolver {
  @FieldResolver(() => Need, { nullable: true, description: 'The need; null when it is not public.' })
  need(@Ctx() { work }: Context, @Root() link: NeedLinkRow) {
    return load(work, needById, link.needId);
  }
}
