/**
 * A linear classifier of bags of terms: each term and each class gets a vector, and a bag's class is the one whose vector
 * points most nearly in the direction of the sum of its terms' (Joulin and others: Bag of Tricks for Efficient Text
 * Classification, 2016; Wu and others: StarSpace, 2017). Fitted by a softmax over all classes with Adagrad (Duchi and
 * others 2011). Whatever is drawn by chance is drawn from a seed: the same examples give the same vectors.
 */
import { SLOPE } from '../../search/learned.ts';
import { createRandom, drawBelow, type Random } from '../random.ts';
import { addScaled, type Matrix, normalizeRow, products } from './matrix.ts';

/** One bag: the numbers of its terms, each once, and the number of its class. */
export interface Example {
  readonly terms: readonly number[];
  readonly label: number;
}

/** How many terms and classes there are. */
export interface Sizes {
  readonly terms: number;
  readonly classes: number;
}

/** A row a term, and a row of length 1 a class. */
export interface Classifier {
  readonly terms: Matrix;
  readonly classes: Matrix;
}

/** How it is fitted. */
export const LEARNING = Object.freeze({
  /** Parts of a vector; a multiple of four. */
  dims: 128,
  epochs: 6,
  batch: 128,
  /** The share of a bag's terms that is left out each time: none shall decide alone, as askers leave any of them out. */
  dropped: 0.5,
  slope: SLOPE,
  rate: 0.15,
  /** The first vectors' parts lie between minus and plus this. */
  spread: 0.15,
});

/** Another seed, other vectors, about as good. */
const SEED = 1;

type Learning = Readonly<Record<keyof typeof LEARNING, number>>;

/** Fits a classifier; tells after every epoch how far it is, with the mean loss in nats. */
export function fitClassifier(
  examples: readonly Example[],
  sizes: Sizes,
  { learning = LEARNING, tell = () => {} }: { learning?: Learning; tell?: (epoch: number, loss: number) => void } = {},
): Classifier {
  const random = createRandom(SEED);
  const terms = createWeights(sizes.terms, learning, random);
  const classes = createWeights(sizes.classes, learning, random);
  const order = examples.map((_, at) => at);
  for (let epoch = 0; epoch < learning.epochs; epoch += 1) {
    shuffle(order, random);
    const rate = learning.rate * (1 - epoch / learning.epochs);
    let loss = 0;
    for (let from = 0; from < order.length; from += learning.batch) {
      const batch = order.slice(from, from + learning.batch).map((at) => examples[at] as Example);
      loss += step({ terms, classes, learning, rate, random }, batch);
    }
    tell(epoch, loss / examples.length);
  }
  for (let row = 0; row < sizes.classes; row += 1) normalizeRow(classes.values, row);
  return { terms: terms.values, classes: classes.values };
}

/** Vectors that are being learned, and for each part the sum of the squares of its slopes so far. */
interface Weights {
  readonly values: Matrix;
  readonly squares: Float32Array;
}

function createWeights(rows: number, { dims, spread }: Learning, random: Random): Weights {
  const values = Float32Array.from({ length: rows * dims }, () => (2 * random() - 1) * spread);
  return { values: { dims, values }, squares: new Float32Array(rows * dims) };
}

interface Step {
  readonly terms: Weights;
  readonly classes: Weights;
  readonly learning: Learning;
  readonly rate: number;
  readonly random: Random;
}

