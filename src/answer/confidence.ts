/**
 * How sure an answer is, by two logistic models that `npm run calibrate` fits: the chance that a question is one for
 * this bot at all, and the chance that what would be said answers it.
 */
import { CALIBRATION } from '../search/calibration.ts';
import type { Evidence } from '../search/evidence.ts';
import { type Match, measure } from '../search/index.ts';

/** What the models see, all in 0..1. */
export type Signs = Readonly<Record<keyof typeof CALIBRATION.field, number>>;

/** What signs are read from. */
export interface Found {
  /** Best first. */
  readonly matches: readonly Match[];
  readonly evidence: Evidence;
  /** The direction of the question's words. */
  readonly meaning: Float32Array;
  /** Whether a phrase of other business stands in it. */
  readonly isOutside: boolean;
}

/** Questions are told apart by length up to this many content words. */
const LONG = 12;
/** Below these there is next to nothing of the field in a question, or nothing but one common word. */
const BARE = 0.1;
const THIN = 0.24;
/** From here on a question surely speaks of the field. */
const CLEAR = 0.5;
/** Words of other business beside clear words of the field weigh less. */
const BESIDE = 0.4;
/**
 * What stands for a sentence that no model read: near the middle between questions to the base and other messages, and
 * a little on the base's side, since without a model the words have to tell alone.
 */
const UNREAD = Object.freeze({ sense: 0.5, inside: 0.6 });
/** A question of so few content words says next to nothing. */
const FEW = 2;
/** Where the odds of a question's words, and those of its pairs of words, have said all that they can. */
const ODDS = Object.freeze({ sum: 15, mean: 2 });

/** The signs of a question with its matches; undefined without a match. */
export function signsOf({ matches, evidence, meaning, isOutside }: Found): Signs | undefined {
  const [first, second] = matches;
  if (!first) return undefined;
  const { best } = first;
  const isThin = evidence.field < THIN;
  const isRead = measure(best, 'senseLikely') > 0;
  return {
    bias: 1,
    score: first.score,
    margin: first.score - (second?.score ?? 0),
    chance: best.chance,
    question: measure(best, 'question'),
    said: measure(best, 'said'),
    text: measure(best, 'text'),
    held: measure(best, 'held'),
    coverage: measure(best, 'coverage'),
    sense: isRead ? measure(best, 'sense') : UNREAD.sense,
    inside: isRead ? measure(best, 'inside') : UNREAD.inside,
    named: measure(best, 'named'),
    alien: evidence.alien,
    length: Math.min(evidence.length, LONG) / LONG,
    field: evidence.field,
    coin: evidence.coin ? 1 : 0,
    bare: evidence.field < BARE ? 1 : 0,
    thin: isThin ? 1 : 0,
    foreign: evidence.foreign,
    // What is foreign tells most where little else points at the field.
    thinForeign: evidence.field < CLEAR && evidence.foreign > 0 ? 1 : 0,
    thinAlien: isThin ? evidence.alien : 0,
    few: isThin && evidence.length <= FEW ? 1 : 0,
    outside: isOutside ? (evidence.field < CLEAR ? 1 : BESIDE) : 0,
    affinity: affinityOf(meaning),
    odds: within(evidence.odds.stems.sum, ODDS.sum),
    oddsMean: within(evidence.odds.stems.mean, ODDS.mean),
    pairs: within(evidence.odds.pairs.sum, ODDS.sum),
    pairsMean: within(evidence.odds.pairs.mean, ODDS.mean),
  };
}

/** A value between -most and most as a share of the way. */
const within = (value: number, most: number): number => (Math.min(most, Math.max(-most, value)) + most) / (2 * most);

/** How near the words come to those in which people ask of this field, 0..1. */
function affinityOf(meaning: Float32Array): number {
  const { direction } = CALIBRATION;
  let sum = 0;
  for (let k = 0; k < meaning.length; k += 1) sum += (meaning[k] as number) * (direction[k] ?? 0);
  return logistic(sum);
}

/** The chance that the question is one for this bot, 0..1; 0 without a match. */
export const fieldOf = (signs: Signs | undefined): number => probability(CALIBRATION.field, signs);

/** The chance that what would be said answers it, 0..1; 0 without a match. */
export const confidenceOf = (signs: Signs | undefined): number => probability(CALIBRATION.confidence, signs);

function probability(weights: Signs, signs: Signs | undefined): number {
  if (!signs) return 0;
  let sum = 0;
  for (const name of Object.keys(weights) as (keyof Signs)[]) sum += weights[name] * signs[name];
  return logistic(sum);
}

/** The chance for a sum of weighted signs, 0..1. */
export const logistic = (z: number): number => 1 / (1 + Math.exp(-z));
