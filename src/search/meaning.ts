/**
 * What a text means, as one direction: the sum of its words' vectors. It finds "costly" near "expensive" where no word
 * is shared, and costs a few additions, as no model runs: the vectors were drawn from one beforehand
 * (as model2vec does, and Arora, Liang, Ma: A Simple but Tough-to-Beat Baseline for Sentence Embeddings, 2017).
 */
import type { VectorTable } from '../knowledge/vectors.ts';
import { lowerBound } from './lower-bound.ts';
import { stem } from './stem.ts';

/** The direction of a text's words, each counted once: of length 1, or 0 where no word is known. */
export type Sum = (words: readonly string[]) => Float32Array;

/** The means to sum up words by a table whose keys are stems in ascending order. */
export function createSum({ dims, keys, values }: VectorTable): Sum {
  const seen = new Set<number>();
  return (words) => {
    const sum = new Float32Array(dims);
    seen.clear();
    for (const word of words) {
      const wanted = stem(word);
      const at = lowerBound(keys, wanted);
      if (keys[at] !== wanted || seen.has(at)) continue;
      seen.add(at);
      const from = at * dims;
      for (let k = 0; k < dims; k += 1) sum[k] = (sum[k] as number) + (values[from + k] as number);
    }
    return normalized(sum);
  };
}

/** The mean direction of some directions. */
export function meanOf(directions: readonly Float32Array[], dims: number): Float32Array {
  const mean = new Float32Array(dims);
  for (const one of directions) for (let k = 0; k < dims; k += 1) mean[k] = (mean[k] as number) + (one[k] as number);
  return normalized(mean);
}

/** Brings a vector to length 1, where it lies; one of zeros stays. */
export function normalized(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
  for (let k = 0; k < vector.length; k += 1) vector[k] = (vector[k] as number) * scale;
  return vector;
}

/**
 * The first half of a direction, of length 1 again. The parts of the vectors are ordered by how much they tell
 * (`npm run vectors`): the first half says nearly as much, at half the cost.
 */
export const coarse = (direction: Float32Array): Float32Array =>
  normalized(direction.slice(0, Math.ceil(direction.length / 8) * 4));

/** What the length 1 is in the directions of texts, and in that of a question, which is kept more finely. */
export const STEPS = 127;
const FINE_STEPS = 4096;

/** A direction in a quarter of the room. */
export const quantize = (direction: Float32Array): Int8Array =>
  Int8Array.from(direction, (value) => Math.round(value * STEPS));

/** A question's direction in whole numbers, which multiply twice as fast as fractions. */
export function quantizeFinely(direction: Float32Array): Int16Array {
  const fine = new Int16Array(direction.length);
  for (let k = 0; k < fine.length; k += 1) fine[k] = Math.round((direction[k] as number) * FINE_STEPS);
  return fine;
}

/** The cosine of a question's direction with one of many quantized ones that lie in a row, from 0 on. */
export const cosineAt = (direction: Int16Array, many: Int8Array, from: number): number =>
  Math.max(0, dotAt(direction, many, from) / (STEPS * FINE_STEPS));

/** Four sums side by side: one alone would wait for itself at every step. Directions have a multiple of four parts. */
function dotAt(direction: Int16Array, many: Int8Array, from: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let k = 0; k < direction.length; k += 4) {
    a = (a + (direction[k] as number) * (many[from + k] as number)) | 0;
    b = (b + (direction[k + 1] as number) * (many[from + k + 1] as number)) | 0;
    c = (c + (direction[k + 2] as number) * (many[from + k + 2] as number)) | 0;
    d = (d + (direction[k + 3] as number) * (many[from + k + 3] as number)) | 0;
  }
  return a + b + c + d;
}
