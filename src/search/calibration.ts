/**
 * The learned numbers, written by `npm run calibrate`; edit the tool, not this file.
 */
export const CALIBRATION = Object.freeze({
  date: '2026-11-23',
  /** What the numbers were learned from, and how they do on the parts left out of the learning. */
  figures: Object.freeze({ questions: 1152, answerable: 619, folds: 8, rightFirst: 0.922, calibrationError: 0.044 }),
  /** Weights of a record's features; a score is their sum divided by the sum of the positive ones. */
  rank: Object.freeze({
    body: 1.18,
    question: 3.81,
    facet: 1.59,
    facetQuestion: 1.75,
    best: 2.37,
    named: 1.58,
    only: 1.17,
    coverage: 1.92,
    asked: 2.09,
    title: 2.72,
    second: 2.32,
    part: 1.64,
    fit: 2.8,
    comparison: -1.11,
  }),
  /** Weights of the logistic model of confidence. */
  confidence: Object.freeze({
    bias: -3.26,
    score: 2.8,
    margin: 1.11,
    best: 2.83,
    coverage: 1.5,
    alien: -2,
    named: 1.39,
    length: 0.84,
    field: 0.36,
    coin: 0.05,
    bare: -0.37,
    thin: -0.27,
    exact: -0.07,
    foreign: -2.4,
    thinForeign: -0.66,
    thinAlien: -1,
    few: -1.22,
    outside: -2.23,
  }),
});
