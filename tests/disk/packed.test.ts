import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack, unpack } from '../../src/disk/packed.ts';

const array = fc.oneof(
  fc.int8Array(),
  fc.uint8Array(),
  fc.int16Array(),
  fc.uint16Array(),
  fc.int32Array(),
  fc.uint32Array(),
  fc.float32Array({ noNaN: true }),
  fc.float64Array({ noNaN: true }),
);

describe('what is kept in a file', () => {
  it('is read back as it was, arrays of every kind included', () => {
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.integer(),
        fc.constant(undefined),
        array,
        tie('list'),
        tie('record'),
      ),
      list: fc.array(tie('tree'), { maxLength: 4 }),
      record: fc.dictionary(fc.string(), tie('tree'), { maxKeys: 4, noNullPrototype: true }),
    }));
    fc.assert(
      fc.property(tree, (data) => {
        expect(unpack(pack(data))).toEqual(data);
      }),
    );
  });

  it('copies no array', () => {
    const bytes = pack({ numbers: Float64Array.of(1, 2) });
    const { numbers } = unpack(bytes) as { numbers: Float64Array };
    expect(numbers.buffer).toBe(bytes.buffer);
  });

  it('is refused where its end is missing', () => {
    const bytes = pack({ name: 'rollup', numbers: Float64Array.of(1, 2) });
    expect(() => unpack(Buffer.from(Uint8Array.from(bytes.subarray(0, bytes.length - 8)).buffer))).toThrow(RangeError);
    expect(() => unpack(Buffer.from(Uint8Array.from(bytes.subarray(0, 16)).buffer))).toThrow();
  });

  it('holds no array of a kind that is not known', () => {
    expect(() => pack({ numbers: BigInt64Array.of(1n) })).toThrow(new TypeError("BigInt64Array can't be kept"));
  });
});
