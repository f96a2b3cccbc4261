import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalized, quantize } from '../../src/search/meaning.ts';
import { createNearness } from '../../src/search/nearness.ts';

const DIMS = 12;
const directions = fc
  .array(fc.integer({ min: -9, max: 9 }), { minLength: DIMS, maxLength: DIMS })
  .map((parts) => normalized(Float32Array.from(parts)));
const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, k) => sum + value * (b[k] as number), 0);

describe('nearness', () => {
  it('gives the cosine with each direction in turn, none below 0, however many there are', () => {
    fc.assert(
      fc.property(fc.array(directions, { minLength: 1, maxLength: 9 }), directions, directions, (many, one, other) => {
        const nearness = createNearness(Int8Array.from(many.flatMap((each) => [...quantize(each)])), DIMS);
        for (const asked of [one, other]) {
          const found = nearness(asked);
          expect(found).toHaveLength(many.length);
          for (const [at, each] of many.entries())
            expect(Math.abs((found[at] as number) - Math.max(0, cosine(asked, each)))).toBeLessThan(0.02);
        }
      }),
    );
  });
});
