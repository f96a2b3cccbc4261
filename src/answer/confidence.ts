/** How sure an answer is: the chance that the first match is right, by a logistic model that `npm run calibrate` fits. */
import { CALIBRATION } from '../search/calibration.ts';
import type { Evidence } from '../search/evidence.ts';
import type { Match } from '../search/index.ts';

/** What the model sees, all in 0..1. */
export type Signs = Readonly<Record<keyof typeof CALIBRATION.confidence, number>>;

/** Questions are told apart by length up to this many content words. */
const LONG = 12;
/** Below this there is next to nothing of the field in a question. */
const BARE = 0.125;

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
    outside: isOutside ? 1 : 0,
  };
}

/** The confidence, 0..1: the logistic function of the weighted signs; 0 without a match. */
export function confidenceOf(signs: Signs | undefined): number {
  if (!signs) return 0;
  const weights = CALIBRATION.confidence;
  let sum = 0;
  for (const name of Object.keys(weights) as (keyof Signs)[]) sum += weights[name] * signs[name];
  return 1 / (1 + Math.exp(-sum));
}
