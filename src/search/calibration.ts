/**
 * The learned numbers, written by `npm run calibrate`; edit the tool, not this file.
 */
export const CALIBRATION = Object.freeze({
  date: '2026-11-23',
  /** What the numbers were learned from, and how they do on the parts left out of the learning. */
  figures: Object.freeze({ questions: 1152, answerable: 619, folds: 8, rightFirst: 0.898, calibrationError: 0.058 }),
  /** Weights of a record's features; a score is their sum divided by the sum of the positive ones. */
  rank: Object.freeze({
    body: 1.2,
    question: 4.23,
    facet: 1.91,
    facetQuestion: 1.9,
    best: 2.95,
    named: 1.6,
    only: 0.97,
    coverage: 2.38,
    asked: 1.8,
    title: 2.45,
    second: 1.92,
    part: 1.9,
    comparison: -1.57,
  }),
  /** Weights of the logistic model of confidence. */
  confidence: Object.freeze({
    bias: -3.61,
    score: 2.73,
    margin: 1.49,
    best: 2.5,
    coverage: 1.44,
    alien: -2.38,
    named: 1.15,
    length: 0.85,
    field: 0.97,
    coin: 0.13,
    bare: -0.66,
    outside: -1.65,
  }),
});
