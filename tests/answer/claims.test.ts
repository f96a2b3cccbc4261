import { describe, expect, it } from 'vitest';
import { checkClaims } from '../../src/answer/claims.ts';
import { createAnswerer } from '../../src/answer/index.ts';
import { termsIn } from '../../src/answer/terms.ts';
import { fixture } from '../fixtures.ts';

const answerer = createAnswerer(fixture());
const sources = answerer.catalog.get('quickroll')?.sources;
const quickroll = {
  why: 'A ZK rollup on Northchain, a layer 2',
  topic: { id: 'quickroll', name: 'Quickroll' },
  views: [],
  sources,
};

describe('claims', () => {
  it('are held against the classification, each with its reason', () => {
    expect(checkClaims(answerer, 'Quickroll is a layer 2. Quickroll is a sidechain! Pizza is tasty.')).toEqual([
      { claim: 'Quickroll is a layer 2.', ruling: 'supported', ...quickroll },
      { claim: 'Quickroll is a sidechain!', ruling: 'wrong', ...quickroll },
    ]);
  });

  it('that deny are ruled the other way round', () => {
    const text =
      "Quickroll is not a layer 2\nQuickroll isn't a layer 2\nQuickroll isnt a layer 2\nQuickroll is no sidechain";
    expect(checkClaims(answerer, text)).toEqual([
      { claim: 'Quickroll is not a layer 2', ruling: 'wrong', ...quickroll },
      { claim: "Quickroll isn't a layer 2", ruling: 'wrong', ...quickroll },
      { claim: 'Quickroll isnt a layer 2', ruling: 'wrong', ...quickroll },
      { claim: 'Quickroll is no sidechain', ruling: 'supported', ...quickroll },
    ]);
  });

  it('that authorities dispute are disputed, with who says what', () => {
    expect(checkClaims(answerer, 'Sideways is a layer 2')).toEqual([
      {
        claim: 'Sideways is a layer 2',
        ruling: 'disputed',
        why: 'A sidechain that many call a layer 2. Whether Northchain can refuse a wrong state',
        topic: { id: 'sideways', name: 'Sideways' },
        views: ['A directory (2026-10): Sidechain', 'The project (2026-09): Layer 2'],
        sources,
      },
    ]);
  });

  it('are held against the misconceptions on record', () => {
    expect(checkClaims(answerer, 'Optimistic rollups need no proofs at all.')).toEqual([
      {
        claim: 'Optimistic rollups need no proofs at all.',
        ruling: 'wrong',
        why: 'They need a proof as soon as somebody disputes a batch.',
        topic: { id: 'optimistic-rollup', name: 'optimistic rollup' },
        views: [],
        sources: answerer.catalog.get('optimistic-rollup')?.sources,
      },
    ]);
  });

  it('that the base says nothing about are passed over', () => {
    for (const text of ['', 'Hi.', 'I had pizza today, and it was great.', '🚀🚀🚀', 'Quickroll'])
      expect(checkClaims(answerer, text)).toEqual([]);
  });

  it('are looked at only in the first dozen sentences', () => {
    expect(checkClaims(answerer, 'Quickroll is a layer 2. '.repeat(30))).toHaveLength(12);
  });
});

describe('terms in a message', () => {
  const named = (id: string) => {
    const record = answerer.catalog.get(id);
    return { id, name: record?.name, short: record?.short };
  };

  it('are named once each, in order', () => {
    expect(termsIn(answerer, 'a zk rollup on northchain beats a ZK-Rollup elsewhere, says the l2')).toEqual({
      terms: [named('zk-rollup'), named('northchain'), named('layer-2')],
      answer: undefined,
    });
  });

  it('come with the answer where the message asks something', () => {
    expect(termsIn(answerer, 'is quickroll a layer 2?')).toMatchObject({
      terms: [named('quickroll'), named('layer-2')],
      answer: { kind: 'classification', verdict: 'yes' },
    });
  });

  it('come without an answer where there is none', () => {
    for (const text of ['best pizza?', 'hi?', 'should i buy nrth?'])
      expect(termsIn(answerer, text).answer).toBeUndefined();
  });
});
