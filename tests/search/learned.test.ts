import { describe, expect, it } from 'vitest';
import { createLearned, packLearned } from '../../src/search/learned.ts';
import { plainPassage, plainRead } from './plain.ts';

const terms = {
  dims: 4,
  keys: ['stuck', 'fee', 'other', '~why', '~why_fee'],
  values: Int8Array.of(100, 0, 0, 0, 0, 50, 0, 0, 0, 0, 9, 0, 0, 0, 0, 50, 0, 0, 0, 50),
};
const passages = { dims: 4, keys: ['base#stuck'], values: Int8Array.of(60, 80, 0, 0) };
const INDEXED = ['fee', 'unseen', 'stuck'];
const packed = packLearned({
  learned: { terms, passages },
  passages: [
    ['base#stuck', plainPassage('fee', ['fee'])],
    ['base#new', plainPassage('fee', ['fee stuck'])],
  ],
  indexed: INDEXED,
  read: plainRead,
});
const learned = createLearned(packed, 2);
/** Cosines of both passages with a question of these terms and turns, and the highest. */
const held = (...asked: readonly string[]) => {
  const turns = asked.filter((key) => key.startsWith('~'));
  const terms = asked.filter((key) => !key.startsWith('~')).map((term) => ({ id: INDEXED.indexOf(term) }));
  const { cosines, best } = learned({ terms, turns }, [0, 1]);
  return [...cosines, best].map((value) => Math.round(value * 100) / 100);
};

describe('what was learned', () => {
  it('holds a question against the direction of each passage', () => {
    expect(held('stuck')).toEqual([0.6, 0.46, 0.6]);
    expect(held('fee')).toEqual([0.8, 0.74, 0.8]);
  });

  it('adds the turns of phrase to the terms', () => {
    // (0, 1, 0, 1) / √2, and with two turns (0, 1, 0, 2) / √5.
    expect(held('fee', '~why')).toEqual([0.57, 0.52, 0.57]);
    expect(held('fee', '~why', '~why_fee', '~unseen')).toEqual([0.36, 0.33, 0.36]);
  });

  it('says nothing of terms that were not learned, nor of those that no document holds', () => {
    expect(held('unseen', 'nowhere')).toEqual([0, 0, 0]);
    expect(held('unseen', 'fee')).toEqual(held('fee'));
  });

  it('takes for a passage that it does not know the mean direction of its title and questions, shortened', () => {
    // (0, 1) and (2, 1) / √5, added up and brought to length 0.87.
    const [x, y] = [2 / Math.sqrt(5), 1 + 1 / Math.sqrt(5)];
    const scale = 0.87 / Math.hypot(x, y);
    expect([...packed.passages.subarray(4)].map((value) => value / 127)).toEqual([
      expect.closeTo(x * scale, 2),
      expect.closeTo(y * scale, 2),
      0,
      0,
    ]);
  });
});
