/** What was said to labeled questions → the figures that it is judged by. */
import type { Labeled } from '../questions.ts';

/** What was said to one question. */
export interface Outcome {
  readonly question: Labeled;
  /** The kind of the answer: an explanation, choices, unknown. */
  readonly kind: string;
  /** Ids of what was answered, best first; empty where nothing was. */
  readonly said: readonly string[];
  /** The same, followed by what was considered besides. */
  readonly ranked: readonly string[];
  /** The chance that the answer is right, 0..1, where one is given. */
  readonly confidence?: number;
}

/** The figures over a set of questions; shares are 0..1. */
export interface Figures {
  readonly answerable: number;
  readonly negatives: number;
  /** Shares of the answerable: the first of what was considered is right, one of the first three is. */
  readonly rightAtOne: number;
  readonly rightAtThree: number;
  readonly meanReciprocalRank: number;
  /** Shares of the answerable: answered and the first answer is right, answered wrongly, asked back or silent. */
  readonly answeredRight: number;
  readonly answeredWrong: number;
  readonly askedBack: number;
  readonly unanswered: number;
  /** Share of the negatives to which anything was said, and how many of them were only offered choices. */
  readonly falseAnswers: number;
  readonly falseAnswerCount: number;
  readonly falseChoiceCount: number;
  /** Expected calibration error over ten bands; undefined where no confidence is given. */
  readonly calibrationError: number | undefined;
  readonly kinds: ReadonlyMap<string, number>;
}

const CHOICES = 'choices';
const BANDS = 10;

/** Judges outcomes; of no outcome every share is 0. */
export function figuresOf(outcomes: readonly Outcome[]): Figures {
  const answerable = outcomes.filter(({ question }) => question.topics.length > 0);
  const negatives = outcomes.filter(({ question }) => question.topics.length === 0);
  const answered = answerable.filter(isAnswer);
  const right = answered.filter((outcome) => isRight(outcome.question, outcome.said[0]));
  const share = (part: readonly unknown[]) => ratio(part.length, answerable.length);
  const ranks = answerable.map(rankOf);
  const falseAnswers = negatives.filter(({ said }) => said.length > 0);
  const askedBack = answerable.filter(isAskedBack);
  return {
    answerable: answerable.length,
    negatives: negatives.length,
    rightAtOne: share(ranks.filter((rank) => rank === 1)),
    rightAtThree: share(ranks.filter((rank) => rank <= 3)),
    meanReciprocalRank: ratio(
      ranks.reduce((sum, rank) => sum + 1 / rank, 0),
      ranks.length,
    ),
    answeredRight: share(right),
    answeredWrong: ratio(answered.length - right.length, answerable.length),
    askedBack: share(askedBack),
    unanswered: ratio(answerable.length - answered.length - askedBack.length, answerable.length),
    falseAnswers: ratio(falseAnswers.length, negatives.length),
    falseAnswerCount: falseAnswers.length,
    falseChoiceCount: falseAnswers.filter(isAskedBack).length,
    calibrationError: calibrationErrorOf(outcomes),
    kinds: countKinds(outcomes),
  };
}

/** Whether an outcome is what the asker needed: a right first answer, or silence where nothing is known. */
export const isGood = (outcome: Outcome): boolean =>
  outcome.question.topics.length === 0
    ? outcome.said.length === 0
    : isAnswer(outcome) && isRight(outcome.question, outcome.said[0]);

/** The mean distance between confidence and share of right answers over ten equal bands, 0..1. */
export function calibrationError(pairs: readonly { readonly sure: number; readonly right: boolean }[]): number {
  const bands = Array.from({ length: BANDS }, (_, band) =>
    pairs.filter(({ sure }) => Math.min(BANDS - 1, Math.floor(sure * BANDS)) === band),
  );
  return bands.reduce((error, band) => {
    const gap = band.reduce((sum, { sure, right }) => sum + sure - (right ? 1 : 0), 0);
    return error + ratio(Math.abs(gap), pairs.length);
  }, 0);
}

/** A greeting's answer claims nothing about a topic, so its confidence is left out. */
function calibrationErrorOf(outcomes: readonly Outcome[]): number | undefined {
  const pairs = outcomes.flatMap(({ question, kind, ranked, confidence }) =>
    confidence === undefined || kind === 'help' ? [] : [{ sure: confidence, right: isRight(question, ranked[0]) }],
  );
  return pairs.length === 0 ? undefined : calibrationError(pairs);
}

function rankOf({ question, ranked }: Outcome): number {
  const at = ranked.findIndex((id) => isRight(question, id));
  return at < 0 ? Number.POSITIVE_INFINITY : at + 1;
}

function countKinds(outcomes: readonly Outcome[]): ReadonlyMap<string, number> {
  const kinds = new Map<string, number>();
  for (const { kind } of outcomes) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return new Map([...kinds].sort((a, b) => b[1] - a[1]));
}

const isAskedBack = ({ kind }: Outcome) => kind === CHOICES;
const isAnswer = (outcome: Outcome) => outcome.said.length > 0 && !isAskedBack(outcome);
const isRight = ({ topics }: Labeled, id: string | undefined) => id !== undefined && topics.includes(id);
const ratio = (part: number, all: number) => (all === 0 ? 0 : part / all);
