/** What the bot does with a match: the confidence bands, and the numbers that part them. */

import type { Match } from '../search/index.ts';
import { partScore } from '../search/index.ts';

export const BANDS = Object.freeze({
  /** From here on the first match is the answer. */
  sure: 0.5,
  /** From here on the bot asks which of the nearest was meant. */
  unsure: 0.4,
  /** From here on a facet is the answer rather than the whole explanation. */
  facet: 0.27,
  /** A question to the whole record this near asks for the explanation. */
  wholeQuestion: 0.8,
});

export type Band = 'sure' | 'unsure' | 'none';

/** The band of a confidence. */
export const bandOf = (confidence: number): Band =>
  confidence >= BANDS.sure ? 'sure' : confidence >= BANDS.unsure ? 'unsure' : 'none';

/** Whether the best part of a match answers the question better than the whole record. */
export function prefersPart({ part, features }: Match): boolean {
  if (part === undefined || partScore(part) < BANDS.facet) return false;
  return features.question < BANDS.wholeQuestion || part.question >= features.question;
}
