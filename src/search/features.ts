/** What is measured of a passage against a question, and how the measures become one score. */
import { CALIBRATION } from './calibration.ts';

/** Every measure with what it says; all in 0..1, cosines unless said otherwise. */
export const MEASURES = Object.freeze({
  body: "the record's whole text",
  nearest: "the nearest question to any of the record's passages",
  named: 'whether the question names the record, 0.3 where it may, less for what every text names',
  only: 'whether it surely names this record and nothing else',
  title: "the largest share of one of the record's names that the question makes up",
  coverage: "the share of the question's meaning, by idf, that stands anywhere in the record",
  stranger: 'a network that the question does not name',
  comparison: 'a comparison, which shares its words with both its sides',
  compared: 'how far the question asks to compare just these',
  question: 'the nearest question that the passage was written for',
  rest: "the same, the record's name left out of both",
  same: 'how near the nearest question is to being the very one',
  text: 'all that the passage asks and tells',
  meaning: "the direction of the question's words and of the passage's title and questions",
  said: 'the direction of the nearest question that the passage was written for',
  saidOften: 'the mean of the three nearest',
  joint: 'the nearest question by words and direction together',
  jointOften: 'the mean of the three nearest',
  learned: 'the direction that was learned for the passage, and that of the question',
  likely: 'how likely that makes it beside the likeliest passage',
  sense: 'the direction that was learned for the passage, and what the sentence says as a whole',
  senseLikely: 'how likely that makes it beside the likeliest passage',
  inside: 'by how much the sentence is nearer to it than to any message of other business, 0.5 where it is as near',
  heading: "the share of the passage's title that the question holds",
  asked: "the share of the question's meaning, without the record's name, in the passage's title and questions",
  held: 'the same in all of the passage',
  apart: "the same, weighed by how few of the record's passages hold it",
  names: 'the share of the other records named that the passage speaks of',
  whole: 'the record as a whole',
  bare: 'the record as a whole, by how little is asked beside its name',
  define: 'the same where the wording asks for a definition',
  beyond: 'the record as a whole where a reason, or a yes or no, is asked for',
  claim: 'a misconception',
  kind: 'whether it answers the kind of thing that is asked: a time, a cost, a reason',
  polar: 'whether it answers a yes/no question with yes or no',
});

export type Feature = keyof typeof MEASURES;
export const FEATURES = Object.keys(MEASURES) as readonly Feature[];
/** The places of the measures, in the order of MEASURES. */
export const AT = Object.freeze({
  body: 0,
  nearest: 1,
  named: 2,
  only: 3,
  title: 4,
  coverage: 5,
  stranger: 6,
  comparison: 7,
  compared: 8,
  question: 9,
  rest: 10,
  same: 11,
  text: 12,
  meaning: 13,
  said: 14,
  saidOften: 15,
  joint: 16,
  jointOften: 17,
  learned: 18,
  likely: 19,
  sense: 20,
  senseLikely: 21,
  inside: 22,
  heading: 23,
  asked: 24,
  held: 25,
  apart: 26,
  names: 27,
  whole: 28,
  bare: 29,
  define: 30,
  beyond: 31,
  claim: 32,
  kind: 33,
  polar: 34,
} as const satisfies Readonly<Record<Feature, number>>);
export type Features = Readonly<Record<Feature, number>>;
/** The weight of each measure. */
export type Weights = Features;

/** Scores measures in the order of FEATURES: their weighted sum divided by the sum of the positive weights, at least 0. */
export type Scorer = (values: ArrayLike<number>) => number;

/** The scorer by some weights. */
export function scorerOf(weights: Weights): Scorer {
  const positive = positiveOf(weights);
  const scaled = Float64Array.from(FEATURES, (name) => weights[name] / positive);
  return (values) => {
    let sum = 0;
    for (let k = 0; k < scaled.length; k += 1) sum += (scaled[k] as number) * (values[k] as number);
    return Math.max(0, sum);
  };
}

/**
 * The chance of each of some passages to be the right one, given that one of them is: from their scores, best first, by
 * the conditional logit that the weights were fitted as (McFadden 1974).
 */
export function chancesOf(scores: readonly number[], weights: Weights): readonly number[] {
  const slope = positiveOf(weights);
  const [best = 0] = scores;
  const odds = scores.map((score) => Math.exp(slope * (score - best)));
  const all = odds.reduce((sum, one) => sum + one, 0);
  return odds.map((one) => one / all);
}

const positiveOf = (weights: Weights): number =>
  FEATURES.reduce((sum, name) => sum + Math.max(0, weights[name]), 0) || 1;

/** By which weights passages are ranked: what they were learned with, and the scorer that they make. */
export interface Ranking {
  readonly weights: Weights;
  readonly scoreOf: Scorer;
}

const rankingBy = (weights: Weights): Ranking => ({ weights, scoreOf: scorerOf(weights) });

/** The learned ranking by words alone, and that with what the sentence says. */
export const RANKINGS = Object.freeze({ words: rankingBy(CALIBRATION.rank), sense: rankingBy(CALIBRATION.sensed) });

/** Measures by their names. */
export const toFeatures = (values: ArrayLike<number>): Features =>
  Object.fromEntries(FEATURES.map((name, k) => [name, values[k] ?? 0])) as Record<Feature, number>;
