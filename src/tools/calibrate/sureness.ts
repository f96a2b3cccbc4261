/** The models of the field and of confidence: what they learn from, and what they then say. */
import { type Signs, signsOf } from '../../answer/confidence.ts';
import { bestPassages, passagesToSay } from '../../answer/decide.ts';
import type { Outside } from '../../answer/outside.ts';
import { CALIBRATION } from '../../search/calibration.ts';
import type { Weights } from '../../search/features.ts';
import type { Search, Way } from '../../search/index.ts';
import { fitLogistic, probability } from '../fit.ts';
import { type Case, isRight, rankedBy } from './cases.ts';

/** The names of the signs, in the order in which the models have their weights. */
export const SIGNS = Object.keys(CALIBRATION.field) as (keyof Signs)[];

/** Weight of the ridge penalty: sixteen times as much let in twice as many messages of other business beside as many questions. */
const RIDGE = 0.00005;

/** What the models learn from one question. */
export interface Seen {
  readonly isAnswerable: boolean;
  /** Whether one of the passages that would be said is right. */
  readonly right: boolean;
  readonly signs: Signs;
  readonly meaning: readonly number[];
}

/** The weights of both models, in the order of SIGNS, and the direction of meaning behind the affinity. */
export interface Models {
  readonly direction: readonly number[];
  readonly field: readonly number[];
  readonly confidence: readonly number[];
}

/** The signs of a question under a learned ranking, the affinity still to be learned. */
export const seeBy =
  (search: Search, outside: Outside, weights: Readonly<Record<Way, Weights>>) =>
  (one: Case): Seen => {
    const { question, analysis } = one;
    const ranked = rankedBy(one, weights);
    const meaning = search.meaning(analysis);
    const isOutside = outside(analysis.words) !== undefined;
    const signs = signsOf({ matches: ranked, evidence: search.evidence(analysis), meaning, isOutside });
    const said = passagesToSay(bestPassages(ranked)).inFull.map(({ record, passage }) => ({ record, best: passage }));
    return {
      isAnswerable: question.topics.length > 0,
      right: said.some((passage) => isRight(question, passage)),
      signs: signs ?? (Object.fromEntries(SIGNS.map((name) => [name, 0])) as Signs),
      meaning: [...meaning],
    };
  };

/** First the direction of meaning, beside all signs; then the two models, with the affinity as one of the signs. */
export function learn(some: readonly Seen[]): Models {
  const others = (one: Seen) => SIGNS.map((name) => (name === 'affinity' ? 0 : one.signs[name]));
  const whole = fitLogistic(
    some.map((one) => ({ features: [...others(one), ...one.meaning.map(enlarged)], right: one.isAnswerable })),
    RIDGE,
  );
  const direction = rounded(whole.slice(SIGNS.length).map(enlarged));
  const features = some.map((one) => signsWith(one, direction));
  const fitTo = (isRight: (one: Seen) => boolean) =>
    rounded(
      fitLogistic(
        some.map((one, at) => ({ features: features[at] ?? [], right: isRight(one) })),
        RIDGE,
      ),
    );
  return { direction, field: fitTo((one) => one.isAnswerable), confidence: fitTo((one) => one.right) };
}

/** What learned models say of a question: is it one for this bot, and is the reply right? Chances, 0..1. */
export function judgedBy(models: Models, one: Seen): { readonly field: number; readonly sure: number } {
  const features = signsWith(one, models.direction);
  return { field: probability(features, models.field), sure: probability(features, models.confidence) };
}

/** Two digits are enough, and keep the file of the numbers readable. */
export const rounded = (values: readonly number[]): readonly number[] =>
  values.map((value) => Math.round(value * 100) / 100);

/** Directions have small parts: enlarged, they are learned as fast as the signs. */
function enlarged(value: number): number {
  return value * 3;
}

function signsWith({ signs, meaning }: Seen, direction: readonly number[]): readonly number[] {
  const sum = meaning.reduce((all, value, k) => all + value * (direction[k] ?? 0), 0);
  return SIGNS.map((name) => (name === 'affinity' ? 1 / (1 + Math.exp(-sum)) : signs[name]));
}
