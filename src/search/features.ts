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
  /** 1 for a comparison: it shares its words with both its sides, and needs to be asked for. */
  readonly comparison: number;
}

const WEIGHTS: Features = CALIBRATION.rank;
const NAMES = Object.keys(WEIGHTS) as (keyof Features)[];
const POSITIVE = NAMES.reduce((sum, name) => sum + Math.max(0, WEIGHTS[name]), 0);

/** The weighted sum of the features, 0..1. */
export function scoreOf(features: Features): number {
  let sum = 0;
  for (const name of NAMES) sum += WEIGHTS[name] * features[name];
  return Math.max(0, sum / POSITIVE);
}
