import { describe, expect, it } from 'vitest';
import { createEncoder } from '../../src/encoder/encoder.ts';
import { type Model, parseModel } from '../../src/encoder/model.ts';
import { readModel, SHIPPED_KNOWLEDGE } from '../../src/knowledge/files.ts';

const model = readModel(SHIPPED_KNOWLEDGE) as Model;
const encoder = createEncoder(model);
const encode = (text: string) => encoder.encode(text.split(' '));
const cosine = (a: string, b: string) => {
  const other = encode(b);
  return encode(a).reduce((sum, value, k) => sum + value * (other[k] as number), 0);
};

describe('the sentence model', () => {
  it('gives a direction of length 1, the same for the same words', () => {
    const direction = encode('how long does a withdrawal take');
    expect(direction).toHaveLength(encoder.dims);
    expect(Math.hypot(...direction)).toBeCloseTo(1, 5);
    expect(createEncoder(model).encode('how long does a withdrawal take'.split(' '))).toEqual(direction);
  });

  it('hears the order of the words', () => {
    const asked = 'can the sequencer steal money from a user';
    expect(cosine(asked, 'can a user steal money from the sequencer')).toBeLessThan(cosine(asked, asked) - 0.01);
  });

  it('reads texts of any length, and nothing at all', () => {
    for (const words of [[], ['a'.repeat(500)], Array.from({ length: 2000 }, () => 'rollup'), ['層', '二']])
      expect(Math.hypot(...encoder.encode(words))).toBeCloseTo(1, 5);
  });
});

describe('its file', () => {
  const small: Model = {
    shape: {
      ...model.shape,
      vocabulary: ['a'],
      tensors: [
        { name: 'gain', length: 2 },
        { name: 'pieces', rows: 2, length: 3 },
      ],
    },
    vectors: new Map([['gain', Float32Array.of(0.5, -2)]]),
    matrices: new Map([
      ['pieces', { rows: 2, length: 3, scales: Float32Array.of(1, 0.25), values: Int8Array.of(-127, 0, 127, 1, 2, 3) }],
    ]),
  };
  const floats = (...values: readonly number[]) => Buffer.from(Float32Array.from(values).buffer);
  const bytes = Buffer.concat([
    Buffer.from(`${JSON.stringify(small.shape)}\n`),
    floats(0.5, -2),
    floats(1, 0.25),
    Buffer.from(Int8Array.of(-127, 0, 127, 1, 2, 3).buffer),
  ]);

  it('holds its shape, its vectors and its matrices', () => {
    expect(parseModel(bytes)).toEqual(small);
  });

  it('is refused where bytes are missing, and a model where a tensor is', () => {
    expect(() => parseModel(bytes.subarray(0, -1))).toThrow(/^encoder\.bin: expected \d+ bytes, found \d+$/);
    expect(() => createEncoder(small)).toThrow('the vocabulary of the sentence model has no [CLS]');
    expect(() => createEncoder({ ...model, matrices: new Map() })).toThrow('the sentence model has no pieces');
  });

  it('is not asked for: a base may have none', () => {
    expect(readModel('nowhere')).toBeUndefined();
  });
});
