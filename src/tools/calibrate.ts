/**
 * `npm run calibrate -- FILE...`: learns the weights of the ranking and of the confidence from labeled questions, and
 * writes them with their figures into src/search/calibration.ts. The same files give the same numbers. The ranking
 * learns from questions whose passages were judged (`right`, `partly`), the confidence from all.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Signs, signsOf } from '../answer/confidence.ts';
import { BANDS, passagesToSay } from '../answer/decide.ts';
import { createAnswerer } from '../answer/index.ts';
import { createOutside } from '../answer/outside.ts';
import { SHIPPED_KNOWLEDGE } from '../knowledge/files.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import type { Entry } from '../knowledge/schema.ts';
import { CALIBRATION } from '../search/calibration.ts';
import { chancesOf, FEATURES, scorerOf, type Weights } from '../search/features.ts';
import type { Judged, Match, Passage } from '../search/index.ts';
import { misspelt } from './eval/ask.ts';
import { calibrationError } from './eval/figures.ts';
import { fitLogistic, fitRanking, fold, type Labelled, probability } from './fit.ts';
import { judgedBy, type Labeled, readJudgements, readQuestions } from './questions.ts';

const FOLDS = 8;
const RANK_FIT = { steps: 300, rate: 6, ridge: 0.002 };
const SURE_FIT = { steps: 1500, rate: 3, ridge: 0.0008 };
const SIGNS = Object.keys(CALIBRATION.field) as (keyof Signs)[];

const knowledge = loadKnowledge(SHIPPED_KNOWLEDGE);
const { search } = createAnswerer(knowledge);
const outside = createOutside(knowledge.lexicon);
const judgements = readJudgements();
const cases = process.argv.slice(2).flatMap(readQuestions).map(judgedBy(judgements)).map(read);
type Case = ReturnType<typeof read>;

const judged = cases.filter(({ question }) => question.right !== undefined && question.right.length > 0);
const rank = rounded(fitRanking(judged.map(groupOf), RANK_FIT));
const leftOut = range(FOLDS).flatMap((round) => {
  const { learn, leave } = fold(judged, FOLDS, round);
  const weights = toWeights(fitRanking(learn.map(groupOf), RANK_FIT));
  return leave.map((one) => isRight(one.question, firstOf(one.matches, weights)));
});

// Slips of the finger are no sign of other business: both models see every question with one, too.
const misspelled = misspelt(cases.map(({ question }) => question)).map(read);
const seen = [...cases, ...misspelled].map((one) => signsBy(one, toWeights(rank)));
const learned = learn(seen);
const leftOutSure = range(FOLDS).flatMap((round) => {
  const { learn: some, leave } = fold(seen, FOLDS, round);
  const models = learn(some);
  return leave.map((one) => ({ ...one, ...chances(one, models) }));
});
const negatives = leftOutSure.filter(({ isAnswerable }) => !isAnswerable);
const answerable = leftOutSure.filter(({ isAnswerable }) => isAnswerable);

const figures = {
  questions: cases.length,
  judged: judged.length,
  folds: FOLDS,
  rightFirst: share(leftOut.filter(Boolean).length, leftOut.length),
  calibrationError: share(calibrationError(leftOutSure) * 1000, 1000),
  letIn: share(answerable.filter(({ field }) => field >= BANDS.field).length, answerable.length),
  letInWrongly: share(negatives.filter(({ field }) => field >= BANDS.field).length, negatives.length),
};
write();
for (const from of [0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9]) {
  const isIn = ({ field }: { readonly field: number }) => field >= from;
  console.log(
    `field ${from}: lets in ${share(answerable.filter(isIn).length, answerable.length)}, of the others ${share(negatives.filter(isIn).length, negatives.length)}`,
  );
}
console.log(figures, toWeights(rank), learned.field, learned.confidence);

function read(question: Labeled) {
  const analysis = search.analyser.question(question.q);
  return { question, analysis, matches: search.match(analysis, 40) };
}

/** A passage by its public name: the record's id, and behind # that of the facet. */
function nameOf(record: Entry, { kind, index }: Passage): string {
  if (kind === 'whole') return record.id;
  return `${record.id}#${kind === 'facet' ? record.facets[index]?.id : `claim-${index + 1}`}`;
}

/** All passages of a question, those that answer partly left out. */
function groupOf({ question, matches }: Case): readonly Labelled[] {
  return matches.flatMap(({ record, passages }) =>
    passages
      .filter(({ chance }) => chance > 0)
      .map((passage) => ({ name: nameOf(record, passage), passage }))
      .filter(({ name }) => !question.partly?.includes(name))
      .map(({ name, passage: { values } }) => ({
        features: [...values],
        right: question.right?.includes(name) ?? false,
      })),
  );
}

interface First {
  readonly record: Entry;
  readonly best: Judged;
}

