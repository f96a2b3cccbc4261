import { describe, expect, it } from 'vitest';
import { confidenceOf, signsOf } from '../../src/answer/confidence.ts';
import { BANDS, bandOf } from '../../src/answer/decide.ts';
import { createSearch } from '../../src/search/index.ts';
import { fixture } from '../fixtures.ts';

const search = createSearch(fixture());

function judge(question: string, isOutside = false) {
  const analysis = search.analyser.question(question);
  const signs = signsOf(search.match(analysis), search.evidence(analysis), isOutside);
  return { signs, confidence: confidenceOf(signs) };
}

describe('confidence', () => {
  it('is 0 where nothing was found', () => {
    expect(judge('')).toEqual({ signs: undefined, confidence: 0 });
    expect(judge('xylophone').confidence).toBe(0);
  });

  it('is the logistic function of signs that are all in 0..1', () => {
    for (const question of [
      'what is a zk rollup',
      'layer 1 finality',
      'cost of a rollup pizza in python on northchain',
    ]) {
      const { signs, confidence } = judge(question);
      for (const value of Object.values(signs ?? {})) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1 + 1e-6);
      }
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThan(1);
    }
  });

  it('falls where the question is known to lie outside, or speaks of other things', () => {
    const plain = judge('is finality quick').confidence;
    expect(judge('is finality quick', true).confidence).toBeLessThan(plain);
    expect(judge('is pizza in python quick to finality').confidence).toBeLessThan(plain);
  });
});

describe('bands', () => {
  it('part at their thresholds', () => {
    const bands = [0, BANDS.unsure - 1e-9, BANDS.unsure, BANDS.sure - 1e-9, BANDS.sure, 1].map(bandOf);
    expect(bands).toEqual(['none', 'none', 'unsure', 'unsure', 'sure', 'sure']);
  });
});
