import { describe, expect, it } from 'vitest';
import { createSearch } from '../../src/search/index.ts';
import { fixture } from '../fixtures.ts';

const { analyser } = createSearch(fixture());
const mentionsIn = (text: string) => analyser.question(text).mentions.map(({ id, weak }) => (weak ? `${id}?` : id));

describe('records named in a text', () => {
  it.each([
    ['zk rollups and a ZK-Rollup', ['zk-rollup', 'zk-rollup']],
    ['validity rollup', ['zk-rollup']],
    ['a proof chain', ['zk-rollup']],
    ['l2 on layer one', ['layer-2', 'layer-1']],
    ['optimistic rollup, not just a rollup', ['optimistic-rollup', 'rollup']],
    ['optimistic vs zk rollups', ['optimistic-vs-zk']],
    ['nrth moves on quickroll', ['northchain', 'quickroll']],
    ['payc', ['paycoin']],
    ['slow rolls', []],
    ['', []],
  ])('%j names %j', (text, ids) => {
    expect(mentionsIn(text)).toEqual(ids);
  });

  it.each([
    ['mode', ['mode']],
    ['what is Mode', ['mode']],
    ['is it live on mode', ['mode']],
    ['mode network', ['mode']],
    ['block time of mode', ['mode']],
    ['mode vs quickroll', ['mode', 'quickroll']],
    ['mode is slow today', ['mode']],
    ['they say mode will close', ['mode']],
    ['my uncle keeps saying mode will close', ['mode']],
    ['the mode is wrong', ['mode?']],
    ['my camera mode is wrong', ['mode?']],
    ['a dark mode for it', ['mode?']],
    ['which mode should it run in', ['mode?']],
    ['the amount of mode there', ['mode?']],
  ])('a name that is also a common word is meant by the words beside it: %j', (text, ids) => {
    expect(mentionsIn(text)).toEqual(ids);
  });
});

describe('terms of a text', () => {
  const termsOf = (text: string) => [...analyser.question(text).terms];

  it('are the names and the stems of content words', () => {
    expect(termsOf('how does quickroll settle batches')).toEqual([
      ['@quickroll', 1],
      ['quickrol', 0.3],
      ['settl', 1],
      ['batch', 1],
    ]);
  });

  it('count a field of meaning once, however many of its words there are', () => {
    const terms = new Map(termsOf('expensive fees cost'));
    expect(terms.get('#cost')).toBe(0.5);
    expect(terms.get('fee')).toBe(1);
  });

  it('are none where there are only function words', () => {
    expect(termsOf('what is it and why')).toEqual([]);
  });
});
