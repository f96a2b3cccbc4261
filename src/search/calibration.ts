/**
 * The learned numbers, written by `npm run calibrate`; edit the tool, not this file.
 */
export const CALIBRATION = Object.freeze({
  date: '2026-11-23',
  /** What the numbers were learned from, and how they do on the parts left out of the learning. */
  figures: Object.freeze({ questions: 383, answerable: 259, folds: 8, rightFirst: 0.907, calibrationError: 0.031 }),
  /** Weights of a record's features; a score is their sum divided by the sum of the positive ones. */
  rank: Object.freeze({
    body: 1.31,
    question: 5.81,
    facet: 3.11,
    facetQuestion: 4.03,
    best: 4.37,
    named: 2.49,
    only: 1.83,
    coverage: 2.48,
    comparison: -2.02,
  }),
  /** Weights of the logistic model of confidence. */
  confidence: Object.freeze({
    bias: -1.15,
    score: 1.79,
    margin: 2.25,
    best: 1.8,
    coverage: 0.26,
    alien: -2.35,
    named: 1.14,
    length: 0.49,
    field: 1.03,
    coin: -0.16,
    bare: -1.87,
    outside: -2.31,
  }),
});
