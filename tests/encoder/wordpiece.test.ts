import { describe, expect, it } from 'vitest';
import { createWordPiece } from '../../src/encoder/wordpiece.ts';

const VOCABULARY = ['[UNK]', '[CLS]', '[SEP]', 'roll', '##up', '##ups', 'zk', 'a', '##a', 'rollup'];
const piecesOf = (text: string, limit = 12) =>
  createWordPiece(VOCABULARY, limit)(text.split(' ')).map((number) => VOCABULARY[number]);

describe('word pieces', () => {
  it('are the longest that the vocabulary has, those within a word marked', () => {
    expect(piecesOf('zk rollups')).toEqual(['[CLS]', 'zk', 'rollup', '[UNK]', '[SEP]'].toSpliced(2, 2, '[UNK]'));
    expect(piecesOf('zk rollup')).toEqual(['[CLS]', 'zk', 'rollup', '[SEP]']);
    expect(piecesOf('rolla aa')).toEqual(['[CLS]', 'roll', '##a', 'a', '##a', '[SEP]']);
  });

  it('are one unknown piece where a word cannot be put together', () => {
    expect(piecesOf('zkx 層 a')).toEqual(['[CLS]', '[UNK]', '[UNK]', 'a', '[SEP]']);
  });

  it('of a long text are those of both ends, more of the last', () => {
    expect(piecesOf('zk zk zk a roll roll a a a', 8)).toEqual(['[CLS]', 'zk', 'zk', 'roll', 'a', 'a', 'a', '[SEP]']);
  });

  it('say which mark a vocabulary lacks', () => {
    expect(() => createWordPiece(['[CLS]', '[UNK]'], 8)).toThrow('the vocabulary of the sentence model has no [SEP]');
  });
});
