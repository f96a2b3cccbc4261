/**
 * TF-IDF over an inverted index. Postings lie in CSR typed arrays with weights already divided by the document's norm,
 * so that a query is one loop over the postings of its terms: its cost grows with the postings touched, not with the
 * number of documents.
 *
 * Weight of a term in a document: (1 + ln tf) · idf, with idf = 1 + ln(N / (1 + df)), the formula of natural's TfIdf;
 * documents and queries are divided by their Euclidean length, so a score is a cosine in 0..1
 * (Manning, Raghavan, Schütze: Introduction to Information Retrieval, 6.3 and 6.4).
 */

/** A document: its terms with their (field-weighted) counts. */
export type TermCounts = ReadonlyMap<string, number>;

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
  /** Cosines of all documents that share a term with the query. Terms with their counts or weights. */
  query(terms: TermCounts): Scored;
  /** The postings as plain arrays, for storing. */
  pack(): PackedPostings;
}

/** The index as data: what `pack` gives and `unpackRanker` takes. */
export interface PackedPostings {
  readonly size: number;
  readonly terms: readonly string[];
  readonly starts: Uint32Array;
  readonly docs: Uint32Array;
  readonly weights: Float32Array;
}

/** Builds the index over a list of documents. */
export function createRanker(documents: readonly TermCounts[]): Ranker {
  const ids = new Map<string, number>();
  const frequency: number[] = [];
  for (const document of documents) {
    for (const term of document.keys()) {
      const id = ids.get(term);
      if (id === undefined) {
        ids.set(term, frequency.length);
        frequency.push(1);
      } else frequency[id] = (frequency[id] ?? 0) + 1;
    }
  }
  const starts = new Uint32Array(frequency.length + 1);
  for (const [id, count] of frequency.entries()) starts[id + 1] = (starts[id] ?? 0) + count;
  const total = starts[frequency.length] ?? 0;
  const docs = new Uint32Array(total);
  const weights = new Float32Array(total);
  const cursor = starts.slice();
  for (const [doc, document] of documents.entries()) {
    const norm = Math.sqrt(
      sumOf(document, (term, tf) => weigh(tf, idfOf(documents.length, frequency[ids.get(term) ?? 0] ?? 0)) ** 2),
    );
    for (const [term, tf] of document) {
      const id = ids.get(term) ?? 0;
      const at = cursor[id] ?? 0;
      docs[at] = doc;
      weights[at] = weigh(tf, idfOf(documents.length, frequency[id] ?? 0)) / (norm || 1);
      cursor[id] = at + 1;
    }
  }
  return unpackRanker({ size: documents.length, terms: [...ids.keys()], starts, docs, weights });
}

/** The index over postings that were stored. */
export function unpackRanker(packed: PackedPostings): Ranker {
  const { size, starts, docs, weights } = packed;
  const ids = new Map(packed.terms.map((term, id) => [term, id]));
  const scores = new Float32Array(size);
  const touched = new Uint32Array(size);
  let count = 0;
  const df = (id: number) => (starts[id + 1] ?? 0) - (starts[id] ?? 0);
  const idf = (term: string) => {
    const id = ids.get(term);
    return idfOf(size, id === undefined ? 0 : df(id));
  };
  return {
    size,
    idf,
    idfAt: (id) => idfOf(size, df(id)),
    idOf: (term) => ids.get(term) ?? -1,
    pack: () => packed,
    query(terms) {
      for (let i = 0; i < count; i += 1) scores[touched[i] ?? 0] = 0;
      count = 0;
      const norm = Math.sqrt(sumOf(terms, (term, tf) => weigh(tf, idf(term)) ** 2)) || 1;
      for (const [term, tf] of terms) {
        const id = ids.get(term);
        if (id === undefined) continue;
        const weight = weigh(tf, idfOf(size, df(id))) / norm;
        const end = starts[id + 1] ?? 0;
        for (let at = starts[id] ?? 0; at < end; at += 1) {
          const doc = docs[at] as number;
          if (scores[doc] === 0) touched[count++] = doc;
          scores[doc] = (scores[doc] as number) + weight * (weights[at] as number);
        }
      }
      return { touched, count, scores };
    },
  };
}

/** Counts below one are weights of guessed terms and stay linear. */
const weigh = (tf: number, idf: number) => (tf > 1 ? 1 + Math.log(tf) : tf) * idf;

const idfOf = (size: number, df: number) => 1 + Math.log(Math.max(size, 1) / (1 + df));

function sumOf(terms: TermCounts, of: (term: string, count: number) => number): number {
  let sum = 0;
  for (const [term, count] of terms) sum += of(term, count);
  return sum;
}
