import { describe, expect, it } from 'vitest';
import { newForm } from '#lib/form/state.ts';
import { judged, mainDeed, type Workspace } from './stand.ts';
import { deedOf, unsentWords } from './unsent.ts';

function proposal(change: Partial<Workspace> = {}): Workspace {
  const plain = { viewerActions: [], viewerCanReview: false, viewerCanLinkNeeds: false, needLinks: [] };
  return { ...plain, recommendation: null, ...change } as unknown as Workspace;
}

const review = (author: string, revisionNumber: number) => ({
  id: `${author}${revisionNumber}`,
  revisionNumber,
  author: { displayName: author, office: 'Penelaah' },
});

function reviewed(...rows: ReturnType<typeof review>[]): Workspace {
  return proposal({ reviews: { nodes: rows }, currentRevision: { number: 2 } } as unknown as Workspace);
}

describe('reviews', () => {
  it('are the own one, those of others, and those of earlier texts', () => {
    const { own, others, earlier, outdated } = judged(
      reviewed(review('Ana', 2), review('Beni', 2), review('Ana', 1)),
      'Ana',
    );
    expect([own?.id, others.map(({ id }) => id), earlier.map(({ id }) => id)]).toEqual([
      'Ana2',
      ['Beni2'],
      ['Ana1'],
    ]);
    expect(outdated).toBe(false);
  });
  it('are outdated when the text has changed since', () => {
    expect(judged(reviewed(review('Ana', 1)), 'Ana')).toMatchObject({ own: null, outdated: true });
  });
});

describe('the main deed', () => {
  it('is what the API allows next', () => {
    const done = review('Ana', 2) as never;
    expect(mainDeed(proposal({ viewerCanReview: true }), null)).toBe('telaah');
    expect(mainDeed(proposal({ viewerCanReview: true, viewerActions: ['RECOMMEND'] }), done)).toBe(
      'rekomendasi',
    );
    expect(mainDeed(proposal({ viewerActions: ['FORWARD', 'START_REVIEW'] }), null)).toBe('mulai');
    expect(mainDeed(proposal({ viewerActions: ['APPROVE', 'WAITLIST'] }), null)).toBe('setujui');
    expect(mainDeed(proposal({ viewerActions: ['WAITLIST'], viewerCanLinkNeeds: true }), null)).toBe(
      'tautkan',
    );
    expect(mainDeed(proposal({ viewerActions: ['REJECT'] }), null)).toBeNull();
  });
});

describe('words that were not sent', () => {
  const form = newForm({ teruskan: { reason: 'Bukan urusan kami', version: '3' } });

  it('come back with their form while the deed is possible', () => {
    expect(deedOf(form)).toBe('teruskan');
    expect(unsentWords(form, proposal({ viewerActions: ['FORWARD'] }))).toEqual([]);
  });
  it('are shown by themselves once it is not', () => {
    expect(unsentWords(form, proposal())).toEqual(['Bukan urusan kami']);
  });
});
