// The proposal's way as `design.md` tells it, written a second time from its table and from no code of the product.

export const actors = [
  'owner',
  'member',
  'secretariat',
  'reviewer1',
  'reviewer2',
  'approver',
  'stranger',
] as const;
export type Actor = (typeof actors)[number];

export const actions = [
  'SUBMIT',
  'FORWARD',
  'RETURN',
  'START_REVIEW',
  'REQUEST_CHANGES',
  'RESUBMIT',
  'RECOMMEND',
  'APPROVE',
  'WAITLIST',
  'REJECT',
  'MERGE',
  'CONFIRM',
  'SCHEDULE',
  'COMPLETE',
  'CANCEL',
  'WITHDRAW',
] as const;
export type Action = (typeof actions)[number];

/** Deeds beside the moves: they change what is possible, and never the state. */
export const works = ['EDIT', 'REVIEW', 'ABSTAIN', 'LINK'] as const;
export type Deed = Action | (typeof works)[number];
export const deeds: readonly Deed[] = [...actions, ...works];

/** Where it stands, and what has happened to the text that counts. */
export interface Model {
  state: string;
  /** It left the partner's house. */
  sent: boolean;
  /** It lies at another unit now. */
  elsewhere: boolean;
  linked: boolean;
  edited: boolean;
  back: 'SUBMITTED' | 'IN_REVIEW' | null;
  assigned: boolean;
  /** Who judged the current revision; an abstention is none. */
  judged: readonly Actor[];
  recommended: boolean;
}

export const begun = (linked: boolean): Model => ({
  state: 'DRAFT',
  sent: false,
  elsewhere: false,
  linked,
  edited: false,
  back: null,
  assigned: false,
  judged: [],
  recommended: false,
});

const partner: readonly Actor[] = ['owner', 'member'];
const reviewers: readonly Actor[] = ['reviewer1', 'reviewer2'];

interface Row {
  from: readonly string[];
  by: readonly Actor[];
  then: (model: Model) => Partial<Model>;
  /** What has to be so besides. */
  if?: (model: Model, actor: Actor) => boolean;
  /** Only shows when it is done: the button is there all the same. */
  onlyIf?: (model: Model) => boolean;
}

const goes = (state: string) => () => ({ state });
const fresh = { edited: false, judged: [], recommended: false };

const table: Record<Action, Row> = {
  SUBMIT: { from: ['DRAFT'], by: partner, then: () => ({ state: 'SUBMITTED', sent: true, ...fresh }) },
  FORWARD: { from: ['SUBMITTED'], by: ['secretariat'], then: () => ({ elsewhere: true }) },
  RETURN: {
    from: ['SUBMITTED'],
    by: ['secretariat'],
    then: () => ({ state: 'CHANGES_REQUESTED', back: 'SUBMITTED' }),
  },
  START_REVIEW: {
    from: ['SUBMITTED'],
    by: ['secretariat'],
    then: () => ({ state: 'IN_REVIEW', assigned: true }),
  },
  REQUEST_CHANGES: {
    from: ['IN_REVIEW'],
    by: [...reviewers, 'secretariat', 'approver'],
    then: () => ({ state: 'CHANGES_REQUESTED', back: 'IN_REVIEW' }),
  },
  RESUBMIT: {
    from: ['CHANGES_REQUESTED'],
    by: partner,
    onlyIf: ({ edited }) => edited,
    then: ({ back }) => ({ state: back!, back: null, ...fresh }),
  },
  RECOMMEND: {
    from: ['IN_REVIEW'],
    by: reviewers,
    if: ({ judged }, actor) => judged.includes(actor) && judged.length >= 2,
    then: () => ({ recommended: true }),
  },
  APPROVE: {
    from: ['IN_REVIEW', 'WAITLISTED'],
    by: ['approver'],
    if: ({ recommended, linked }) => recommended && linked,
    then: goes('APPROVED'),
  },
  WAITLIST: {
    from: ['IN_REVIEW'],
    by: ['approver'],
    if: ({ recommended }) => recommended,
    then: goes('WAITLISTED'),
  },
  REJECT: {
    from: ['SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED', 'WAITLISTED'],
    by: ['approver'],
    then: () => ({ state: 'REJECTED', back: null }),
  },
  MERGE: { from: ['SUBMITTED', 'IN_REVIEW', 'WAITLISTED'], by: ['secretariat'], then: goes('MERGED') },
  CONFIRM: { from: ['APPROVED'], by: partner, then: goes('CONFIRMED') },
  SCHEDULE: { from: ['CONFIRMED'], by: [], then: goes('SCHEDULED') },
  COMPLETE: { from: ['SCHEDULED'], by: [], then: goes('DONE') },
  CANCEL: { from: ['APPROVED', 'CONFIRMED', 'SCHEDULED'], by: ['approver'], then: goes('CANCELLED') },
  WITHDRAW: {
    from: ['DRAFT', 'SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED', 'WAITLISTED', 'APPROVED', 'CONFIRMED'],
    by: ['owner'],
    then: () => ({ state: 'WITHDRAWN', back: null }),
  },
};

