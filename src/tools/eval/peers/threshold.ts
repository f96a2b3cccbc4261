/** When a library may speak: the score from which on its first hit is the answer, chosen in its favor. */
import type { Labeled } from '../../questions.ts';
import type { Outcome } from '../figures.ts';
import { type Hit, type Peer, topicWords } from './document.ts';

/** A question, what a library found for it, and by how many words it asked. */
interface Found {
  readonly question: Labeled;
  readonly hits: readonly Hit[];
  readonly words: number;
}

/** A score is read as it is, or divided by the words of the question: sums grow with them. */
export const MEASURES = ['score', 'score per word'] as const;
export type Measure = (typeof MEASURES)[number];

/** From where on a library's first hit is its answer. */
export interface Threshold {
  readonly measure: Measure;
  readonly from: number;
}

/** What is looked at of a library's hits. */
const LIMIT = 10;

/** Asks a library every question; without a threshold, by the one that has the best F1 on these very questions. */
export async function askPeer(
  peer: Peer,
  questions: readonly Labeled[],
  given?: Threshold,
): Promise<{ readonly outcomes: readonly Outcome[]; readonly threshold: Threshold }> {
  const found: Found[] = [];
  for (const question of questions) {
    const words = Math.max(1, topicWords(question.q).length);
    found.push({ question, hits: await peer.search(question.q, LIMIT), words });
  }
  const threshold = given ?? tune(found);
  return { outcomes: found.map((one) => outcomeOf(one, threshold)), threshold };
}

function tune(found: readonly Found[]): Threshold {
  const candidates = MEASURES.flatMap((measure) =>
    [...new Set(found.map((one) => strength(one, measure)))].map((from) => ({ measure, from })),
  );
  const [first, ...others] = candidates.map((threshold) => ({ threshold, f1: f1Of(found, threshold) }));
  if (!first) return { measure: 'score', from: 0 };
  return others.reduce((best, one) => (one.f1 > best.f1 ? one : best), first).threshold;
}

/** The harmonic mean of precision (answers that are right) and recall (questions with an answer that get it). */
function f1Of(found: readonly Found[], threshold: Threshold): number {
  let right = 0;
  let answers = 0;
  let answerable = 0;
  for (const one of found) {
    if (one.question.topics.length > 0) answerable += 1;
    if (!speaks(one, threshold)) continue;
    answers += 1;
    if (one.question.topics.includes(one.hits[0]?.id ?? '')) right += 1;
  }
  return right === 0 ? 0 : (2 * right) / (answers + answerable);
}

function outcomeOf(one: Found, threshold: Threshold): Outcome {
  const ranked = one.hits.map(({ id }) => id);
  const isSaid = speaks(one, threshold);
  return {
    question: one.question,
    kind: isSaid ? 'answer' : 'unknown',
    said: isSaid ? ranked.slice(0, 1) : [],
    ranked,
  };
}

const strength = ({ hits, words }: Found, measure: Measure): number =>
  (hits[0]?.score ?? 0) / (measure === 'score' ? 1 : words);

const speaks = (one: Found, { measure, from }: Threshold): boolean =>
  one.hits.length > 0 && strength(one, measure) >= from;
