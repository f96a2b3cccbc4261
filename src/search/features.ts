/** What is measured of a record against a question, and how the measures become one score. */

/** All in 0..1; cosines unless said otherwise. */
export interface Features {
  readonly body: number;
  readonly question: number;
  readonly facet: number;
  readonly facetQuestion: number;
  /** Whether the question names the record (1), or may (0.3). */
  readonly named: number;
  /** The share of the question's meaning, by idf, that the record's text holds. */
  readonly coverage: number;
}

export const noFeatures: Features = Object.freeze({
  body: 0,
  question: 0,
  facet: 0,
  facetQuestion: 0,
  named: 0,
  coverage: 0,
});

/** The weights sum to one, so that the score stays in 0..1. */
export const SCORE_WEIGHTS: Features = Object.freeze({
  body: 0.2,
  question: 0.2,
  facet: 0.15,
  facetQuestion: 0.2,
  named: 0.1,
  coverage: 0.15,
});

/** The weighted sum of the features, 0..1. */
export function scoreOf(features: Features): number {
  const w = SCORE_WEIGHTS;
  return (
    w.body * features.body +
    w.question * features.question +
    w.facet * features.facet +
    w.facetQuestion * features.facetQuestion +
    w.named * features.named +
    w.coverage * features.coverage
  );
}
