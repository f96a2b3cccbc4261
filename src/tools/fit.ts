/** Two small models fitted by gradient ascent: a ranking (conditional logit) and a probability (logistic regression). */

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
export function fitRanking(groups: readonly (readonly Labelled[])[], { steps, rate, ridge }: Fit): readonly number[] {
  const usable = groups.filter((group) => group.some(({ right }) => right));
  const weights = new Array<number>(usable[0]?.[0]?.features.length ?? 0).fill(0);
  for (let step = 0; step < steps; step += 1) {
    const gradient = weights.map(() => 0);
    for (const group of usable) addGradient(group, weights, gradient);
    for (const [k, value] of gradient.entries())
      weights[k] = (weights[k] ?? 0) + rate * (value / usable.length - ridge * (weights[k] ?? 0));
  }
  return weights;
}

function addGradient(group: readonly Labelled[], weights: readonly number[], gradient: number[]): void {
  const scores = group.map(({ features }) => dot(features, weights));
  const top = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - top));
  const sum = raised.reduce((a, b) => a + b, 0);
  const right = group.reduce((total, { right }, i) => total + (right ? (raised[i] ?? 0) : 0), 0);
  for (const [i, { features, right: isRight }] of group.entries()) {
    const share = (isRight ? (raised[i] ?? 0) / right : 0) - (raised[i] ?? 0) / sum;
    for (const [k, value] of features.entries()) gradient[k] = (gradient[k] ?? 0) + share * value;
  }
}

/** Weights of a logistic regression; put a constant feature in for the bias. */
export function fitLogistic(cases: readonly Labelled[], { steps, rate, ridge }: Fit): readonly number[] {
  const weights = new Array<number>(cases[0]?.features.length ?? 0).fill(0);
  for (let step = 0; step < steps; step += 1) {
    const gradient = weights.map(() => 0);
    for (const { features, right } of cases) {
      const error = (right ? 1 : 0) - logistic(dot(features, weights));
      for (const [k, value] of features.entries()) gradient[k] = (gradient[k] ?? 0) + error * value;
    }
    for (const [k, value] of gradient.entries())
      weights[k] = (weights[k] ?? 0) + rate * (value / cases.length - ridge * (weights[k] ?? 0));
  }
  return weights;
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

const logistic = (z: number) => 1 / (1 + Math.exp(-z));

function dot(features: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (const [k, value] of features.entries()) sum += value * (weights[k] ?? 0);
  return sum;
}
