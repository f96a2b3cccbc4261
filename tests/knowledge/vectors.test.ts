import { describe, expect, it } from 'vitest';
import { formatVectors, parseVectors } from '../../src/knowledge/vectors.ts';

const table = { dims: 4, stems: ['rollup', 'fee'], values: Int8Array.of(1, -2, 3, 127, 0, -127, 5, 6) };

describe('a table of word vectors', () => {
  it('is the same when it was written and read back', () => {
    expect(parseVectors(formatVectors(table))).toEqual(table);
  });

  it('is empty where nothing is written', () => {
    expect(parseVectors('# nothing\n')).toEqual({ dims: 0, stems: [], values: new Int8Array(0) });
  });

  it('names the line that is none, and the stem whose vector is shorter', () => {
    expect(() => parseVectors('rollup AQID\nfee\n')).toThrow(
      'vectors.txt: expected a stem and its values, found "fee" (entry 2)',
    );
    expect(() => parseVectors('rollup AQIDBA==\nfee AQI=\n')).toThrow('vectors.txt: expected 4 values, found 2 (fee)');
  });
});
