import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEnglish } from '../../src/search/english.ts';
import { createPhrases } from '../../src/search/phrases.ts';
import { stem } from '../../src/search/stem.ts';
import { isStopWord } from '../../src/search/stopwords.ts';
import { plainText, wordsOf } from '../../src/search/text.ts';

const words = wordsOf;

describe('words of a text', () => {
  it.each([
    ['What is a ZK-Rollup?', ['what', 'is', 'a', 'zk', 'rollup']],
    ['layer2 and L2s', ['layer', '2', 'and', 'l', '2']],
    ['the chain’s fees aren’t low, it can`t', ['the', 'chain', 'fees', 'are', 'not', 'low', 'it', 'can', 'not']],
    ['Café, naïve ＦＵＬＬ ﬁnality', ['cafe', 'naive', 'full', 'finality']],
    ['zk​rollup', ['zkrollup']],
    ['什么是 rollup', ['什', '么', '是', 'rollup']],
    ['что такое роллап', ['что', 'такое', 'роллап']],
    ['', []],
    ['?! 🚀 … —', []],
  ])('%j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it.each([
    ['bold and struck', '**what** is ~~a~~ __rollup__', ['what', 'is', 'a', 'rollup']],
    ['mentions, channels and roles', '<@123> ask <#45> <@&6> rollup <@!7>', ['ask', 'rollup']],
    ['the names of emoji', ':+1: what :thinking: is a rollup :rocket:', ['what', 'is', 'a', 'rollup']],
    ['emoji of a server and times', 'a <:zk:123456> b <a:l2:99> c <t:1618953630:R> rollup', ['a', 'b', 'c', 'rollup']],
    ['commands', '</layer explain:123> rollup', ['rollup']],
    ['links', 'see https://example.org/zk?x=l2 and www.example.org/zk now', ['see', 'and', 'now']],
    ['the words of a link', 'see [the rollup](https://example.org/a) now', ['see', 'the', 'rollup', 'now']],
    ['blocks of code, closed or not', 'why ```let l2 = 1``` rollup ```and more', ['why', 'rollup']],
    ['code in a line stays', 'what is `blob gas`', ['what', 'is', 'blob', 'gas']],
  ])('without what Discord wraps around them: %s', (_name, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('are the same beside an invisible mark, which only the long way of reading takes away', () => {
    const parts = fc.oneof(fc.constantFrom('www.', "n't", '```', '<@1>', 'L2s', '](', 'http://'), fc.string());
    const texts = fc.array(parts, { maxLength: 12 }).map((some) => some.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        expect(words(text)).toEqual(words(`${text} \u200b`));
      }),
    );
  });

  it('end after 4,000 characters and 400 words, so that no text costs more', () => {
    expect(plainText('a'.repeat(9000))).toHaveLength(4000);
    expect(words('a '.repeat(3000))).toHaveLength(400);
  });
});

describe('stems', () => {
  it.each([
    ['rollups', 'rollup'],
    ['withdrawals', 'withdraw'],
    ['withdrawing', 'withdraw'],
    ['channels', 'channel'],
    ['bridges', 'bridg'],
    ['scaling', 'scale'],
    ['scalability', 'scale'],
    ['finalized', 'final'],
    ['finality', 'final'],
    ['miners', 'mine'],
    ['das', 'das'],
    ['l2s', 'l2s'],
    ['第', '第'],
  ])('%s becomes %s', (word, stemmed) => {
    expect(stem(word)).toBe(stemmed);
  });

  it.each([
    [['validity', 'validator', 'valid']],
    [['optimism', 'optimistic', 'optimium', 'optimal']],
    [['state', 'static', 'station']],
    [['general', 'generate', 'generic']],
    [['universe', 'university']],
    [['community', 'communication']],
    [['based', 'base']],
    [['security', 'securities']],
    [['news', 'new']],
    [['authority', 'author']],
  ])('things that are not the same keep apart: %j', (different) => {
    expect(new Set(different.map(stem)).size).toBe(different.length);
  });

  it('are the same when asked again, after a flood of other words', () => {
    const before = stem('settlements');
    for (let i = 0; i < 60_000; i += 1) stem(`word${i.toString(36)}`);
    expect(stem('settlements')).toBe(before);
    expect(stem('neverseenbefores')).toBe('neverseenbefor');
  });
});

describe('stop words', () => {
  it('are function words, and no word of the field', () => {
    expect(['what', 'is', 'the', 'with', 'explain'].map(isStopWord)).toEqual([true, true, true, true, true]);
    expect(['layer', '2', 'chain', 'gas', 'fee', 'zk'].map(isStopWord)).toEqual(new Array(6).fill(false));
  });
});

describe('English words', () => {
  it.each(['seattle', 'miles', 'settling', 'planned', 'stories', 'quickly', 'houses', 'tables'])(
    '%s is one',
    (word) => {
      expect(isEnglish(word)).toBe(true);
    },
  );
  it.each(['rolup', 'ethereun', 'optimistc', 'bridgee', 'zksync', 'chans', 'bsaed', ''])('%j is none', (word) => {
    expect(isEnglish(word)).toBe(false);
  });
});

describe('phrases', () => {
  const phrases = createPhrases<string>();
  for (const phrase of ['layer 2', 'layer 2 bridge', 'bridge', 'zero knowledge proof'])
    phrases.add(phrase.split(' '), phrase);
  const found = (text: string) => phrases.find(text.split(' ')).map(({ value, from, to }) => `${value} ${from}-${to}`);

  it('are found from left to right, the longest first, none inside another', () => {
    expect(found('a layer 2 bridge or bridge or layer 2')).toEqual(['layer 2 bridge 1-4', 'bridge 5-6', 'layer 2 7-9']);
  });

  it('are found only whole', () => {
    expect(found('zero knowledge')).toEqual([]);
    expect(found('layer bridge 2')).toEqual(['bridge 1-2']);
    expect(phrases.at(['zero'], 0)).toBeUndefined();
    expect(phrases.find([])).toEqual([]);
  });

  it('keep their first value, and no phrase has no words', () => {
    const other = createPhrases<number>();
    other.add(['a'], 1);
    other.add(['a'], 2);
    other.add([], 3);
    expect(other.find(['a', 'b'])).toEqual([{ value: 1, from: 0, to: 1 }]);
  });
});
