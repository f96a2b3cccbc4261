import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSearch } from '../../src/search/index.ts';
import { passageName } from '../../src/search/passage-texts.ts';
import { packVerbatim, passagesAsked } from '../../src/search/verbatim.ts';
import { concept, fixture } from '../fixtures.ts';

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
  lines: new Uint32Array(5),
};
const verbatim = packVerbatim(phrasings);
const asked = (...ids: readonly number[]) =>
  passagesAsked(
    verbatim,
    ids.map((id) => ({ id })),
  );

describe('what is asked word for word', () => {
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
        const many = packVerbatim({
          ...phrasings,
          first: Uint32Array.from({ length: all.length + 1 }, (_, at) => at),
          starts: Uint32Array.from(starts),
          terms: Uint32Array.from(all.flat()),
        });
        for (const [passage, ids] of all.entries()) {
          const found = passagesAsked(
            many,
            [...ids].reverse().map((id) => ({ id })),
          );
          expect(found.includes(passage)).toBe(true);
        }
      }),
    );
  });

  it('comes first in the very words that a passage was written for, though another has the same terms', () => {
    const facet = (id: string, questions: readonly string[]) => ({
      id,
      asks: 'fact',
      title: `What ${id} means`,
      questions,
      answer: 'It is told here in words that are long enough to stand as the answer of a facet.',
      sources: ['guide'],
    });
    const facets = [
      facet('early', ['who pays the toll of spacing', 'spacing toll payers']),
      facet('late', ['why does the toll of spacing pay', 'spacing toll payment']),
    ];
    const knowledge = fixture({ 'concepts/consensus/spacing.yaml': concept('Spacing', { facets }) });
    const search = createSearch(knowledge);
    const best = (question: string) => {
      const [first] = search.match(search.analyser.question(question));
      return first && passageName(first.record, first.best);
    };
    expect(best('Who pays the toll of Spacing?')).toBe('spacing#early');
    expect(best('why does the toll of spacing pay')).toBe('spacing#late');
  });
});
