/** Two small models: a ranking (conditional logit) fitted by gradient ascent, a probability (logistic regression) by Newton's steps. */
import { logistic } from '../answer/confidence.ts';
import { dot } from './vectors/directions.ts';

/** Feature vector of one candidate and whether it is right. */
export interface Labelled {
  readonly features: readonly number[];
  readonly right: boolean;
}

/** How a model is fitted: all runs give the same numbers, as nothing is drawn by chance. */
export interface Fit {
  readonly steps: number;
  readonly rate: number;
  /** Weight of the ridge penalty. */
  readonly ridge: number;
}

/**
 * Weights that make a right candidate of each group score highest: the conditional logit with several right answers,
 * maximizing the log of the summed probability of the right ones (McFadden 1974).
 */
export function fitRanking(groups: readonly (readonly Labelled[])[], fit: Fit): readonly number[] {
  const usable = groups.filter((group) => group.some(({ right }) => right)).map(pack);
  const size = usable[0]?.size ?? 0;
  return ascend(size, fit, (weights, gradient) => {
    for (const group of usable) addGradient(group, weights, gradient);
    return usable.length;
  });
}

/**
 * Weights of a logistic regression; put a constant feature in for the bias. Newton's method, which for this model weighs
 * each case anew by how open it is (Hastie, Tibshirani, Friedman: The Elements of Statistical Learning, 4.4.1): a few steps
 * reach what thousands along the slope do not, where some weights have to become far larger than others.
 */
export function fitLogistic(cases: readonly Labelled[], ridge: number): readonly number[] {
  const { rows, right, size } = pack(cases);
  const weights = new Float64Array(size);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const slope = weights.map((weight) => -ridge * weight);
    const bend = Array.from({ length: size }, (_, k) =>
      Float64Array.from({ length: size }, (_, m) => (k === m ? ridge : 0)),
    );
    for (const [i, row] of rows.entries()) {
      const chance = logistic(dot(row, weights));
      addTo(slope, row, ((right[i] as number) - chance) / rows.length);
      for (let k = 0; k < size; k += 1)
        addTo(bend[k] as Float64Array, row, ((row[k] as number) * chance * (1 - chance)) / rows.length);
    }
    const change = solve(bend, slope);
    addTo(weights, change, 1);
    if (change.every((by) => Math.abs(by) < CLOSE)) break;
  }
  return [...weights];
}

const MOST_STEPS = 50;
/** Weights that change by less are found. */
const CLOSE = 1e-6;

/** What a symmetric positive matrix, which it changes, turns into `to`: Gaussian elimination, that needs no pivots here. */
function solve(matrix: readonly Float64Array[], to: Float64Array): Float64Array {
  const found = Float64Array.from(to);
  for (const [k, row] of matrix.entries()) {
    for (let m = k + 1; m < matrix.length; m += 1) {
      const below = matrix[m] as Float64Array;
      const times = (below[k] as number) / (row[k] as number);
      addTo(below, row, -times);
      found[m] = (found[m] as number) - times * (found[k] as number);
    }
  }
  for (let k = matrix.length - 1; k >= 0; k -= 1) {
    const row = matrix[k] as Float64Array;
    let rest = found[k] as number;
    for (let m = k + 1; m < matrix.length; m += 1) rest -= (row[m] as number) * (found[m] as number);
    found[k] = rest / (row[k] as number);
  }
  return found;
}

interface Packed {
  readonly size: number;
  readonly rows: readonly Float64Array[];
  readonly right: Uint8Array;
}

function pack(group: readonly Labelled[]): Packed {
  return {
    size: group[0]?.features.length ?? 0,
    rows: group.map(({ features }) => Float64Array.from(features)),
    right: Uint8Array.from(group, ({ right }) => (right ? 1 : 0)),
  };
}

/** Writes the gradient's sum over all cases and gives how many there are. */
type Gradient = (weights: Float64Array, gradient: Float64Array) => number;

/** What is kept of the last step's direction: Nesterov's accelerated gradient. */
const MOMENTUM = 0.9;

function ascend(size: number, { steps, rate, ridge }: Fit, gradientOf: Gradient): readonly number[] {
  const weights = new Float64Array(size);
  const speed = new Float64Array(size);
  const ahead = new Float64Array(size);
  const gradient = new Float64Array(size);
  for (let step = 0; step < steps; step += 1) {
    for (let k = 0; k < size; k += 1) ahead[k] = (weights[k] as number) + MOMENTUM * (speed[k] as number);
    gradient.fill(0);
    const count = gradientOf(ahead, gradient);
    for (let k = 0; k < size; k += 1) {
      const slope = (gradient[k] as number) / count - ridge * (ahead[k] as number);
      speed[k] = MOMENTUM * (speed[k] as number) + rate * (1 - MOMENTUM) * slope;
      weights[k] = (weights[k] as number) + (speed[k] as number);
    }
  }
  return [...weights];
}

function addGradient({ rows, right }: Packed, weights: Float64Array, gradient: Float64Array): void {
  const scores = rows.map((row) => dot(row, weights));
  const top = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - top));
  const sum = raised.reduce((a, b) => a + b, 0);
  const rights = raised.reduce((total, one, i) => total + (right[i] === 1 ? one : 0), 0);
  for (const [i, row] of rows.entries()) {
    const one = raised[i] as number;
    addTo(gradient, row, (right[i] === 1 ? one / rights : 0) - one / sum);
  }
}

function addTo(sum: Float64Array, row: Float64Array, by: number): void {
  for (let k = 0; k < sum.length; k += 1) sum[k] = (sum[k] as number) + by * (row[k] as number);
}

/** The probability that a logistic model gives, 0..1. */
export const probability = (features: readonly number[], weights: readonly number[]): number =>
  logistic(dot(features, weights));

/** The parts of a list for one round of k-fold cross-validation: what is learned from and what is left out. */
export function fold<T>(
  items: readonly T[],
  k: number,
  round: number,
): { readonly learn: readonly T[]; readonly leave: readonly T[] } {
  return { learn: items.filter((_, i) => i % k !== round), leave: items.filter((_, i) => i % k === round) };
}
