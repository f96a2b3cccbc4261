/**
 * Knowledge → everything the search needs that takes time to work out, as plain data: it can be kept and read back
 * instead of being computed again.
 */
import { lazyEncoder } from '../encoder/encoder.ts';
import type { Knowledge } from '../knowledge/load.ts';
import type { Entry } from '../knowledge/schema.ts';
import type { VectorTable } from '../knowledge/vectors.ts';
import { learnWords, type WordLists, wordAnalyser } from './analyser.ts';
import { type PackedLearned, packLearned } from './learned.ts';
import { coarse, createSum, meanOf, quantize } from './meaning.ts';
import { type PackedOdds, packOdds } from './odds.ts';
import { groupByOwner, type OwnerPostings } from './owners.ts';
import { type PassageTexts, passageName, passagesOf } from './passage-texts.ts';
import { ownTerms, type Phrasings, packPhrasings } from './phrasings.ts';
import { type PassageTerms, packPlaces } from './places.ts';
import { createPostings, type PackedPostings, type TermCounts } from './postings.ts';
import { packSameTerms, type SameTerms } from './same-terms.ts';
import { type PackedSense, packSense } from './sense.ts';
import { packSets, type TermSets } from './sets.ts';
import type { Read } from './tokens.ts';
import { packLines } from './verbatim.ts';

/** The compiled search: no functions and no classes but typed arrays. */
export interface CompiledSearch {
  readonly words: WordLists;
  /** Terms of names, and terms in which people ask. */
  readonly names: readonly string[];
  readonly asked: readonly string[];
  /** One document a passage. */
  readonly postings: PackedPostings;
  /** For each passage its record; for each record its first passage, and at the end the number of passages. */
  readonly owner: Uint32Array;
  readonly first: Uint32Array;
  /** The postings by record. */
  readonly owners: OwnerPostings;
  readonly places: PassageTerms;
  readonly phrasings: Phrasings;
  readonly sameTerms: SameTerms;
  /** For each phrasing the hash of its words as one line. */
  readonly lines: Uint32Array;
  /** For each passage, from `p * dims` on, the mean direction of its title and questions, in 127ths. */
  readonly directions: Int8Array;
  /** For each phrasing its coarse direction. */
  readonly spoken: Int8Array;
  /** For each passage the words of its title, without its record's name. */
  readonly titles: TermSets;
  /** For each record, from `firstName[r]` to `firstName[r + 1]`: the terms of each of its names. */
  readonly firstName: Uint32Array;
  readonly nameSets: TermSets;
  readonly learned: PackedLearned;
  readonly sense: PackedSense;
  /** How much each stem speaks for the field. */
  readonly odds: PackedOdds;
}

/** All records in the order in which the compiled search numbers them. */
export const recordsOf = ({ concepts, systems, comparisons }: Knowledge): readonly Entry[] => [
  ...concepts,
  ...systems,
  ...comparisons,
];

/** Compiles the search of a knowledge base. Takes some seconds for the shipped base. */
export function compileSearch(knowledge: Knowledge): CompiledSearch {
  const records = recordsOf(knowledge);
  const words = learnWords(knowledge);
  const read = memoized(wordAnalyser(knowledge, words).document);
  const passages = records.map(passagesOf);
  const builder = createPostings();
  for (const passage of passages.flat()) builder.add(termsOf(passage, read));
  const postings = builder.pack();
  const idOf = (term: string) => builder.idOf(term);
  const owner = Uint32Array.from(passages.flatMap((of, record) => of.map(() => record)));
  const named = records.flatMap((record, at) =>
    (passages[at] ?? []).map((one) => [passageName(record, one), one] as const),
  );
  const phrasings = packPhrasings(records, passages, { idOf, read, postings });
  return {
    words,
    ...askedTerms(records, passages, read),
    postings,
    owner,
    first: firstOf(passages),
    owners: groupByOwner(postings, owner),
    places: packPlaces(passages, { idOf, read }),
    phrasings,
    sameTerms: packSameTerms(phrasings),
    lines: packLines(passages.flat(), read),
    ...directionsOf(passages.flat(), { vectors: knowledge.vectors, read }),
    titles: packSets(
      records.flatMap(({ id }, at) =>
        (passages[at] ?? []).map(({ title }) => contentOf(read(title), { idOf, except: id })),
      ),
    ),
    ...namesOf(records, { idOf, read }),
    learned: packLearned({ learned: knowledge.learned, passages: named, indexed: postings.terms, read }),
    sense: packSense({ tables: knowledge.sense, encoder: lazyEncoder(knowledge.encoder), passages: named, read }),
    odds: packOdds(
      passages.flat().flatMap(({ questions }) => questions.map((text) => read(text).words)),
      knowledge.outside.flatMap(({ examples }) => examples.map((text) => read(text).words)),
    ),
  };
}

