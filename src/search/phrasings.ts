/**
 * The questions that passages were written for, as sparse vectors: how near is what is asked to one of them? Kept by
 * passage, not by term: only the passages of the few records that are judged are looked at. Each vector has two lengths,
 * with the name of its record and without, as people leave out the name where it is clear, and add it where it is not.
 */
import type { Entry } from '../knowledge/schema.ts';
import type { ReadText } from './compile.ts';
import type { PassageTexts } from './passage-texts.ts';
import { idfOf, type PackedPostings, weigh } from './postings.ts';
import { stem } from './stem.ts';
import type { Read } from './tokens.ts';

/** Passage p has the phrasings i from `first[p]` to `first[p + 1]`; phrasing i has the terms from `starts[i]` on. */
export interface Phrasings {
  readonly first: Uint32Array;
  readonly starts: Uint32Array;
  readonly terms: Uint32Array;
  readonly weights: Float32Array;
  /** 1 for a term that belongs to the name of the phrasing's record. */
  readonly own: Uint8Array;
  /** Euclidean lengths, whole and without the name. */
  readonly norms: Float32Array;
  readonly restNorms: Float32Array;
}

/** The terms of a text that belong to the name of one record. */
export function ownTerms(
  { words, mentions }: Pick<Read, 'words' | 'mentions'>,
  id: string | undefined,
): readonly string[] {
  if (id === undefined) return [];
  const named = mentions.filter((mention) => mention.id === id);
  return [`@${id}`, ...named.flatMap(({ from, to }) => words.slice(from, to).map(stem))];
}

/** Packs the phrasings of all passages of all records. */
export function packPhrasings(
  records: readonly Entry[],
  passages: readonly (readonly PassageTexts[])[],
  { idOf, read, postings }: { idOf: (term: string) => number | undefined; read: ReadText; postings: PackedPostings },
): Phrasings {
  const first = [0];
  const starts = [0];
  const terms: number[] = [];
  const weights: number[] = [];
  const own: number[] = [];
  const norms: number[] = [];
  const restNorms: number[] = [];
  const idfAt = (id: number) =>
    idfOf(postings.size, (postings.starts[id + 1] as number) - (postings.starts[id] as number));
  for (const [at, record] of records.entries()) {
    for (const { questions } of passages[at] ?? []) {
      for (const question of questions) {
        const text = read(question);
        const named = new Set(ownTerms(text, record.id));
        let squares = 0;
        let rest = 0;
        for (const [term, count] of text.terms) {
          const id = idOf(term);
          if (id === undefined) continue;
          const weight = weigh(count, idfAt(id));
          const isOwn = named.has(term);
          terms.push(id);
          weights.push(weight);
          own.push(isOwn ? 1 : 0);
          squares += weight ** 2;
          if (!isOwn) rest += weight ** 2;
        }
        starts.push(terms.length);
        norms.push(Math.sqrt(squares));
        restNorms.push(Math.sqrt(rest));
      }
      first.push(norms.length);
    }
  }
  return {
    first: Uint32Array.from(first),
    starts: Uint32Array.from(starts),
    terms: Uint32Array.from(terms),
    weights: Float32Array.from(weights),
    own: Uint8Array.from(own),
    norms: Float32Array.from(norms),
    restNorms: Float32Array.from(restNorms),
  };
}
