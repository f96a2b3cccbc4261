/** Which passages are worth a look for a question: the best of the records with the best single passages. */
import type { AskedTerm } from './asked.ts';
import { topOf } from './owners.ts';
import type { Scored } from './rank.ts';
import { passagesOfTerms } from './same-terms.ts';
import type { Sensed } from './sense.ts';
import { CANDIDATES, type Index, PARTS, PASSAGES } from './workspace.ts';

/** A whole record is told in a long text, in which a short question's words weigh little. */
const WHOLE_BOOST = 1.5;

/** What is worth a look. */
export interface Chosen {
  /** In the order of their numbers. */
  readonly passages: readonly number[];
  /** Those of them that were written for just the terms that are asked. */
  readonly ofTerms: ReadonlySet<number>;
}

/**
 * The passages to be looked at, those of one record side by side, the record as a whole first: the best of the passages
 * that were scored, of the records that own the very best of them, those that were written for just the terms asked, and
 * those nearest to what the sentence says, where it was read as a whole.
 */
export function chooseCandidates(
  { compiled: { owner, first, sameTerms }, space: { best } }: Index,
  { touched, count, scores }: Scored,
  { terms, sensed }: { readonly terms: readonly AskedTerm[]; readonly sensed: Sensed | undefined },
): Chosen {
  const seen: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const passage = touched[i] as number;
    const record = owner[passage] as number;
    const score = (scores[passage] as number) * (passage === first[record] ? WHOLE_BOOST : 1);
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
  const chosen = new Set(topOf(parts, scores, { count: parts.length, limit: PARTS }));
  for (const record of records) chosen.add(first[record] as number);
  for (const passage of sensed?.nearest ?? []) chosen.add(passage);
  const ofTerms = new Set(passagesOfTerms(sameTerms, terms));
  for (const passage of ofTerms) {
    chosen.add(first[owner[passage] as number] as number);
    chosen.add(passage);
  }
  return { passages: [...chosen].sort((a, b) => a - b), ofTerms };
}
