/**
 * The learned numbers, written by `npm run calibrate`; edit the tool, not this file.
 */
export const CALIBRATION = Object.freeze({
  date: '2026-11-23',
  /** What the numbers were learned from, and how they do on the parts left out of the learning. */
  figures: Object.freeze({ questions: 1152, answerable: 619, folds: 8, rightFirst: 0.913, calibrationError: 0.047 }),
  /** Weights of a record's features; a score is their sum divided by the sum of the positive ones. */
  rank: Object.freeze({
    body: 1.15,
    question: 3.66,
    facet: 1.54,
    facetQuestion: 2.18,
    best: 2.54,
    named: 1.39,
    only: 1.05,
    coverage: 2.01,
    asked: 2.24,
    title: 2.9,
    second: 2.21,
    part: 1.47,
    fit: 2.39,
    comparison: -1.45,
  }),
  /** Weights of the logistic model of confidence. */
  confidence: Object.freeze({
    bias: -3.35,
    score: 2.7,
    margin: 0.97,
    best: 3.16,
    coverage: 1.47,
    alien: -1.98,
    named: 1.63,
    length: 0.78,
    field: 0.16,
    coin: 0.24,
    bare: -0.43,
    thin: -0.31,
    exact: -0.21,
    foreign: -2.31,
    thinForeign: -0.64,
    thinAlien: -0.85,
    few: -1.11,
    outside: -2.93,
  }),
});
