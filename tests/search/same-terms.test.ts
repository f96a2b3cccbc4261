import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packSameTerms, passagesOfTerms } from '../../src/search/same-terms.ts';

/** Phrasings of three passages, as the numbers of their terms. */
const PHRASINGS = [
  [[7, 2, 9]],
  [[4], [2, 9]],
  [
    [9, 2],
    [1, 3, 5, 8],
  ],
];

const flat = PHRASINGS.flat();
const phrasings = {
  first: Uint32Array.from([0, 1, 3, 5]),
  starts: Uint32Array.from([0, 3, 4, 6, 8, 12]),
  terms: Uint32Array.from(flat.flat()),
  weights: new Float32Array(12),
  own: new Uint8Array(12),
  norms: new Float32Array(5),
  restNorms: new Float32Array(5),
};
const sameTerms = packSameTerms(phrasings);
const asked = (...ids: readonly number[]) =>
  passagesOfTerms(
    sameTerms,
    ids.map((id) => ({ id })),
  );

describe('what is asked in the same terms', () => {
  it('is found in any order, with every passage that was written for it', () => {
    expect(asked(9, 7, 2)).toEqual([0]);
    expect(asked(2, 9)).toEqual([1, 2]);
    expect(asked(4)).toEqual([1]);
  });

  it('is not found with a term more, less or unknown', () => {
    expect(asked(2, 7)).toEqual([]);
    expect(asked(2, 7, 9, 1)).toEqual([]);
    expect(asked(4, -1)).toEqual([]);
    expect(asked()).toEqual([]);
  });

  it('is found whatever else there is', () => {
    const sets = fc.array(fc.uniqueArray(fc.nat(40), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(sets, (all) => {
        const starts = [0];
        for (const one of all) starts.push((starts.at(-1) ?? 0) + one.length);
        const many = packSameTerms({
          ...phrasings,
          first: Uint32Array.from({ length: all.length + 1 }, (_, at) => at),
          starts: Uint32Array.from(starts),
          terms: Uint32Array.from(all.flat()),
        });
        for (const [passage, ids] of all.entries()) {
          const found = passagesOfTerms(
            many,
            [...ids].reverse().map((id) => ({ id })),
          );
          expect(found.includes(passage)).toBe(true);
        }
      }),
    );
  });
});
