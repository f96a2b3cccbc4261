/** Which records are worth judging for a question: those with the best single units. */
import { topOf } from './owners.ts';
import type { Analysis } from './tokens.ts';
import { CANDIDATES, type Index, KIND, KINDS, NO_SLOT, PARTS } from './workspace.ts';

/** The records with the best single units, their units' scores noted in the workspace. */
export function chooseCandidates(
  { compiled: { owner, kind, part }, ranker, space }: Index,
  analysis: Analysis,
): readonly number[] {
  const { touched, count, scores } = ranker.query(analysis.terms);
  const { best, slot, kinds, questions, texts } = space;
  const seen: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const unit = touched[i] as number;
    const record = owner[unit] as number;
    const score = scores[unit] as number;
    if (best[record] === 0) seen.push(record);
    if (score > (best[record] as number)) best[record] = score;
  }
  const chosen = topOf(seen, best, { count: seen.length, limit: CANDIDATES });
  for (const record of seen) best[record] = 0;
  for (const [at, record] of chosen.entries()) slot[record] = at;
  kinds.fill(0);
  questions.fill(0);
  texts.fill(0);
  for (let i = 0; i < count; i += 1) {
    const unit = touched[i] as number;
    const at = slot[owner[unit] as number] as number;
    if (at === NO_SLOT) continue;
    const score = scores[unit] as number;
    const unitKind = kind[unit] as number;
    raise(kinds, at * KINDS + unitKind, score);
    const unitPart = part[unit] as number;
    if (unitPart >= 0 && unitPart < PARTS)
      raise(unitKind === KIND.facet ? texts : questions, at * PARTS + unitPart, score);
  }
  return chosen;
}

function raise(array: Float32Array, at: number, value: number): void {
  if (value > (array[at] as number)) array[at] = value;
}
