import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOdds, packOdds } from '../../src/search/odds.ts';

const ASKED = [['rollup', 'fee'], ['rollup', 'bridge'], ['bridge', 'fee'], ['rollup']];
const OTHERS = [
  ['cake', 'layer'],
  ['fee', 'bank'],
];
const NONE = { sum: 0, mean: 0 };
const oddsOf = createOdds(packOdds(ASKED, OTHERS));

describe('the odds of words', () => {
  it('are the logs of their smoothed shares, added up over the stems of a text', () => {
    const rollup = Math.log((3 / 4 + 1 / 8) / (1 / 8));
    const fee = Math.log((2 / 4 + 1 / 8) / (1 / 2 + 1 / 8));
    expect(oddsOf(['rollups', 'rollup', 'fees']).stems.sum).toBeCloseTo(rollup + fee, 5);
    expect(oddsOf(['rollups', 'rollup', 'fees']).stems.mean).toBeCloseTo((rollup + fee) / 2, 5);
  });

  it('are known of pairs of neighbors too, the ends of a text among them', () => {
    const begin = Math.log((3 / 4 + 1 / 8) / (1 / 8));
    const pair = Math.log((1 / 4 + 1 / 8) / (1 / 8));
    const end = Math.log((2 / 4 + 1 / 8) / (1 / 8));
    expect(oddsOf(['rollup', 'fees']).pairs.sum).toBeCloseTo(begin + pair + end, 5);
    expect(oddsOf(['fees', 'rollup']).pairs.sum).toBeCloseTo(Math.log(1 / 8 / (1 / 2 + 1 / 8)) + pair, 5);
  });

  it('say nothing of words that nobody wrote', () => {
    expect(oddsOf(['keysend'])).toEqual({ stems: NONE, pairs: NONE });
    expect(oddsOf(['keysend', 'cake']).stems.mean).toBe(oddsOf(['cake']).stems.mean);
  });

  it('of no examples are none', () => {
    expect(createOdds(packOdds(ASKED, []))(['rollup', 'cake'])).toEqual({ stems: NONE, pairs: NONE });
    expect(createOdds(packOdds([], OTHERS))(['rollup', 'cake'])).toEqual({ stems: NONE, pairs: NONE });
  });

  it('are bounded for each stem, and those of stems do not depend on the order of words', () => {
    const word = fc.constantFrom('rollup', 'bridge', 'fee', 'cake', 'bank', 'keysend');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const { sum, mean } = oddsOf(words).stems;
        expect(Math.abs(sum)).toBeLessThanOrEqual(3 * new Set(words).size);
        expect(Math.abs(mean)).toBeLessThanOrEqual(3);
        expect(oddsOf([...words].reverse()).stems.sum).toBeCloseTo(sum, 5);
      }),
    );
  });
});