/** The records in the order that other weights give, with the chances that follow from them. */
function rerank(matches: readonly Match[], weights: Weights): readonly Match[] {
  const scorer = scorerOf(weights);
  const scored = matches.map(({ record, passages }) => ({
    record,
    passages: passages
      .filter(({ chance }) => chance > 0)
      .map((one) => ({ ...one, score: scorer(one.values) }))
      .sort((a, b) => b.score - a.score),
  }));
  const all = scored.flatMap(({ passages }) => passages.map(({ score }) => score)).sort((a, b) => b - a);
  const chances = new Map(chancesOf(all, weights).map((chance, at) => [all[at], chance]));
  return scored
    .filter(({ passages }) => passages.length > 0)
    .map(({ record, passages }): Match => {
      const judged = passages.map((one) => ({ ...one, chance: chances.get(one.score) ?? 0 }));
      const best = judged[0] as Judged;
      return { record, score: best.score, best, passages: judged };
    })
    .sort((a, b) => b.score - a.score);
}

function firstOf(matches: readonly Match[], weights: Weights): First | undefined {
  return rerank(matches, weights)[0];
}

/** Whether a first match is right: by its passage where these were judged, else by its record. */
function isRight({ topics, right }: Labeled, first: First | undefined): boolean {
  if (!first || topics.length === 0) return false;
  return right && right.length > 0
    ? right.includes(nameOf(first.record, first.best))
    : topics.includes(first.record.id);
}

/** What the models of the field and of confidence learn from. */
interface Seen {
  readonly isAnswerable: boolean;
  /** Whether one of the passages that would be said is right. */
  readonly right: boolean;
  readonly signs: Signs;
  readonly meaning: readonly number[];
}

/** The signs of a question under the learned ranking, the affinity still to be learned. */
function signsBy({ question, analysis, matches }: Case, weights: Weights): Seen {
  const ranked = rerank(matches, weights);
  const meaning = search.meaning(analysis);
  const isOutside = outside(analysis.words) !== undefined;
  const signs = signsOf({ matches: ranked, evidence: search.evidence(analysis), meaning, isOutside });
  const said = passagesToSay(ranked).map(({ record, passage }) => ({ record, best: passage }));
  return {
    isAnswerable: question.topics.length > 0,
    right: said.some((one) => isRight(question, one)),
    signs: signs ?? (Object.fromEntries(SIGNS.map((name) => [name, 0])) as Signs),
    meaning: [...meaning],
  };
}

interface Models {
  readonly direction: readonly number[];
  readonly field: readonly number[];
  readonly confidence: readonly number[];
}

/** First the direction of meaning, beside all signs; then the two models, with the affinity as one of the signs. */
function learn(some: readonly Seen[]): Models {
  const others = (one: Seen) => SIGNS.map((name) => (name === 'affinity' ? 0 : one.signs[name]));
  const whole = fitLogistic(
    some.map((one) => ({ features: [...others(one), ...one.meaning.map(scaled)], right: one.isAnswerable })),
    SURE_FIT,
  );
  const direction = rounded(whole.slice(SIGNS.length).map(scaled));
  const features = (one: Seen) => signsWith(one, direction);
  return {
    direction,
    field: rounded(
      fitLogistic(
        some.map((one) => ({ features: features(one), right: one.isAnswerable })),
        SURE_FIT,
      ),
    ),
    confidence: rounded(
      fitLogistic(
        some.map((one) => ({ features: features(one), right: one.right })),
        SURE_FIT,
      ),
    ),
  };
}

/** Directions have small parts: enlarged, they are learned as fast as the signs. */
function scaled(value: number): number {
  return value * 3;
}

function signsWith({ signs, meaning }: Seen, direction: readonly number[]): readonly number[] {
  const sum = meaning.reduce((all, value, k) => all + value * (direction[k] ?? 0), 0);
  return SIGNS.map((name) => (name === 'affinity' ? 1 / (1 + Math.exp(-sum)) : signs[name]));
}

function chances(one: Seen, { direction, field, confidence }: Models) {
  const features = signsWith(one, direction);
  return { field: probability(features, field), sure: probability(features, confidence) };
}

function toWeights(values: readonly number[]): Weights {
  return Object.fromEntries(FEATURES.map((name, k) => [name, values[k] ?? 0])) as Weights;
}

function write(): void {
  const entries = (names: readonly string[], values: readonly number[]) =>
    names.map((name, k) => `    ${name}: ${values[k] ?? 0},`).join('\n');
  const told = Object.entries(figures)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ');
  const text = `/**
 * The learned numbers, written by \`npm run calibrate\`; edit the tool, not this file.
 */
export const CALIBRATION = Object.freeze({
  date: '${new Date().toISOString().slice(0, 10)}',
  /** What the numbers were learned from, and how they do on the parts left out of the learning. */
  figures: Object.freeze({ ${told} }),
  /** Weights of a passage's features; a score is their sum divided by the sum of the positive ones. */
  rank: Object.freeze({
${entries(FEATURES, rank)}
  }),
  /** Weights of the logistic models of the field and of confidence. */
  field: Object.freeze({
${entries(SIGNS, learned.field)}
  }),
  confidence: Object.freeze({
${entries(SIGNS, learned.confidence)}
  }),
  /** The direction of meaning that parts questions of the field from others. */
  direction: Object.freeze([${learned.direction.join(', ')}] as readonly number[]),
});
`;
  writeFileSync(fileURLToPath(new URL('../../src/search/calibration.ts', import.meta.url)), text);
}

function rounded(values: readonly number[]): readonly number[] {
  return values.map((value) => Math.round(value * 100) / 100);
}

function share(part: number, all: number): number {
  return all === 0 ? 0 : Math.round((part / all) * 1000) / 1000;
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => i);
}
