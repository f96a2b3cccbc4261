import { describe, expect, it } from 'vitest';
import { readabilityOf, syllablesIn } from '../../src/knowledge/readability.ts';

describe('syllables', () => {
  it.each([
    ['chain', 1],
    ['table', 2],
    ['rollup', 2],
    ['settled', 2],
    ['posted', 2],
    ['blocks', 1],
    ['changes', 2],
    ['makes', 1],
    ['layer', 2],
    ['validator', 4],
    ['decentralized', 4],
    ['the', 1],
    ['7', 1],
    ['L2', 1],
  ])('%s has %i', (word, count) => {
    expect(syllablesIn(word)).toBe(count);
  });
});

describe('reading grade', () => {
  it('follows the formula: 0.39 words a sentence + 11.8 syllables a word − 15.59', () => {
    expect(readabilityOf('The chain is slow. The fees are high.')).toEqual({
      sentences: 2,
      words: 8,
      longest: 4,
      grade: 0.39 * 4 + 11.8 - 15.59,
    });
  });

  it('takes no end of a sentence from figures, names and abbreviations', () => {
    expect(readabilityOf('It costs 1.5 cents, e.g. on a chain (see v2.0) at noon.').sentences).toBe(1);
    expect(readabilityOf('He asked "why?" Then he left! (It was late.) Done').sentences).toBe(4);
  });

  it('parts paragraphs that end without a mark', () => {
    expect(readabilityOf('one two\n\nthree four five')).toMatchObject({ sentences: 2, longest: 3 });
  });

  it('of nothing is 0', () => {
    expect(readabilityOf(' … ')).toEqual({ sentences: 0, words: 0, longest: 0, grade: 0 });
  });
});
