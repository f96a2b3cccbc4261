/**
 * The learned numbers, written by `npm run calibrate`; edit the tool, not this file.
 */
export const CALIBRATION = Object.freeze({
  date: '2026-11-23',
  /** What the numbers were learned from, and how they do on the parts left out of the learning. */
  figures: Object.freeze({ questions: 1152, answerable: 619, folds: 8, rightFirst: 0.9, calibrationError: 0.042 }),
  /** Weights of a record's features; a score is their sum divided by the sum of the positive ones. */
  rank: Object.freeze({
    body: 1.2,
    question: 4.34,
    facet: 1.92,
    facetQuestion: 1.88,
    best: 2.88,
    named: 1.64,
    only: 1.05,
    coverage: 2.11,
    asked: 1.86,
    title: 2.5,
    second: 1.87,
    part: 1.98,
    comparison: -1.47,
  }),
  /** Weights of the logistic model of confidence. */
  confidence: Object.freeze({
    bias: -2.99,
    score: 2.66,
    margin: 1.54,
    best: 2.57,
    coverage: 1.49,
    alien: -1.89,
    named: 1.54,
    length: 0.51,
    field: 0.36,
    coin: 0.07,
    bare: -0.54,
    thin: -0.18,
    exact: 0.2,
    foreign: -2.41,
    thinForeign: -0.61,
    thinAlien: -1.17,
    few: -1.3,
    outside: -1.87,
  }),
});
