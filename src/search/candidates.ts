/** Which passages are worth judging for a question: the best of the records with the best single passages. */
import { topOf } from './owners.ts';
import type { Scored } from './rank.ts';
import { CANDIDATES, type Index, JUDGED, PASSAGES } from './workspace.ts';

/**
 * The passages to be judged, those of one record side by side, the record as a whole first: the best of the passages
 * that were scored, of the records that own the very best of them.
 */
export function chooseCandidates(
  { compiled: { owner, first }, space: { best } }: Index,
  { touched, count, scores }: Scored,
): readonly number[] {
  const seen: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const passage = touched[i] as number;
    const record = owner[passage] as number;
    const score = scores[passage] as number;
    if (best[record] === 0) seen.push(record);
    if (score > (best[record] as number)) best[record] = score;
  }
  const records = topOf(seen, best, { count: seen.length, limit: CANDIDATES });
  for (const record of seen) best[record] = 0;
  for (const record of records) best[record] = 1;
  const parts: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const passage = touched[i] as number;
    const record = owner[passage] as number;
    const number = passage - (first[record] as number);
    if (best[record] === 1 && number > 0 && number < PASSAGES) parts.push(passage);
  }
  for (const record of records) best[record] = 0;
  const wholes = records.map((record) => first[record] as number);
  const chosen = topOf(parts, scores, { count: parts.length, limit: JUDGED });
  return [...wholes, ...chosen].sort((a, b) => a - b);
}
