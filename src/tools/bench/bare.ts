/**
 * The floor: postings in typed arrays, one loop over those of the question's words, the ten best documents. No stems, no
 * names, no typos, no answer: whatever understands more can only be slower.
 */
import { type Hit, type Peer, type PeerDocument, topicWords } from '../eval/peers/document.ts';

interface Postings {
  readonly ids: ReadonlyMap<string, number>;
  readonly starts: Uint32Array;
  readonly docs: Uint32Array;
  readonly weights: Float32Array;
}

/** A bare posting-list loop over the words of the documents, with TF-IDF weights divided by each document's length. */
export async function createBare(documents: readonly PeerDocument[]): Promise<Peer> {
  const postings = postingsOf(documents.map(countsOf));
  const scores = new Float32Array(documents.length);
  const touched = new Uint32Array(documents.length);
  return {
    name: 'bare loop',
    setup: 'a posting-list loop without any understanding',
    search(question, limit) {
      const count = accumulate(postings, topicWords(question), { scores, touched });
      const best: Hit[] = bestOf({ scores, touched, count }, limit).map((doc) => ({
        id: documents[doc]?.id ?? '',
        score: scores[doc] ?? 0,
      }));
      for (let i = 0; i < count; i += 1) scores[touched[i] as number] = 0;
      return best;
    },
  };
}

function countsOf({ title, aliases, questions, text }: PeerDocument): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of topicWords([title, aliases, questions, text].join('\n')))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function postingsOf(documents: readonly ReadonlyMap<string, number>[]): Postings {
  const ids = new Map<string, number>();
  const frequency: number[] = [];
  for (const word of documents.flatMap((document) => [...document.keys()])) {
    const id = ids.get(word) ?? frequency.length;
    ids.set(word, id);
    frequency[id] = (frequency[id] ?? 0) + 1;
  }
  const starts = new Uint32Array(frequency.length + 1);
  for (const [id, count] of frequency.entries()) starts[id + 1] = (starts[id] as number) + count;
  const docs = new Uint32Array(starts[frequency.length] ?? 0);
  const weights = new Float32Array(docs.length);
  const cursor = starts.slice();
  for (const [doc, counts] of documents.entries()) {
    const weighed = [...counts].map(([word, count]) => {
      const id = ids.get(word) ?? 0;
      return [id, (1 + Math.log(count)) * (1 + Math.log(documents.length / (frequency[id] ?? 1)))] as const;
    });
    const norm = Math.hypot(...weighed.map(([, weight]) => weight)) || 1;
    for (const [id, weight] of weighed) {
      const at = cursor[id] as number;
      docs[at] = doc;
      weights[at] = weight / norm;
      cursor[id] = at + 1;
    }
  }
  return { ids, starts, docs, weights };
}

interface Accumulator {
  readonly scores: Float32Array;
  readonly touched: Uint32Array;
}

/** Adds up the weights of all documents that hold a word; gives how many were touched. */
function accumulate(
  { ids, starts, docs, weights }: Postings,
  words: readonly string[],
  { scores, touched }: Accumulator,
): number {
  let count = 0;
  for (const word of words) {
    const id = ids.get(word);
    if (id === undefined) continue;
    const end = starts[id + 1] as number;
    for (let at = starts[id] as number; at < end; at += 1) {
      const doc = docs[at] as number;
      if (scores[doc] === 0) touched[count++] = doc;
      scores[doc] = (scores[doc] as number) + (weights[at] as number);
    }
  }
  return count;
}

/** The touched documents with the highest scores, by insertion into a short list. */
function bestOf(
  { scores, touched, count }: Accumulator & { readonly count: number },
  limit: number,
): readonly number[] {
  const best: number[] = [];
  let least = 0;
  for (let i = 0; i < count; i += 1) {
    const doc = touched[i] as number;
    const score = scores[doc] as number;
    if (best.length === limit && score <= least) continue;
    let at = Math.min(best.length, limit - 1);
    while (at > 0 && (scores[best[at - 1] as number] as number) < score) {
      best[at] = best[at - 1] as number;
      at -= 1;
    }
    best[at] = doc;
    if (best.length === limit) least = scores[best[limit - 1] as number] as number;
  }
  return best;
}
