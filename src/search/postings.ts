/** Documents → postings: CSR typed arrays with weights already divided by each document's Euclidean length. */

/** A document: its terms with their (field-weighted) counts. */
export type TermCounts = ReadonlyMap<string, number>;

/** The index as plain data. */
export interface PackedPostings {
  readonly size: number;
  readonly terms: readonly string[];
  readonly starts: Uint32Array;
  readonly docs: Uint32Array;
  readonly weights: Float32Array;
}

/** Takes documents one after the other, so that none of them has to be kept as a Map. */
export interface PostingsBuilder {
  /** Adds a document, which gets the next number. */
  add(document: TermCounts): void;
  /** The number of a term that was seen. */
  idOf(term: string): number | undefined;
  pack(): PackedPostings;
}

interface CountedTerms {
  readonly ids: Uint32Array;
  readonly counts: Float32Array;
}

/** An empty builder of postings. */
export function createPostings(): PostingsBuilder {
  const ids = new Map<string, number>();
  const frequency: number[] = [];
  const documents: CountedTerms[] = [];
  const countIn = (term: string): number => {
    const id = ids.get(term) ?? frequency.length;
    if (id === frequency.length) ids.set(term, id);
    frequency[id] = (frequency[id] ?? 0) + 1;
    return id;
  };
  return {
    add(document) {
      documents.push({
        ids: Uint32Array.from(document.keys(), countIn),
        counts: Float32Array.from(document.values()),
      });
    },
    idOf: (term) => ids.get(term),
    pack: () => packPostings([...ids.keys()], frequency, documents),
  };
}

function packPostings(
  terms: readonly string[],
  frequency: readonly number[],
  documents: readonly CountedTerms[],
): PackedPostings {
  const size = documents.length;
  const idfs = Float64Array.from(frequency, (df) => idfOf(size, df));
  const starts = new Uint32Array(terms.length + 1);
  for (const [id, count] of frequency.entries()) starts[id + 1] = (starts[id] as number) + count;
  const docs = new Uint32Array(starts[terms.length] as number);
  const weights = new Float32Array(docs.length);
  const cursor = starts.slice();
  for (const [doc, { ids, counts }] of documents.entries()) {
    const weighed = Float64Array.from(ids, (id, i) => weigh(counts[i] as number, idfs[id] as number));
    const norm = Math.sqrt(weighed.reduce((sum, weight) => sum + weight ** 2, 0)) || 1;
    for (const [i, id] of ids.entries()) {
      const at = cursor[id] as number;
      docs[at] = doc;
      weights[at] = (weighed[i] as number) / norm;
      cursor[id] = at + 1;
    }
  }
  return { size, terms, starts, docs, weights };
}

/** The weight of a term: counts below one are weights of guessed terms and stay linear. */
export const weigh = (tf: number, idf: number): number => (tf > 1 ? 1 + Math.log(tf) : tf) * idf;

/** The inverse document frequency of a term that stands in `df` of `size` documents. */
export const idfOf = (size: number, df: number): number => 1 + Math.log(Math.max(size, 1) / (1 + df));
