import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOdds, packOdds } from '../../src/search/odds.ts';

const ASKED = [['rollup', 'fee'], ['rollup', 'bridge'], ['bridge', 'fee'], ['rollup']];
const OTHERS = [
  ['cake', 'layer'],
  ['fee', 'bank'],
];
const oddsOf = createOdds(packOdds(ASKED, OTHERS));

describe('the odds of words', () => {
  it('are the logs of their smoothed shares, added up over the stems of a text', () => {
    const rollup = Math.log(3.5 / 5 / (0.5 / 3));
    const fee = Math.log(2.5 / 5 / (1.5 / 3));
    expect(oddsOf(['rollups', 'rollup', 'fees']).sum).toBeCloseTo(rollup + fee, 5);
    expect(oddsOf(['rollups', 'rollup', 'fees']).mean).toBeCloseTo((rollup + fee) / 2, 5);
  });

  it('say nothing of words that nobody wrote', () => {
    expect(oddsOf(['keysend'])).toEqual({ sum: 0, mean: 0 });
    expect(oddsOf(['keysend', 'cake']).mean).toBe(oddsOf(['cake']).mean);
  });

  it('of no examples are none', () => {
    expect(createOdds(packOdds(ASKED, []))(['rollup', 'cake'])).toEqual({ sum: 0, mean: 0 });
    expect(createOdds(packOdds([], OTHERS))(['rollup', 'cake'])).toEqual({ sum: 0, mean: 0 });
  });

  it('are bounded for each stem, and do not depend on the order of words', () => {
    const word = fc.constantFrom('rollup', 'bridge', 'fee', 'cake', 'bank', 'keysend');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const { sum, mean } = oddsOf(words);
        expect(Math.abs(sum)).toBeLessThanOrEqual(3 * new Set(words).size);
        expect(Math.abs(mean)).toBeLessThanOrEqual(3);
        expect(oddsOf([...words].reverse()).sum).toBeCloseTo(sum, 5);
      }),
    );
  });
});
