/**
 * The learned numbers, written by `npm run calibrate`; edit the tool, not this file.
 */
export const CALIBRATION = Object.freeze({
  date: '2026-11-23',
  /** What the numbers were learned from, and how they do on the parts left out of the learning. */
  figures: Object.freeze({ questions: 1152, answerable: 619, folds: 8, rightFirst: 0.913, calibrationError: 0.046 }),
  /** Weights of a record's features; a score is their sum divided by the sum of the positive ones. */
  rank: Object.freeze({
    body: 1.16,
    question: 3.68,
    facet: 1.56,
    facetQuestion: 2.23,
    best: 2.71,
    named: 1.33,
    only: 1.05,
    coverage: 1.97,
    asked: 2.14,
    title: 2.88,
    second: 2.21,
    part: 1.43,
    fit: 2.4,
    comparison: -1.22,
  }),
  /** Weights of the logistic model of confidence. */
  confidence: Object.freeze({
    bias: -3.3,
    score: 2.81,
    margin: 0.98,
    best: 3,
    coverage: 1.55,
    alien: -1.94,
    named: 1.56,
    length: 0.71,
    field: 0.12,
    coin: 0.2,
    bare: -0.42,
    thin: -0.33,
    exact: -0.18,
    foreign: -2.31,
    thinForeign: -0.66,
    thinAlien: -0.87,
    few: -1.15,
    outside: -2.92,
  }),
});
