import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import loadWabt from 'wabt';
import { createKernel, type Kernel } from '../../src/encoder/kernel.ts';
import { PROGRAM } from '../../src/encoder/program.ts';

const ROWS = 6;
const LENGTH = 16;
const kernel = () => createKernel({ bytes: 4096, floats: 4096, rows: ROWS, length: LENGTH, heads: 4 });
const placed = (into: Kernel, values: readonly number[]): Float32Array => {
  const floats = into.floats(values.length);
  floats.set(values);
  return floats;
};
const some = (count: number, most = 4) =>
  fc.array(fc.float({ min: Math.fround(-most), max: Math.fround(most), noNaN: true }), {
    minLength: count,
    maxLength: count,
  });
const bytes = (count: number) => fc.array(fc.integer({ min: -128, max: 127 }), { minLength: count, maxLength: count });
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at);
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const near = (found: Float32Array, expected: readonly number[], within: number) => {
  expect(found).toHaveLength(expected.length);
  for (const [at, value] of expected.entries()) expect(Math.abs((found[at] as number) - value)).toBeLessThan(within);
};

describe('the kernel computes as plain loops do', () => {
  const linears = fc
    .record({
      rows: fc.integer({ min: 1, max: ROWS }),
      outs: fc.constantFrom(4, 8),
      length: fc.constantFrom(8, LENGTH),
    })
    .chain(({ rows, outs, length }) =>
      fc.record({
        rows: fc.constant(rows),
        length: fc.constant(length),
        x: some(rows * length),
        values: bytes(outs * length),
        scales: some(outs, 0.01),
        bias: some(outs),
      }),
    );

  it('rows times a matrix', () => {
    fc.assert(
      fc.property(linears, ({ rows, length, x, values, scales, bias }) => {
        const outs = scales.length;
        const own = kernel();
        const linear = own.place(Int8Array.from(values), Float32Array.from(scales), Float32Array.from(bias));
        const to = own.floats(rows * outs);
        own.apply(linear, placed(own, x), rows, to);
        const expected = upTo(rows * outs).map((at) => {
          const row = Math.floor(at / outs);
          const out = at % outs;
          const product = sum(upTo(length).map((k) => (x[row * length + k] ?? 0) * (values[out * length + k] ?? 0)));
          return product * (scales[out] ?? 0) + (bias[out] ?? 0);
        });
        // Half a step of 4 / 8191 a value at most, times 128 * 0.01 for each of sixteen.
        near(to, expected, 0.006);
      }),
    );
  });

  it('the bend between two matrices: known values of the unit', () => {
    const own = kernel();
    const x = placed(own, [-20, -3, -1, -0.5, 0, 0.5, 1, 20]);
    own.bend(x);
    near(x, [0, -0.004049694, -0.158655254, -0.15426877, 0, 0.34573123, 0.841344746, 20], 2e-6);
  });

  const attentions = fc
    .record({ rows: fc.integer({ min: 1, max: ROWS }), heads: fc.constantFrom(1, 2, 4) })
    .chain(({ rows, heads }) =>
      fc.record({
        rows: fc.constant(rows),
        heads: fc.constant(heads),
        query: some(rows * LENGTH, 10),
        key: some(rows * LENGTH, 10),
        value: some(rows * LENGTH),
      }),
    );

  it('each row looking at all others, also into the place of what was asked', () => {
    fc.assert(
      fc.property(attentions, ({ rows, heads, query, key, value }) => {
        const width = LENGTH / heads;
        const expected = upTo(rows * LENGTH).map((at) => {
          const row = Math.floor(at / LENGTH);
          const head = Math.floor((at % LENGTH) / width) * width;
          const fits = upTo(rows).map(
            (other) =>
              sum(
                upTo(width).map((k) => (query[row * LENGTH + head + k] ?? 0) * (key[other * LENGTH + head + k] ?? 0)),
              ) / Math.sqrt(width),
          );
          const weights = fits.map((fit) => Math.exp(fit - Math.max(...fits)));
          const all = sum(weights);
          return sum(weights.map((weight, other) => (weight / all) * (value[other * LENGTH + (at % LENGTH)] ?? 0)));
        });
        const own = kernel();
        const asked = placed(own, query);
        own.attend({ query: asked, key: placed(own, key), value: placed(own, value), rows, heads }, asked);
        near(asked, expected, 1e-3);
      }),
    );
  });
});

it('is the program that its text says', async () => {
  const text = readFileSync(new URL('../../src/encoder/kernel.wat', import.meta.url), 'utf8');
  const { buffer } = (await loadWabt()).parseWat('kernel.wat', text, { simd: true }).toBinary({});
  expect(Buffer.from(buffer).toString('base64')).toBe(PROGRAM);
});