/** Moves that somebody can make by now: the programmes, which schedule and complete, are not there yet. */
export const legal: readonly string[] = actions
  .filter((action) => table[action].by.length > 0)
  .flatMap((action) =>
    table[action].from.filter((from) => from !== 'SCHEDULED').map((from) => `${action} ${from}`),
  );

export function sees({ sent, elsewhere, assigned }: Model, actor: Actor): boolean {
  if (partner.includes(actor)) return true;
  if (actor === 'stranger') return false;
  if (reviewers.includes(actor)) return assigned;
  return sent && !elsewhere;
}

/** What the portal offers this actor, in the order of the table. */
export const offers = (model: Model, actor: Actor): Action[] =>
  actions.filter((action) => {
    const row = table[action];
    return row.by.includes(actor) && row.from.includes(model.state) && (row.if?.(model, actor) ?? true);
  });

/** What comes of a deed: the model after it, or the code of the refusal; null for any code at all. */
export type Verdict = { then: Model } | { refused: string | null };

export function judge(model: Model, actor: Actor, deed: Deed): Verdict {
  if (!sees(model, actor)) return { refused: (works as readonly Deed[]).includes(deed) ? null : 'NOT_FOUND' };
  if (deed === 'EDIT' || deed === 'LINK') return judgeWriting(model, actor, deed);
  if (deed === 'REVIEW' || deed === 'ABSTAIN') return judgeReview(model, actor, deed);
  const row = table[deed];
  if (!row.by.includes(actor)) return { refused: 'NOT_PERMITTED' };
  if (!row.from.includes(model.state)) return { refused: 'STATE_CONFLICT' };
  const isReady = (row.if?.(model, actor) ?? true) && (row.onlyIf?.(model) ?? true);
  return isReady ? { then: { ...model, ...row.then(model) } } : { refused: null };
}

function judgeWriting(model: Model, actor: Actor, deed: 'EDIT' | 'LINK'): Verdict {
  const isOpen =
    deed === 'EDIT'
      ? partner.includes(actor) && ['DRAFT', 'CHANGES_REQUESTED'].includes(model.state)
      : ['secretariat', 'approver'].includes(actor) &&
        ['SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED', 'WAITLISTED'].includes(model.state);
  if (!isOpen) return { refused: null };
  return { then: { ...model, ...(deed === 'EDIT' ? { edited: true } : { linked: true }) } };
}

function judgeReview(model: Model, actor: Actor, deed: 'REVIEW' | 'ABSTAIN'): Verdict {
  if (!reviewers.includes(actor) || model.state !== 'IN_REVIEW') return { refused: null };
  const others = model.judged.filter((one) => one !== actor);
  return { then: { ...model, judged: deed === 'REVIEW' ? [...others, actor] : others } };
}
