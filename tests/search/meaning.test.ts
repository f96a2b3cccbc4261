import { describe, expect, it } from 'vitest';
import { cosineAt, createSum, meanOf, quantize, quantizeFinely } from '../../src/search/meaning.ts';

const sum = createSum({
  dims: 4,
  keys: ['bridg', 'cost', 'expens'],
  values: Int8Array.of(0, 0, 0, 50, 100, 0, 0, 0, 80, 60, 0, 0),
});

describe('the direction of a text', () => {
  it('is the sum of its stems, each counted once, of length 1', () => {
    expect([...sum(['costs', 'cost', 'bridge'])].map((value) => Math.round(value * 1000) / 1000)).toEqual([
      0.894, 0, 0, 0.447,
    ]);
  });

  it('is nothing where no word is known', () => {
    expect([...sum(['xylophone'])]).toEqual([0, 0, 0, 0]);
  });

  it('lies near that of words of like meaning', () => {
    const many = quantize(sum(['expensive']));
    expect(cosineAt(quantizeFinely(sum(['cost'])), many, 0)).toBeCloseTo(0.8, 2);
    expect(cosineAt(quantizeFinely(sum(['bridge'])), many, 0)).toBe(0);
  });
});

describe('of many directions', () => {
  it('the mean has length 1', () => {
    const mean = meanOf([sum(['cost']), sum(['bridge'])], 4);
    expect([...mean].map((value) => Math.round(value ** 2 * 1000) / 1000)).toEqual([0.5, 0, 0, 0.5]);
  });
});
