import { describe, expect, it } from 'vitest';
import { createSuggest } from '../../src/search/suggest.ts';

const THINGS = [
  { id: 'rollup', names: ['rollup', 'roll up'] },
  { id: 'zk-rollup', names: ['ZK rollup', 'validity rollup', 'zkr'] },
  { id: 'optimistic-rollup', names: ['Optimistic rollup', 'ORU'] },
  { id: 'arbitrum', names: ['Arbitrum One', 'arb'] },
  { id: 'base', names: ['Base'] },
  { id: 'cafe', names: ['Café chain'] },
];
const suggest = createSuggest(THINGS, ['base', 'nowhere', 'rollup']);

/** What is typed, and everything that is offered, in order. */
const ORDERS: readonly (readonly [string, readonly string[], string])[] = [
  ['', ['base', 'rollup', 'arbitrum', 'cafe', 'optimistic-rollup', 'zk-rollup'], 'the popular first, then by id'],
  ['   ', ['base', 'rollup', 'arbitrum', 'cafe', 'optimistic-rollup', 'zk-rollup'], 'spaces are nothing'],
  ['zkr', ['zk-rollup'], 'an exact alias'],
  ['ro', ['rollup', 'zk-rollup', 'optimistic-rollup'], 'beginnings of names before those of words, the shorter first'],
  ['ROLLUP', ['rollup', 'zk-rollup', 'optimistic-rollup'], 'the very name first, whatever its case'],
  ['roll-up', ['rollup', 'zk-rollup', 'optimistic-rollup'], 'hyphens are spaces; near spellings fill the list'],
  ['cafe', ['cafe'], 'accents do not count'],
  ['ar', ['arbitrum'], 'two letters only find beginnings'],
  ['bitr', ['arbitrum'], 'three letters or more find the middle of a word'],
  ['bi', [], 'two letters do not'],
  ['optimsitic', ['optimistic-rollup'], 'a slip of the finger'],
  ['xylophone', [], 'nothing at all'],
];

describe('suggestions', () => {
  it.each(ORDERS)('for %j are %j: %s', (typed, expected) => {
    expect(suggest(typed, 25)).toEqual(expected);
  });

  it('hold each thing once, at most as many as asked for', () => {
    expect(suggest('r', 2)).toHaveLength(2);
    for (const typed of ['', 'r', 'rollup', 'a', 'o']) {
      const ids = suggest(typed, 25);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('take any text', () => {
    for (const typed of ['x'.repeat(5000), '\u0000', '🚀', '=()^$!\'"|', 'zk\nrollup']) suggest(typed, 25);
    expect(suggest('zk\nrollup', 1)).toEqual(['zk-rollup']);
  });

  it('are none where there is nothing to suggest', () => {
    expect(createSuggest([], ['base'])('a', 25)).toEqual([]);
  });
});
