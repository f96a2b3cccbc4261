/**
 * TF-IDF over an inverted index. Postings lie in CSR typed arrays with weights already divided by the document's norm,
 * so that a query is a loop over the postings of its terms: its cost grows with the postings touched, not with the
 * number of documents. It looks first at owners (records), then at the documents (passages) of the best of them.
 *
 * Weight of a term in a document: (1 + ln tf) · idf, with idf = 1 + ln(N / (1 + df)), the formula of natural's TfIdf;
 * documents and queries are divided by their Euclidean length, so a score is a cosine in 0..1
 * (Manning, Raghavan, Schütze: Introduction to Information Retrieval, 6.3 and 6.4).
 */
import { type OwnerPostings, topOf } from './owners.ts';
import { idfOf, type PackedPostings } from './postings.ts';

/** What a query found: the documents touched and, for each, its cosine. Valid until the next query. */
export interface Scored {
  readonly touched: Uint32Array;
  readonly count: number;
  readonly scores: Float32Array;
}

/** An index over documents numbered from 0 in the order given. */
export interface Ranker {
  readonly size: number;
  /** The inverse document frequency of a term; of an unseen one, the highest there is. */
  idf(term: string): number;
  /** The inverse document frequency of the term of a number. */
  idfAt(id: number): number;
  /** The number of a term; -1 where no document holds it. */
  idOf(term: string): number;
  /** Cosines of the documents that share a term with the query, of the owners that can score highest. */
  query(terms: readonly WeighedTerm[]): Scored;
}

/** How many owners have their documents scored: some more than are judged, as the bounds are only bounds. */
const SHORTLIST = 32;

/** A term of a query: its number, -1 where no document holds it, and its weight. */
export interface WeighedTerm {
  readonly id: number;
  readonly weight: number;
}

/** The index over postings, and the same by owner. */
export function createRanker(postings: PackedPostings, owners: OwnerPostings): Ranker {
  const { size, starts } = postings;
  const ids = new Map(postings.terms.map((term, id) => [term, id]));
  const df = (id: number) => (starts[id + 1] as number) - (starts[id] as number);
  const idfs = Float64Array.from(postings.terms, (_, id) => idfOf(size, df(id)));
  const idfAt = (id: number) => idfs[id] as number;
  const rarest = idfOf(size, 0);
  const idf = (term: string) => {
    const id = ids.get(term);
    return id === undefined ? rarest : idfAt(id);
  };
  const shortlist = createShortlist(owners);
  const score = createScorer(postings, owners);
  return {
    size,
    idf,
    idfAt,
    idOf: (term) => ids.get(term) ?? -1,
    query(terms) {
      const norm = Math.sqrt(terms.reduce((squares, { weight }) => squares + weight ** 2, 0)) || 1;
      const asked = terms.filter(({ id }) => id >= 0).map(({ id, weight }) => ({ id, weight: weight / norm }));
      return score(asked, shortlist(asked));
    },
  };
}

/** The owners with the highest sums of their highest weights, which no document of theirs can exceed. */
function createShortlist({
  size,
  starts,
  owners,
  most,
}: OwnerPostings): (asked: readonly WeighedTerm[]) => readonly number[] {
  const bounds = new Float32Array(size);
  const seen = new Uint32Array(size);
  return (asked) => {
    let count = 0;
    for (const { id, weight } of asked) {
      const end = starts[id + 1] as number;
      for (let at = starts[id] as number; at < end; at += 1) {
        const one = owners[at] as number;
        if (bounds[one] === 0) seen[count++] = one;
        bounds[one] = (bounds[one] as number) + weight * (most[at] as number);
      }
    }
    const top = topOf(seen, bounds, { count, limit: SHORTLIST });
    for (let i = 0; i < count; i += 1) bounds[seen[i] as number] = 0;
    return top;
  };
}

/** Scores the documents of some owners. */
function createScorer(
  { size, docs, weights }: PackedPostings,
  { size: ownerCount, starts, owners, from }: OwnerPostings,
) {
  const scores = new Float32Array(size);
  const touched = new Uint32Array(size);
  const isListed = new Uint8Array(ownerCount);
  let count = 0;
  const add = (weight: number, start: number, end: number) => {
    for (let at = start; at < end; at += 1) {
      const doc = docs[at] as number;
      if (scores[doc] === 0) touched[count++] = doc;
      scores[doc] = (scores[doc] as number) + weight * (weights[at] as number);
    }
  };
  return (asked: readonly WeighedTerm[], shortlist: readonly number[]): Scored => {
    for (let i = 0; i < count; i += 1) scores[touched[i] as number] = 0;
    count = 0;
    for (const one of shortlist) isListed[one] = 1;
    for (const { id, weight } of asked) {
      const end = starts[id + 1] as number;
      for (let at = starts[id] as number; at < end; at += 1)
        if (isListed[owners[at] as number] === 1) add(weight, from[at] as number, from[at + 1] as number);
    }
    for (const one of shortlist) isListed[one] = 0;
    return { touched, count, scores };
  };
}
