/** What the bot does with a match: the confidence bands, and the numbers that part them. */

import type { Asks } from '../knowledge/vocabulary.ts';
import type { Match, Part } from '../search/index.ts';
import { partScore, SAME_QUESTION } from '../search/index.ts';

export const BANDS = Object.freeze({
  /** From here on the first match is the answer. */
  sure: 0.4,
  /** From here on the bot asks which of the nearest was meant. */
  unsure: 0.36,
  /** From here on a facet is the answer rather than the whole explanation. */
  facet: 0.17,
  /** What it adds to a facet's fit that it answers the kind of question asked: cost, time, who. */
  sameAsk: 0.13,
  /** From here on a question is one that a facet was written for. */
  ownWords: 0.86,
  /** What it adds that the question names the facet's record. */
  named: 0.06,
  /** A question to the whole record this near asks for the explanation. */
  wholeQuestion: 0.8,
});

export type Band = 'sure' | 'unsure' | 'none';

/** The band of a confidence. */
export const bandOf = (confidence: number): Band =>
  confidence >= BANDS.sure ? 'sure' : confidence >= BANDS.unsure ? 'unsure' : 'none';

/** The part of a match that answers best: how well it fits, and a little more where it answers that kind of question. */
export function bestPart({ parts, record }: Match, asks: Asks | undefined): Part | undefined {
  // A question that was written down nearly word for word needs no guess at its kind.
  const guesses = asks !== undefined && parts.every(({ question }) => question < SAME_QUESTION);
  const fitsKind = ({ kind, index }: Part) => guesses && kind === 'facet' && record.facets[index]?.asks === asks;
  const value = (part: Part) => partScore(part) + (fitsKind(part) ? BANDS.sameAsk : 0);
  return parts.reduce<Part | undefined>((best, part) => (best && value(best) >= value(part) ? best : part), undefined);
}

/** Whether a part of a match answers the question better than the whole record. */
export function prefersPart({ features }: Match, part: Part): boolean {
  if (partScore(part) < BANDS.facet) return false;
  return features.question < BANDS.wholeQuestion || part.question >= features.question;
}
