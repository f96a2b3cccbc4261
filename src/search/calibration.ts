/**
 * The learned numbers, written by `npm run calibrate`; edit the tool, not this file.
 */
export const CALIBRATION = Object.freeze({
  date: '2026-11-23',
  /** What the numbers were learned from, and how they do on the parts left out of the learning. */
  figures: Object.freeze({ questions: 383, answerable: 259, folds: 8, rightFirst: 0.907, calibrationError: 0.03 }),
  /** Weights of a record's features; a score is their sum divided by the sum of the positive ones. */
  rank: Object.freeze({
    body: 0.98,
    question: 5.84,
    facet: 2.24,
    facetQuestion: 2.53,
    best: 3.4,
    named: 3.08,
    only: 2.22,
    coverage: 1.98,
    part: 3.37,
    comparison: -2.3,
  }),
  /** Weights of the logistic model of confidence. */
  confidence: Object.freeze({
    bias: -1.78,
    score: 2.51,
    margin: 1.79,
    best: 1.65,
    coverage: 0.69,
    alien: -2.11,
    named: 1.98,
    length: 0.48,
    field: 0.85,
    coin: -0.24,
    bare: -1.68,
    outside: -2.29,
  }),
});
