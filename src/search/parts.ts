/** The facets and misconceptions of a record against a question: the record's name is given, so the rest counts. */
import { weightIn } from './compile.ts';
import { type Candidate, FIRST_PART, type Index, PARTS } from './workspace.ts';

/** A facet or misconception of a record. */
export interface Part {
  readonly kind: 'facet' | 'claim';
  readonly index: number;
  /** Cosine with the question, 0..1: the part's best question, and its whole text. */
  readonly question: number;
  readonly text: number;
  /** The share of the question that the part holds, 0..1, without the record's own name: by idf, and by how few parts of the record hold it. */
  readonly cover: number;
}

/**
 * How well a part fits, 0..1: by its text, by what it leaves out of the question, and by the questions it was written
 * for where one is nearly the same. A misconception has to fit better than a facet to be meant. The weights are those
 * that find the facet of a question most often after that question has been taken out of it.
 */
export function partScore({ kind, question, text, cover }: Part): number {
  const score = 0.55 * text + 0.35 * cover + (question > SAME_QUESTION ? 0.1 : 0);
  return Math.max(0, kind === 'claim' && question <= SAME_QUESTION ? score - 0.1 : score);
}

/** From here on a part's own question is taken to be the one asked. */
export const SAME_QUESTION = 0.8;

/** The parts of a record that share a term with the question, each with how much of the question it holds. */
export function partsOf(index: Index, candidate: Candidate): readonly Part[] {
  const { space } = index;
  const { slot, record } = candidate;
  const facets = record.facets.length;
  const count = Math.min(facets + record.misconceptions.length, PARTS);
  const all = sumShares(index, candidate, count);
  const parts: Part[] = [];
  for (let part = 0; part < count; part += 1) {
    const question = space.questions[slot * PARTS + part] as number;
    const text = space.texts[slot * PARTS + part] as number;
    if (question === 0 && text === 0) continue;
    const cover = all === 0 ? 0 : (space.shares[part] as number) / all;
    parts.push({
      kind: part < facets ? 'facet' : 'claim',
      index: part < facets ? part : part - facets,
      question,
      text,
      cover,
    });
  }
  return parts;
}

/** Notes in the workspace how much of the question each part holds, and gives how much there is to hold. */
function sumShares(
  { compiled, space: { shares, held } }: Index,
  { at, asked, record }: Candidate,
  count: number,
): number {
  const first = (compiled.firstSet[at] as number) + FIRST_PART;
  let all = 0;
  shares.fill(0);
  for (const { id, idf, nameOf, isField } of asked) {
    if (nameOf === record.id) continue;
    let holders = 0;
    for (let part = 0; part < count; part += 1) {
      const weight = id < 0 ? 0 : weightIn(compiled.sets, first + part, id);
      held[part] = weight;
      if (weight > 0) holders += 1;
    }
    // A word that stands in every part of the record tells none of them from the others.
    const weight = (isField ? 0.5 : 1) * idf * Math.log(1 + count / Math.max(1, holders));
    all += weight;
    if (holders > 0)
      for (let part = 0; part < count; part += 1)
        shares[part] = (shares[part] as number) + weight * (held[part] as number);
  }
  return all;
}

/** The part with the highest score. */
export const bestOf = (parts: readonly Part[]): Part | undefined =>
  parts.reduce<Part | undefined>((best, part) => (best && partScore(best) >= partScore(part) ? best : part), undefined);

/** The score of the second best part. */
export function secondOf(parts: readonly Part[]): number {
  let first = 0;
  let second = 0;
  for (const part of parts) {
    const score = partScore(part);
    second = Math.max(second, Math.min(first, score));
    first = Math.max(first, score);
  }
  return second;
}
