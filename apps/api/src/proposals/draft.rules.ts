import { randomBytes } from 'node:crypto';
import { Decimal } from 'decimal.js';
import { problem, type Problem } from '../platform/problem.rules.ts';
import type { Content, FundingSource, NeedLink, NeedStrength } from './content.rules.ts';

type Maybe<T> = T | null | undefined;

/** The text as it comes in: what is left out stays as it is, null empties. */
export interface ContentChange {
  title?: Maybe<string>;
  kind?: Maybe<Content['kind']>;
  mode?: Maybe<Content['mode']>;
  summary?: Maybe<string>;
  rationale?: Maybe<string>;
  objectives?: Maybe<string>;
  audience?: Maybe<string>;
  accessNeeds?: Maybe<string>;
  capacityMin?: Maybe<number>;
  capacityMax?: Maybe<number>;
  preferredFrom?: Maybe<string>;
  preferredUntil?: Maybe<string>;
  place?: Maybe<string>;
  outcomes?: Maybe<
    { competencyId: string; fromLevel?: Maybe<number>; toLevel: number; measure?: Maybe<string> }[]
  >;
  sessions?: Maybe<{ key?: Maybe<string>; title: string; minutes: number; method?: Maybe<string> }[]>;
  speakers?: Maybe<
    { key?: Maybe<string>; name: string; affiliation?: Maybe<string>; expertise?: Maybe<string> }[]
  >;
  budget?: Maybe<
    {
      key?: Maybe<string>;
      description: string;
      quantity: string;
      unit: string;
      unitPrice: { amount: string; currencyCode: string };
      source: FundingSource;
    }[]
  >;
}

/** Empty text is no text. */
const trimmed = (text: Maybe<string>): string | null => text?.trim() || null;

/** One spelling for one number, so that "2.50" and "2.5" freeze to the same text. */
const plain = (amount: string): string => new Decimal(amount).toFixed();

const texts = ['summary', 'rationale', 'objectives', 'audience', 'accessNeeds', 'place'] as const;
const values = ['kind', 'mode', 'capacityMin', 'capacityMax', 'preferredFrom', 'preferredUntil'] as const;

/** The text after a change. Rows keep their keys; new ones get theirs. */
export function changedContent(before: Content, change: ContentChange): Content {
  const after: Content = { ...before };
  if (change.title !== undefined) after.title = change.title?.trim() ?? '';
  for (const field of texts) if (change[field] !== undefined) after[field] = trimmed(change[field]);
  for (const field of values)
    if (change[field] !== undefined) Object.assign(after, { [field]: change[field] });
  if (change.outcomes !== undefined) {
    after.outcomes = (change.outcomes ?? []).map(({ competencyId, fromLevel, toLevel, measure }) => ({
      competencyId,
      fromLevel: fromLevel ?? null,
      toLevel,
      measure: trimmed(measure),
    }));
  }
  if (change.sessions !== undefined) {
    after.sessions = (change.sessions ?? []).map(({ key, title, minutes, method }) => ({
      key: key ?? newKey(),
      title: title.trim(),
      minutes,
      method: trimmed(method),
    }));
  }
  if (change.speakers !== undefined) {
    after.speakers = (change.speakers ?? []).map(({ key, name, affiliation, expertise }) => ({
      key: key ?? newKey(),
      name: name.trim(),
      affiliation: trimmed(affiliation),
      expertise: trimmed(expertise),
    }));
  }
  if (change.budget !== undefined) {
    after.budget = (change.budget ?? []).map(({ key, description, quantity, unit, unitPrice, source }) => ({
      key: key ?? newKey(),
      description: description.trim(),
      quantity: plain(quantity),
      unit: unit.trim(),
      unitPrice: plain(unitPrice.amount),
      source,
    }));
  }
  return after;
}

const newKey = (): string => randomBytes(6).toString('base64url');

/** Keys that name no row of the text before, or one row twice; money that is not rupiah. */
export function rowProblems(before: Content, change: ContentChange): Problem[] {
  const problems: Problem[] = [];
  for (const part of ['sessions', 'speakers', 'budget'] as const) {
    const known = new Set(before[part].map(({ key }) => key));
    (change[part] ?? []).forEach(({ key }, index) => {
      if (key == null) return;
      const path = ['content', part, index, 'key'];
      if (!known.delete(key)) problems.push(problem('NOT_FOUND', 'not_found', path));
    });
  }
  (change.budget ?? []).forEach(({ unitPrice }, index) => {
    if (unitPrice.currencyCode === 'IDR') return;
    problems.push(
      problem('INVALID', 'only_rupiah', ['content', 'budget', index, 'unitPrice', 'currencyCode']),
    );
  });
  return problems;
}

export const changedLinks = (
  links: readonly { needId: string; strength: NeedStrength; note?: Maybe<string> }[],
): NeedLink[] => links.map(({ needId, strength, note }) => ({ needId, strength, note: trimmed(note) }));