/** Learns from one batch; gives the sum of its losses. */
function step({ terms, classes, learning, rate, random }: Step, batch: readonly Example[]): number {
  const { dims, slope } = learning;
  const bags = batch.map((one) => one.terms.filter(() => random() >= learning.dropped));
  const asked = sumBags(terms.values, bags);
  const rows: Matrix = { dims, values: classes.values.values.slice() };
  const count = rows.values.length / dims;
  const lengths = Array.from({ length: count }, (_, row) => normalizeRow(rows, row));
  const cosines = products(asked.rows, rows);
  const slopesAsked: Matrix = { dims, values: new Float32Array(asked.rows.values.length) };
  const slopesRows: Matrix = { dims, values: new Float32Array(rows.values.length) };
  let loss = 0;
  for (const [at, { label }] of batch.entries()) {
    if (asked.lengths[at] === 0) continue;
    const logits = cosines.subarray(at * count, (at + 1) * count);
    for (let k = 0; k < count; k += 1) logits[k] = slope * (logits[k] as number);
    loss += softmax(logits, label);
    for (let k = 0; k < count; k += 1) {
      const error = (logits[k] as number) * slope;
      // What is nearly certain not to be it teaches nothing: most of the work is saved.
      if (Math.abs(error) < SMALL) continue;
      addScaled(slopesAsked, at, { from: rows, row: k, by: error });
      addScaled(slopesRows, k, { from: asked.rows, row: at, by: error });
    }
  }
  unproject(asked.rows, asked.lengths, slopesAsked);
  unproject(rows, lengths, slopesRows);
  for (let row = 0; row < count; row += 1) descend(classes, row, { slopes: slopesRows.values, from: row * dims, rate });
  for (const [label, slopes] of byTerm(bags, slopesAsked)) descend(terms, label, { slopes, from: 0, rate });
  return loss;
}

/** Slopes below it are left out. */
const SMALL = 0.003;

/** For each bag the direction of the sum of its terms' vectors, and the length of the sum. */
function sumBags(terms: Matrix, bags: readonly (readonly number[])[]): { rows: Matrix; lengths: readonly number[] } {
  const { dims } = terms;
  const rows: Matrix = { dims, values: new Float32Array(bags.length * dims) };
  const lengths = bags.map((bag, at) => {
    for (const row of bag) addScaled(rows, at, { from: terms, row, by: 1 });
    return normalizeRow(rows, at);
  });
  return { rows, lengths };
}

/** Turns logits into the slopes of the loss: the chances, less 1 for the right one. Gives the loss. */
function softmax(logits: Float32Array, right: number): number {
  let top = Number.NEGATIVE_INFINITY;
  for (const one of logits) if (one > top) top = one;
  let sum = 0;
  for (let k = 0; k < logits.length; k += 1) {
    logits[k] = Math.exp((logits[k] as number) - top);
    sum += logits[k] as number;
  }
  for (let k = 0; k < logits.length; k += 1) logits[k] = (logits[k] as number) / sum;
  const loss = -Math.log(logits[right] as number);
  logits[right] = (logits[right] as number) - 1;
  return loss;
}

/** From the slopes of directions to those of the vectors that were brought to length 1. */
function unproject({ dims, values }: Matrix, lengths: readonly number[], { values: slopes }: Matrix): void {
  for (const [row, length] of lengths.entries()) {
    const from = row * dims;
    let along = 0;
    for (let d = from; d < from + dims; d += 1) along += (slopes[d] as number) * (values[d] as number);
    const scale = length === 0 ? 0 : 1 / length;
    for (let d = from; d < from + dims; d += 1)
      slopes[d] = ((slopes[d] as number) - along * (values[d] as number)) * scale;
  }
}

/** A bag's slopes are those of each of its terms. */
function byTerm(bags: readonly (readonly number[])[], slopes: Matrix): ReadonlyMap<number, Float32Array> {
  const sums = new Map<number, Float32Array>();
  for (const [row, bag] of bags.entries()) {
    for (const term of bag) {
      const sum = sums.get(term) ?? new Float32Array(slopes.dims);
      addScaled({ dims: slopes.dims, values: sum }, 0, { from: slopes, row, by: 1 });
      sums.set(term, sum);
    }
  }
  return sums;
}

/** One step of Adagrad for one row. */
function descend(
  { values: { dims, values }, squares }: Weights,
  row: number,
  { slopes, from, rate }: { slopes: Float32Array; from: number; rate: number },
): void {
  for (let d = 0; d < dims; d += 1) {
    const slope = slopes[from + d] as number;
    const at = row * dims + d;
    squares[at] = (squares[at] as number) + slope * slope;
    values[at] = (values[at] as number) - (rate * slope) / (Math.sqrt(squares[at] as number) + 1e-8);
  }
}

function shuffle(order: number[], random: Random): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = drawBelow(random, last + 1);
    const kept = order[last] as number;
    order[last] = order[other] as number;
    order[other] = kept;
  }
}
