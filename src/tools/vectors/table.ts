/** A table of vectors whose sums come near given ones: ridge regression towards a start, by conjugate gradients. */
import { dot } from './directions.ts';

/** The numbers of the stems in a text, each once. */
export type Bag = readonly number[];

const FIT = Object.freeze({
  /** How much of the start is believed: what the model says of a word alone is longer than its part in a sentence. */
  start: 0.6,
  /** Holds rare stems to their start. */
  ridge: 1,
  rounds: 60,
});

/**
 * For each bag the sum of its stems' vectors, divided by the root of their number, shall come near the wanted vector.
 * Solves (XᵀX + λ)D = Xᵀ(T − XS) for each dimension, with the start S and X the bags; gives S + D.
 */
export function fitTable(bags: readonly Bag[], wanted: readonly Float64Array[], start: Float64Array): Float64Array {
  const dims = wanted[0]?.length ?? 0;
  const size = dims === 0 ? 0 : start.length / dims;
  const scaled = start.map((value) => value * FIT.start);
  const table = scaled.slice();
  for (let k = 0; k < dims; k += 1) {
    const column = Float64Array.from({ length: size }, (_, at) => scaled[at * dims + k] as number);
    const left = apply(bags, column).map((value, i) => (wanted[i]?.[k] ?? 0) - value);
    const found = solve(bags, applyBack(bags, left, size));
    for (let at = 0; at < size; at += 1) table[at * dims + k] = (column[at] as number) + (found[at] as number);
  }
  return table;
}

/** Xv: one number a bag. */
function apply(bags: readonly Bag[], column: Float64Array): Float64Array {
  return Float64Array.from(bags, (bag) => {
    let sum = 0;
    for (const at of bag) sum += column[at] as number;
    return bag.length === 0 ? 0 : sum / Math.sqrt(bag.length);
  });
}

/** Xᵀu: one number a stem. */
function applyBack(bags: readonly Bag[], values: Float64Array, size: number): Float64Array {
  const sums = new Float64Array(size);
  for (const [i, bag] of bags.entries()) {
    const value = (values[i] as number) / Math.sqrt(bag.length || 1);
    for (const at of bag) sums[at] = (sums[at] as number) + value;
  }
  return sums;
}

/** Solves (XᵀX + λ)d = b (Hestenes and Stiefel 1952). */
function solve(bags: readonly Bag[], b: Float64Array): Float64Array {
  const size = b.length;
  const solution = new Float64Array(size);
  let residual = b.slice();
  let direction = b.slice();
  let squares = dot(residual, residual);
  for (let round = 0; round < FIT.rounds && squares > 1e-12; round += 1) {
    const image = applyBack(bags, apply(bags, direction), size).map(
      (value, k) => value + FIT.ridge * (direction[k] as number),
    );
    const step = squares / dot(direction, image);
    for (let k = 0; k < size; k += 1) solution[k] = (solution[k] as number) + step * (direction[k] as number);
    residual = residual.map((value, k) => value - step * (image[k] as number));
    const next = dot(residual, residual);
    const share = next / squares;
    direction = residual.map((value, k) => value + share * (direction[k] as number));
    squares = next;
  }
  return solution;
}
