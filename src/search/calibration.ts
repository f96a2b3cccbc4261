/**
 * The learned numbers, written by `npm run calibrate`; edit the tool, not this file.
 */
export const CALIBRATION = Object.freeze({
  date: '2026-11-23',
  /** What the numbers were learned from, and how they do on the parts left out of the learning. */
  figures: Object.freeze({ questions: 1152, answerable: 619, folds: 8, rightFirst: 0.901, calibrationError: 0.049 }),
  /** Weights of a record's features; a score is their sum divided by the sum of the positive ones. */
  rank: Object.freeze({
    body: 1.19,
    question: 3.56,
    facet: 1.65,
    facetQuestion: 2.44,
    best: 2.65,
    named: 1.46,
    only: 0.95,
    coverage: 2.15,
    asked: 2.3,
    title: 2.8,
    second: 2.06,
    part: 1.52,
    fit: 2.3,
    comparison: -1.37,
  }),
  /** Weights of the logistic model of confidence. */
  confidence: Object.freeze({
    bias: -3.12,
    score: 2.74,
    margin: 1.13,
    best: 3.31,
    coverage: 1.3,
    alien: -2.1,
    named: 1.63,
    length: 0.71,
    field: -0.09,
    coin: 0.12,
    bare: -0.37,
    thin: -0.55,
    exact: -0.14,
    foreign: -2.04,
    thinForeign: -1.02,
    thinAlien: -0.68,
    few: -1.17,
    outside: -3.21,
  }),
});
