import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import loadWabt from 'wabt';
import { createKernel, LARGEST } from '../../src/encoder/kernel.ts';
import { MULTIPLY } from '../../src/encoder/multiply.ts';

it('multiplies rows with matrices as plain loops do, up to the largest numbers', () => {
  const sizes = fc.record({
    rows: fc.integer({ min: 1, max: 6 }),
    outs: fc.constantFrom(2, 4),
    length: fc.constantFrom(8, 16),
  });
  fc.assert(
    fc.property(
      sizes.chain(({ rows, outs, length }) =>
        fc.record({
          outs: fc.constant(outs),
          length: fc.constant(length),
          x: fc.array(fc.integer({ min: -LARGEST, max: LARGEST }), {
            minLength: rows * length,
            maxLength: rows * length,
          }),
          w: fc.array(fc.integer({ min: -128, max: 127 }), { minLength: outs * length, maxLength: outs * length }),
        }),
      ),
      ({ outs, length, x, w }) => {
        const rows = x.length / length;
        const kernel = createKernel({ bytes: 2 * w.length, rows: 6, length: 16 });
        kernel.place(
          Int8Array.from(w, () => 1),
          length,
        );
        const matrix = kernel.place(Int8Array.from(w), length);
        kernel.rows.set(x);
        const expected = Array.from({ length: rows * outs }, (_, at) =>
          Array.from({ length }, (__, k) => x[Math.floor(at / outs) * length + k] as number).reduce(
            (sum, value, k) => sum + value * (w[(at % outs) * length + k] as number),
            0,
          ),
        );
        expect([...kernel.multiply(rows, matrix)]).toEqual(expected);
      },
    ),
  );
});

it('is the program that its text says', async () => {
  const text = readFileSync(new URL('../../src/encoder/multiply.wat', import.meta.url), 'utf8');
  const { buffer } = (await loadWabt()).parseWat('multiply.wat', text, { simd: true }).toBinary({});
  expect(Buffer.from(buffer).toString('base64')).toBe(MULTIPLY);
});
