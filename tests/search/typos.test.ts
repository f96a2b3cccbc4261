import { describe, expect, it } from 'vitest';
import { createSearch } from '../../src/search/index.ts';
import { createSpeller } from '../../src/search/typos.ts';
import { fixture } from '../fixtures.ts';

const speller = createSpeller(
  new Map([
    ['rollup', 5],
    ['ethereum', 5],
    ['optimistic', 3],
    ['optimism', 3],
    ['bridge', 2],
    ['lightning', 2],
    ['channel', 2],
    ['chain', 9],
    ['chair', 1],
    ['zksync', 1],
    ['l2', 9],
    ['base', 4],
    ['unl', 1],
    ['unus', 9],
    ['what', 4],
    ['want', 9],
    ['just', 4],
  ]),
);

describe('the nearest known word', () => {
  it.each([
    ['rolup', 'rollup'],
    ['rrollup', 'rollup'],
    ['rollpu', 'rollup'],
    ['rollop', 'rollup'],
    ['etherium', 'ethereum'],
    ['ethreum', 'ethereum'],
    ['optimsitic', 'optimistic'],
    ['optimstc', 'optimistic'],
    ['brigde', 'bridge'],
    ['chainn', 'chain'],
    ['chaim', 'chain'],
    ['bas', undefined],
    ['bse', undefined],
    ['baes', 'base'],
    // Two letters changed places: nothing that is as near is as likely, and words of four letters share too few pairs.
    ['waht', 'what'],
    ['jsut', 'just'],
    ['unls', 'unl'],
  ])('of %s is %s', (word, expected) => {
    expect(speller(word)).toBe(expected);
  });

  it('is two slips away only for words of eight letters or more', () => {
    expect(speller('rolp')).toBeUndefined();
    expect(speller('brdgee')).toBeUndefined();
    expect(speller('lightnng')).toBe('lightning');
    expect(speller('lihtnng')).toBeUndefined();
    expect(speller('lightnngg')).toBe('lightning');
  });

  it('is none for short words, figures, other scripts and very long ones', () => {
    for (const word of ['l1', 'l3', 'zk', 'l22', 'rol1up', 'роллап', 'ролап', '', 'r'.repeat(31)])
      expect(speller(word)).toBeUndefined();
  });

  it('is the same every time', () => {
    expect(Array.from({ length: 3 }, () => speller('rolup'))).toEqual(['rollup', 'rollup', 'rollup']);
  });
});

describe('a question', () => {
  const { analyser } = createSearch(fixture());
  const read = (text: string) => analyser.question(text);

  it('is corrected, and says what was', () => {
    expect(read('optimistc rolup finalty')).toMatchObject({
      words: ['optimistic', 'rollup', 'finality'],
      corrections: [
        { from: 'optimistc', to: 'optimistic' },
        { from: 'rolup', to: 'rollup' },
        { from: 'finalty', to: 'finality' },
      ],
    });
  });

  it('never has L1 read as L2, nor any word under four letters as another', () => {
    for (const text of ['l3', 'l9', 'zkk', 'rol', 'what is l4']) expect(read(text).corrections).toEqual([]);
  });

  it('never has an English word read as another', () => {
    for (const text of ['miles of seattle', 'a chainsaw', 'finally', 'lawyer', 'slide', 'rolls'])
      expect(read(text).corrections).toEqual([]);
  });

  it('has a slip mended that only looks like an inflection of an English word', () => {
    expect(read('a layyer above, a lyer below').words).toEqual(['a', 'layer', 'above', 'a', 'layer', 'below']);
  });

  it('written without spaces is parted', () => {
    expect(read('zkrollup vs optimisticrollups').words).toEqual(['zk', 'rollup', 'versus', 'optimistic', 'rollup']);
    expect(read('layertwo').words).toEqual(['layer', '2']);
    expect(read('rollupfinality').words).toEqual(['rollup', 'finality']);
  });

  it('is corrected, a record’s own text is not', () => {
    expect(analyser.document('optimistc rolup')).toMatchObject({ words: ['optimistc', 'rolup'], corrections: [] });
  });
});
