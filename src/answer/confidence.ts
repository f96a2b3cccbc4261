/** How sure an answer is: the chance that the first match is right, by a logistic model that `npm run calibrate` fits. */
import { CALIBRATION } from '../search/calibration.ts';
import type { Evidence } from '../search/evidence.ts';
import type { Match } from '../search/index.ts';

/** What the model sees, all in 0..1. */
export type Signs = Readonly<Record<keyof typeof CALIBRATION.confidence, number>>;

/** Questions are told apart by length up to this many content words. */
const LONG = 12;
/** Below these there is next to nothing of the field in a question, or nothing but one common word. */
const BARE = 0.1;
const THIN = 0.24;
/** From here on a question surely speaks of the field. */
const CLEAR = 0.5;
/** Words of other business beside clear words of the field weigh less. */
const BESIDE = 0.4;
/** A question of so few content words says next to nothing. */
const FEW = 2;
/** From here on the question is nearly word for word one that was written down. */
const EXACT = 0.75;

/** The signs of a question with its matches, best first; undefined without a match. */
export function signsOf([first, second]: readonly Match[], evidence: Evidence, isOutside: boolean): Signs | undefined {
  if (!first) return undefined;
  return {
    bias: 1,
    score: first.score,
    margin: first.score - (second?.score ?? 0),
    best: first.features.best,
    coverage: first.features.coverage,
    alien: evidence.alien,
    named: first.features.named,
    length: Math.min(evidence.length, LONG) / LONG,
    field: evidence.field,
    coin: evidence.coin ? 1 : 0,
    bare: evidence.field < BARE ? 1 : 0,
    thin: evidence.field < THIN ? 1 : 0,
    exact: first.features.best > EXACT ? 1 : 0,
    foreign: evidence.foreign,
    // What is foreign tells most where little else points at the field.
    thinForeign: evidence.field < CLEAR && evidence.foreign > 0 ? 1 : 0,
    thinAlien: evidence.field < THIN ? evidence.alien : 0,
    few: evidence.field < THIN && evidence.length <= FEW ? 1 : 0,
    outside: isOutside ? (evidence.field < CLEAR ? 1 : BESIDE) : 0,
  };
}

/** The most that a single common word can stand for. */
export const LONE_WORD = 0.3;

/** The confidence, 0..1: the logistic function of the weighted signs; 0 without a match. */
export function confidenceOf(signs: Signs | undefined): number {
  if (!signs) return 0;
  const weights = CALIBRATION.confidence;
  let sum = 0;
  for (const name of Object.keys(weights) as (keyof Signs)[]) sum += weights[name] * signs[name];
  return 1 / (1 + Math.exp(-sum));
}
