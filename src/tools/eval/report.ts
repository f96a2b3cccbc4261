/** Figures and misses as lines for a terminal. */
import type { Figures, Outcome } from './figures.ts';
import { isGood } from './figures.ts';

/** What is told of a system, one label and one value a row; the page's tables use the same rows. */
export function figureRows(figures: Figures): readonly (readonly [label: string, value: string])[] {
  return [
    ['right at 1', percent(figures.rightAtOne)],
    ['right in 3', percent(figures.rightAtThree)],
    ['mean reciprocal rank', figures.meanReciprocalRank.toFixed(3)],
    ['answered, rightly', percent(figures.answeredRight)],
    ['answered, wrongly', percent(figures.answeredWrong)],
    ['asked back', percent(figures.askedBack)],
    ['left unanswered', percent(figures.unanswered)],
    [
      'false answers on negatives',
      `${percent(figures.falseAnswers)} (${figures.falseAnswerCount}, choices ${figures.falseChoiceCount})`,
    ],
    ['calibration error', figures.calibrationError?.toFixed(3) ?? 'none'],
  ];
}

/** The figures of one set of questions, a line each, with the counts by kind at the end. */
export function figureLines(figures: Figures): readonly string[] {
  return [
    `${figures.answerable} answerable, ${figures.negatives} negatives`,
    ...figureRows(figures).map(([label, value]) => `${label.padEnd(28)}${value}`),
    `${'kinds'.padEnd(28)}${[...figures.kinds].map(([kind, count]) => `${kind} ${count}`).join(', ')}`,
  ];
}

/** Every question without a right first answer, and every negative with any answer, with what was said instead. */
export function missLines(outcomes: readonly Outcome[]): readonly string[] {
  return outcomes.filter((outcome) => !isGood(outcome)).map(missLine);
}

function missLine({ question, kind, said, ranked, confidence }: Outcome): string {
  const sure = confidence === undefined ? '' : ` at ${confidence.toFixed(2)}`;
  const wanted = question.topics.length > 0 ? question.topics.join(', ') : 'no answer';
  const nearest = said.length > 0 ? said : ranked;
  return `- ${question.q.replaceAll(/\s+/g, ' ')}\n  wanted ${wanted}; got ${kind}${sure}: ${nearest.slice(0, 3).join(', ')}`;
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
