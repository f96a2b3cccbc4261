import { describe, expect, it } from 'vitest';
import { isTurn, turnsOf } from '../../src/search/turns.ts';

const bridge = { id: 'bridge', weak: false };

describe('turns of phrase', () => {
  it('are the stop words, and the pairs of neighboring words, each once', () => {
    expect(turnsOf({ words: ['why', 'do', 'fees', 'why', 'do', 'rise'], mentions: [] })).toEqual([
      '~why',
      '~do',
      '~why_do',
      '~do_fee',
      '~fee_why',
      '~do_rise',
    ]);
  });

  it('hold any name as one word', () => {
    const words = ['who', 'runs', 'the', 'cross', 'chain', 'bridge', 'now'];
    expect(turnsOf({ words, mentions: [{ ...bridge, from: 3, to: 6 }] })).toEqual([
      '~who',
      '~who_run',
      '~the',
      '~run_the',
      '~the_@',
      '~now',
      '~@_now',
    ]);
  });

  it('are told from terms', () => {
    expect(['~why', '~why_do', 'why', '@bridge', '#cost'].map(isTurn)).toEqual([true, true, false, false, false]);
  });
});
