/**
 * What a question says as a whole. The sums of words that the other measures hold know no order; the sentence model
 * (`encoder/`) reads each word beside the others, and was taught with its passages which sentences lead where
 * (`scripts/train-encoder.py`). It takes some milliseconds.
 */
import type { LazyEncoder } from '../encoder/encoder.ts';
import type { Knowledge } from '../knowledge/load.ts';
import { type Named, packDirections, packTable } from './directions.ts';
import { normalized } from './meaning.ts';
import { createNearness } from './nearness.ts';
import { topOf } from './owners.ts';
import type { Read } from './tokens.ts';

/** The slope of the softmax over cosines by which the directions were learned. */
export const SENSE_SLOPE = 16;
/** How many passages are looked at for what the sentence says. */
const SENSED = 12;
/**
 * The length of a mean direction beside the learned ones. Measured by the directions alone: with every eighth passage
 * untaught, 55.7 % of judged questions lead to the right one at full length, 73.8 % at this, 74.2 % where all are learned.
 */
const MEAN_LENGTH = 0.75;
/** Of so many of its questions: more take longer to read and say no more. */
const MEAN_OF = 5;

/** What was learned, as plain data; of no dimension where the base has no sentence model. */
export interface PackedSense {
  readonly dims: number;
  /** For each part of a direction, from `d * inputs` on, what each of the encoder's values adds to it. */
  readonly matrix: Int8Array;
  /** For each passage, from `p * dims` on, its direction, in 127ths. */
  readonly passages: Int8Array;
  /** The directions of messages of other business, likewise. */
  readonly outside: Int8Array;
}

/** What is packed. */
export interface SensePacking {
  readonly tables: Knowledge['sense'];
  readonly encoder: LazyEncoder | undefined;
  /** The passages with their names, as they are numbered in the index. */
  readonly passages: readonly Named[];
  readonly read: (text: string) => Read;
}

/** Packs the directions. A passage that was written after the learning has the mean direction of its title and its first questions, shortened. */
export function packSense({ tables, encoder, passages, read }: SensePacking): PackedSense {
  const dims = encoder ? tables.passages.dims : 0;
  if (!encoder || dims === 0)
    return { dims: 0, matrix: new Int8Array(), passages: new Int8Array(), outside: new Int8Array() };
  const matrix = tables.matrix.values;
  return {
    dims,
    matrix,
    passages: packDirections(tables.passages, passages, {
      dims,
      textsOf: ({ title, questions }) => [title, ...questions.slice(0, MEAN_OF)],
      directionOf: (text) => directionOf(encoder().encode(read(text).words), matrix),
      length: MEAN_LENGTH,
    }),
    outside: packTable(tables.outside),
  };
}

/** How near all passages are to what a question says. */
export interface Sensed {
  /** For each passage the cosine of its direction with the question's, 0..1. */
  readonly cosines: Float32Array;
  /** The highest of them. */
  readonly best: number;
  /** The nearest passages, nearest first. */
  readonly nearest: readonly number[];
  /** How near the nearest messages of other business are, 0..1. */
  readonly outside: number;
}

/** Reads the words of a question; a result is valid until the next. */
export type Sense = (words: readonly string[]) => Sensed;

/** The means to read questions; undefined where nothing was learned. The encoder is set up with the first of them. */
export function createSense(
  { dims, matrix, passages, outside }: PackedSense,
  encoder: LazyEncoder | undefined,
): Sense | undefined {
  if (!encoder || dims === 0) return undefined;
  const toPassages = createNearness(passages, dims);
  const toOthers = createNearness(outside, dims);
  const all = Uint32Array.from({ length: passages.length / dims }, (_, passage) => passage);
  return (words) => {
    const direction = directionOf(encoder().encode(words), matrix);
    const cosines = toPassages(direction);
    const nearest = topOf(all, cosines, { count: all.length, limit: SENSED });
    const other = toOthers(direction).reduce((most, cosine) => Math.max(most, cosine), 0);
    return { cosines, best: cosines[nearest[0] as number] as number, nearest, outside: other };
  };
}

/** What the encoder says, turned to where the passages lie. */
function directionOf(said: Float32Array, matrix: Int8Array): Float32Array {
  const direction = new Float32Array(matrix.length / said.length);
  for (let d = 0; d < direction.length; d += 1) {
    let sum = 0;
    for (let k = 0; k < said.length; k += 1) sum += (said[k] as number) * (matrix[d * said.length + k] as number);
    direction[d] = sum;
  }
  return normalized(direction);
}
