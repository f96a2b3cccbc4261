/** The cosines of one direction with thousands of others, eight products at once. */
import { createKernel } from '../encoder/kernel.ts';
import { STEPS } from './meaning.ts';

/** The cosine of a direction with each of many, 0..1, in their order; valid until the next. */
export type Nearness = (direction: Float32Array) => Float32Array;

/** A kernel multiplies so many rows of a matrix at once, and so many of their values. */
const ROWS = 4;
const VALUES = 8;

const upTo = (multiple: number, count: number): number => Math.ceil(count / multiple) * multiple;

/** Keeps directions that lie one after the other, each of `dims` parts, as `quantize` gives them. */
export function createNearness(many: Int8Array, dims: number): Nearness {
  const count = many.length / dims;
  const outs = upTo(ROWS, count);
  const length = upTo(VALUES, dims);
  const kernel = createKernel({
    bytes: outs * length,
    floats: 3 * outs + length,
    rows: 1,
    length: Math.max(outs, length),
    heads: 1,
  });
  const rows = new Int8Array(outs * length);
  for (let row = 0; row < count; row += 1) rows.set(many.subarray(row * dims, (row + 1) * dims), row * length);
  const linear = kernel.place(rows, new Float32Array(outs).fill(1 / STEPS), new Float32Array(outs));
  const asked = kernel.floats(length);
  const products = kernel.floats(outs);
  const cosines = products.subarray(0, count);
  return (direction) => {
    asked.set(direction);
    kernel.apply(linear, asked, 1, products);
    for (let at = 0; at < count; at += 1) cosines[at] = Math.max(0, cosines[at] as number);
    return cosines;
  };
}
