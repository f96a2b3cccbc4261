/**
 * `npm run calibrate -- FILE...`: learns the weights of the ranking and of the confidence from labeled questions, and
 * writes them with their figures into src/search/calibration.ts. The same files give the same numbers.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { signsOf } from '../answer/confidence.ts';
import { createAnswerer } from '../answer/index.ts';
import { createOutside } from '../answer/outside.ts';
import { SHIPPED_KNOWLEDGE } from '../knowledge/files.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { CALIBRATION } from '../search/calibration.ts';
import { withWeights } from '../search/features.ts';
import { fitLogistic, fitRanking, fold, probability } from './fit.ts';
import { readQuestions } from './questions.ts';

const files = process.argv.slice(2);
const FOLDS = 8;
const RANK_FIT = { steps: 260, rate: 5, ridge: 0.002 };
const SURE_FIT = { steps: 3000, rate: 1.5, ridge: 0.0008 };
const RANK = Object.keys(CALIBRATION.rank) as (keyof typeof CALIBRATION.rank)[];
const SURE = Object.keys(CALIBRATION.confidence) as (keyof typeof CALIBRATION.confidence)[];

const knowledge = loadKnowledge(SHIPPED_KNOWLEDGE);
const { search } = createAnswerer(knowledge);
const outside = createOutside(knowledge.lexicon);
const questions = files.flatMap(readQuestions);

const cases = questions.map((question) => {
  const analysis = search.analyser.question(question.q);
  const matches = search.match(analysis, 40);
  const group = matches.map(({ record, features }) => ({
    features: RANK.map((name) => features[name]),
    right: question.topics.includes(record.id),
  }));
  return { question, analysis, matches, group };
});
type Case = (typeof cases)[number];

const answerable = cases.filter(({ question }) => question.topics.length > 0);
const rank = rounded(
  fitRanking(
    answerable.map(({ group }) => group),
    RANK_FIT,
  ),
);
const leftOut = range(FOLDS).map((round) => {
  const { learn, leave } = fold(answerable, FOLDS, round);
  const weights = fitRanking(
    learn.map(({ group }) => group),
    RANK_FIT,
  );
  return leave.filter((one) => isFirstRight(one, weights)).length;
});
const rightFirst = leftOut.reduce((a, b) => a + b, 0) / answerable.length;

const labelled = cases.map((one) => labelOf(one, rank));
const confidence = rounded(fitLogistic(labelled, SURE_FIT));
const judged = range(FOLDS).flatMap((round) => {
  const { learn, leave } = fold(labelled, FOLDS, round);
  const weights = fitLogistic(learn, SURE_FIT);
  return leave.map(({ features, right }) => ({ sure: probability(features, weights), right }));
});

write();

function isFirstRight({ group, question }: Case, weights: readonly number[]): boolean {
  let best = Number.NEGATIVE_INFINITY;
  let right = false;
  for (const { features, right: isRight } of group) {
    const score = features.reduce((sum, value, k) => sum + value * (weights[k] ?? 0), 0);
    if (score > best) {
      best = score;
      right = isRight;
    }
  }
  return right && question.topics.length > 0;
}

/** The signs of a question under the learned ranking, and whether its first match is right. */
function labelOf({ question, analysis, matches }: Case, weights: readonly number[]) {
  const scored = withWeights(
    matches,
    Object.fromEntries(RANK.map((name, k) => [name, weights[k] ?? 0])) as typeof CALIBRATION.rank,
  );
  const signs = signsOf(scored, search.evidence(analysis), outside(analysis.words) !== undefined);
  const first = scored[0]?.record.id;
  return {
    features: SURE.map((name) => signs?.[name] ?? 0),
    right: first !== undefined && question.topics.includes(first),
  };
}

/** The mean distance between confidence and share of right answers over ten equal bands (expected calibration error). */
function calibrationError(pairs: readonly { readonly sure: number; readonly right: boolean }[]): number {
  const bands = range(10).map((band) => pairs.filter(({ sure }) => Math.min(9, Math.floor(sure * 10)) === band));
  return bands.reduce((sum, band) => {
    if (band.length === 0) return sum;
    const mean = band.reduce((total, { sure }) => total + sure, 0) / band.length;
    const share = band.filter(({ right }) => right).length / band.length;
    return sum + (band.length / pairs.length) * Math.abs(mean - share);
  }, 0);
}

function write(): void {
  const figures = {
    questions: questions.length,
    answerable: answerable.length,
    folds: FOLDS,
    rightFirst: Math.round(rightFirst * 1000) / 1000,
    calibrationError: Math.round(calibrationError(judged) * 1000) / 1000,
  };
  const entries = (names: readonly string[], values: readonly number[]) =>
    names.map((name, k) => `    ${name}: ${values[k] ?? 0},`).join('\n');
  const text = `/**
 * The learned numbers, written by \`npm run calibrate\`; edit the tool, not this file.
 */
export const CALIBRATION = Object.freeze({
  date: '${new Date().toISOString().slice(0, 10)}',
  /** What the numbers were learned from, and how they do on the parts left out of the learning. */
  figures: Object.freeze(${JSON.stringify(figures).replaceAll('"', '').replaceAll(',', ', ').replaceAll(':', ': ').replace('{', '{ ').replace('}', ' }')}),
  /** Weights of a record's features; a score is their sum divided by the sum of the positive ones. */
  rank: Object.freeze({
${entries(RANK, rank)}
  }),
  /** Weights of the logistic model of confidence. */
  confidence: Object.freeze({
${entries(SURE, confidence)}
  }),
});
`;
  writeFileSync(fileURLToPath(new URL('../../src/search/calibration.ts', import.meta.url)), text);
  console.log(
    figures,
    Object.fromEntries(RANK.map((name, k) => [name, rank[k]])),
    Object.fromEntries(SURE.map((name, k) => [name, confidence[k]])),
  );
}

function rounded(values: readonly number[]): readonly number[] {
  return values.map((value) => Math.round(value * 100) / 100);
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => i);
}
