/** What is measured of a record against a question, and how the measures become one score. */
import { CALIBRATION } from './calibration.ts';

/** All in 0..1; cosines unless said otherwise. */
export interface Features {
  /** The record's whole text. */
  readonly body: number;
  /** The nearest of the questions to the whole record. */
  readonly question: number;
  /** The nearest facet's text, and the nearest question to any facet or claim. */
  readonly facet: number;
  readonly facetQuestion: number;
  /** The nearest question of any kind. */
  readonly best: number;
  /** Whether the question names the record (1), or may (0.3), and whether it surely names nothing else. */
  readonly named: number;
  readonly only: number;
  /** The share of the question's meaning, by idf, that the record's text holds. */
  readonly coverage: number;
  /** The share of the question's words, by idf, that stand in its facets; and of its name, that stand in the question. */
  readonly asked: number;
  readonly title: number;
  /** How well the best and the second best facet or claim fit, without the record's name. */
  readonly part: number;
  readonly second: number;
  /** The better of the two ways to be right: a question to the whole record, or one part. */
  readonly fit: number;
  /** 1 for a comparison: it shares its words with both its sides, and needs to be asked for. */
  readonly comparison: number;
}

/** The weight of each feature. */
export type Weights = Readonly<Record<keyof Features, number>>;

const NAMES = Object.keys(CALIBRATION.rank) as (keyof Features)[];

/** The weighted sum of the features divided by the sum of the positive weights, 0..1. */
export const scoreOf: (features: Features) => number = scorerOf(CALIBRATION.rank);

function scorerOf(weights: Weights): (features: Features) => number {
  const positive = NAMES.reduce((sum, name) => sum + Math.max(0, weights[name]), 0);
  return (features) => {
    let sum = 0;
    for (const name of NAMES) sum += weights[name] * features[name];
    return Math.max(0, sum / positive);
  };
}

/** The same matches scored and ordered by other weights: what the calibration tries out. */
export function withWeights<M extends { readonly score: number; readonly features: Features }>(
  matches: readonly M[],
  weights: Weights,
): readonly M[] {
  const scorer = scorerOf(weights);
  return matches.map((match) => ({ ...match, score: scorer(match.features) })).sort((a, b) => b.score - a.score);
}
