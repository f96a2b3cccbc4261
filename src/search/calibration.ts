/**
 * The learned numbers, written by `npm run calibrate`; edit the tool, not this file.
 */
export const CALIBRATION = Object.freeze({
  date: '2026-11-23',
  /** What the numbers were learned from, and how well they do on parts left out of the learning (8-fold). */
  figures: Object.freeze({ questions: 381, answerable: 257 }),
  /** Weights of a record's features; a score is their sum divided by the sum of the positive ones. */
  rank: Object.freeze({
    body: 1.42,
    question: 5.3,
    facet: 3.1,
    facetQuestion: 3.8,
    best: 4.3,
    named: 1.6,
    only: 1.4,
    coverage: 2.6,
    comparison: -1.5,
  }),
  /** Weights of the logistic model of confidence. */
  confidence: Object.freeze({
    bias: -1.21,
    score: 2.37,
    margin: 2.12,
    best: 2.18,
    coverage: -0.4,
    alien: -2.66,
    named: 0.55,
    length: 1.3,
    field: 0.5,
    coin: -0.07,
    bare: -1.07,
    outside: -2.18,
  }),
});
