import { describe, expect, it } from 'vitest';
import { formatVectors, inOrder, parseVectors, toBytes } from '../../src/knowledge/vectors.ts';

const table = { dims: 4, keys: ['rollup', '#fee'], values: Int8Array.of(1, -2, 3, 127, 0, -127, 5, 6) };

describe('a table of vectors', () => {
  it('is the same when it was written and read back, keys that begin with # included', () => {
    expect(parseVectors('a.txt', formatVectors('npm run vectors', table))).toEqual(table);
  });

  it('is empty where nothing is written', () => {
    expect(parseVectors('a.txt', '# nothing\n')).toEqual({ dims: 0, keys: [], values: new Int8Array(0) });
  });

  it('names the file and the line that is none, and the key whose vector is shorter', () => {
    expect(() => parseVectors('a.txt', 'rollup AQID\nfee\n')).toThrow(
      'a.txt: expected a key and its values, found "fee" (entry 2)',
    );
    expect(() => parseVectors('a.txt', 'rollup AQIDBA==\nfee AQI=\n')).toThrow(
      'a.txt: expected 4 values, found 2 (fee)',
    );
  });

  it('is refused where its keys are to be looked up and one is out of order', () => {
    const ordered = { ...table, keys: ['#fee', 'rollup'] };
    expect(inOrder('a.txt', ordered)).toBe(ordered);
    expect(() => inOrder('a.txt', table)).toThrow('a.txt: expected keys in ascending order, found #fee after rollup');
  });

  it('holds values of any unit as shares of the largest', () => {
    expect([...toBytes([0, 0.5, -1, 2])]).toEqual([0, 32, -63, 127]);
  });
});
