import { describe, expect, it } from 'vitest';
import { fitLogistic, probability } from '../../src/tools/fit.ts';

describe('a logistic regression', () => {
  it('gives what was seen: by its bias alone, the share of right ones', () => {
    const [bias = 0] = fitLogistic(
      [true, true, true, false].map((right) => ({ features: [1], right })),
      0,
    );
    expect(probability([1], [bias])).toBeCloseTo(0.75, 10);
  });

  it('gives the share of each kind where one feature tells two kinds apart', () => {
    const of = (feature: number, rights: readonly boolean[]) =>
      rights.map((right) => ({ features: [1, feature], right }));
    const weights = fitLogistic([...of(0, [true, false, false, false, false]), ...of(1, [true, true, true, false])], 0);
    expect(probability([1, 0], weights)).toBeCloseTo(0.2, 8);
    expect(probability([1, 1], weights)).toBeCloseTo(0.75, 8);
  });

  it('finds weights far apart where the chances say so, which a penalty brings nearer', () => {
    const cases = Array.from({ length: 2000 }, (_, i) => {
      const x = (i % 100) / 100;
      return { features: [1, x], right: ((i * 7919) % 1000) / 1000 < probability([1, x], [-10, 20]) };
    });
    const [bias = 0, slope = 0] = fitLogistic(cases, 0);
    expect(slope / bias).toBeCloseTo(-2, 1);
    expect(slope).toBeGreaterThan(15);
    expect(slope).toBeLessThan(25);
    const [, penalized = 0] = fitLogistic(cases, 0.01);
    expect(penalized).toBeGreaterThan(0);
    expect(penalized).toBeLessThan(slope / 2);
  });
});
