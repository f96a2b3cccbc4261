/**
 * The learned numbers, written by `npm run calibrate`; edit the tool, not this file.
 */
export const CALIBRATION = Object.freeze({
  date: '2026-11-23',
  /** What the numbers were learned from, and how they do on the parts left out of the learning. */
  figures: Object.freeze({ questions: 1152, answerable: 619, folds: 8, rightFirst: 0.895, calibrationError: 0.047 }),
  /** Weights of a record's features; a score is their sum divided by the sum of the positive ones. */
  rank: Object.freeze({
    body: 1.17,
    question: 3.76,
    facet: 1.63,
    facetQuestion: 2.26,
    best: 2.52,
    named: 1.49,
    only: 0.94,
    coverage: 1.98,
    asked: 2.24,
    title: 2.76,
    second: 2.18,
    part: 1.42,
    fit: 2.49,
    comparison: -1.22,
  }),
  /** Weights of the logistic model of confidence. */
  confidence: Object.freeze({
    bias: -3.16,
    score: 2.88,
    margin: 1.05,
    best: 3.13,
    coverage: 1.28,
    alien: -2.19,
    named: 1.88,
    length: 0.67,
    field: -0.14,
    coin: 0.19,
    bare: -0.45,
    thin: -0.54,
    exact: 0.41,
    foreign: -1.95,
    thinForeign: -1.02,
    thinAlien: -0.5,
    few: -1.19,
    outside: -2.81,
  }),
});