/** Reads a text of a record once, however often it is asked for. */
export type ReadText = (text: string) => Read;

function memoized(read: ReadText): ReadText {
  const memo = new Map<string, Read>();
  return (text) => {
    const known = memo.get(text) ?? read(text);
    memo.set(text, known);
    return known;
  };
}

function firstOf(passages: readonly (readonly PassageTexts[])[]): Uint32Array {
  const first = new Uint32Array(passages.length + 1);
  for (const [record, of] of passages.entries()) first[record + 1] = (first[record] as number) + of.length;
  return first;
}

/** The terms of a passage's texts, each text counted by its weight. */
function termsOf({ texts }: PassageTexts, read: ReadText): TermCounts {
  const terms = new Map<string, number>();
  for (const [text, weight] of texts) {
    for (const piece of text.split('\n'))
      for (const [term, count] of read(piece).terms) terms.set(term, (terms.get(term) ?? 0) + count * weight);
  }
  return terms;
}

function askedTerms(
  records: readonly Entry[],
  passages: readonly (readonly PassageTexts[])[],
  read: ReadText,
): { readonly names: readonly string[]; readonly asked: readonly string[] } {
  const names = new Set<string>();
  const asked = new Set<string>();
  const learn = (text: string, into: Set<string>) => {
    for (const term of read(text).terms.keys()) into.add(term);
  };
  for (const record of records)
    for (const name of [record.name, ...record.aliases]) learn(name, record.type === 'comparison' ? asked : names);
  for (const { title, questions } of passages.flat()) for (const text of [title, ...questions]) learn(text, asked);
  return { names: [...names], asked: [...new Set([...asked, ...names])] };
}

function directionsOf(
  passages: readonly PassageTexts[],
  { vectors, read }: { vectors: VectorTable; read: ReadText },
): Pick<CompiledSearch, 'directions' | 'spoken'> {
  const { dims } = vectors;
  const sum = createSum(vectors);
  const directions = new Int8Array(passages.length * dims);
  const { length: half } = coarse(new Float32Array(dims));
  const spoken = new Int8Array(passages.flatMap(({ questions }) => questions).length * half);
  let phrasing = 0;
  for (const [at, { title, questions }] of passages.entries()) {
    const asked = questions.map((text) => sum(read(text).words));
    directions.set(quantize(meanOf([sum(read(title).words), ...asked], dims)), at * dims);
    for (const direction of asked) {
      spoken.set(quantize(coarse(direction)), phrasing * half);
      phrasing += 1;
    }
  }
  return { directions, spoken };
}

type IdOf = (term: string) => number | undefined;

/** The words of a text, without names of records, fields of meaning and the words of one record's name. */
function contentOf(
  { words, mentions, terms }: Read,
  { idOf, except }: { idOf: IdOf; except?: string },
): ReadonlySet<number> {
  const own = new Set(ownTerms({ words, mentions }, except));
  const ids = [...terms.keys()]
    .filter((term) => !/[@#]/.test(term) && !own.has(term))
    .flatMap((term) => idOf(term) ?? []);
  return new Set(ids);
}

function namesOf(
  records: readonly Entry[],
  { idOf, read }: { idOf: IdOf; read: ReadText },
): Pick<CompiledSearch, 'firstName' | 'nameSets'> {
  const firstName: number[] = [];
  const names: ReadonlySet<number>[] = [];
  for (const record of records) {
    firstName.push(names.length);
    for (const name of [record.name, ...record.aliases]) names.push(contentOf(read(name), { idOf }));
  }
  return { firstName: Uint32Array.from([...firstName, names.length]), nameSets: packSets(names) };
}
