/**
 * Knowledge → everything the search needs that takes time to work out, as plain data: it can be kept and read back
 * instead of being computed again.
 */
import type { Knowledge } from '../knowledge/load.ts';
import type { Entry } from '../knowledge/schema.ts';
import { learnWords, type WordLists, wordAnalyser } from './analyser.ts';
import { createPostings, type PackedPostings, type TermCounts } from './postings.ts';
import type { Analyser } from './tokens.ts';
import { UNIT_KINDS, type Unit, unitsOf } from './units.ts';

/** Sets of terms in CSR form: set i holds `terms[starts[i] … starts[i+1]]`, sorted, each with a weight in 0..1. */
export interface TermSets {
  readonly starts: Uint32Array;
  readonly terms: Uint32Array;
  readonly weights: Float32Array;
}

/** The compiled search: no functions and no classes but typed arrays. */
export interface CompiledSearch {
  readonly words: WordLists;
  /** Terms of names, and terms in which people ask. */
  readonly names: readonly string[];
  readonly asked: readonly string[];
  readonly postings: PackedPostings;
  /** For each unit: its record, its kind (an index of UNIT_KINDS) and its part. */
  readonly owner: Uint32Array;
  readonly kind: Uint8Array;
  readonly part: Int16Array;
  /** For each record, from `firstSet[r]` on: its body's terms, those of all its parts together, then of each part. */
  readonly firstSet: Uint32Array;
  readonly sets: TermSets;
  /** For each record, from `firstName[r]` to `firstName[r + 1]`: the terms of each of its names. */
  readonly firstName: Uint32Array;
  readonly nameSets: TermSets;
}

/** All records in the order in which the compiled search numbers them. */
export const recordsOf = ({ concepts, systems, comparisons }: Knowledge): readonly Entry[] => [
  ...concepts,
  ...systems,
  ...comparisons,
];

/** Whether a term is a pair of neighbors: of use between short questions only. */
export const isPair = (term: string): boolean => term.includes('_');

/** Compiles the search of a knowledge base. Takes about a second for some hundred records. */
export function compileSearch(knowledge: Knowledge): CompiledSearch {
  const records = recordsOf(knowledge);
  const words = learnWords(knowledge);
  const analyser = wordAnalyser(knowledge, words);
  const memo = new Map<string, TermCounts>();
  const read: Read = (text) => {
    const known = memo.get(text) ?? analyser.document(text).terms;
    memo.set(text, known);
    return known;
  };
  const units = records.flatMap((record, owner) => unitsOf(record).map((unit) => ({ owner, unit })));
  const builder = createPostings();
  for (const { unit } of units) builder.add(termsOfUnit(unit, read));
  const postings = builder.pack();
  return {
    words,
    ...askedTerms(records, read),
    postings,
    owner: Uint32Array.from(units, ({ owner }) => owner),
    kind: Uint8Array.from(units, ({ unit }) => UNIT_KINDS.indexOf(unit.kind)),
    part: Int16Array.from(units, ({ unit }) => unit.part),
    ...packSets(records, postings, read),
  };
}

type Read = (text: string) => ReturnType<Analyser['document']>['terms'];

function termsOfUnit(unit: Unit, read: Read): TermCounts {
  const terms = new Map<string, number>();
  const long = unit.kind === 'body' || unit.kind === 'facet';
  for (const [text, weight] of unit.texts) {
    for (const piece of text.split('\n')) {
      for (const [term, count] of read(piece))
        if (!long || !isPair(term)) terms.set(term, (terms.get(term) ?? 0) + count * weight);
    }
  }
  return terms;
}

function askedTerms(
  records: readonly Entry[],
  read: Read,
): { readonly names: readonly string[]; readonly asked: readonly string[] } {
  const names = new Set<string>();
  const asked = new Set<string>();
  const learn = (text: string, into: Set<string>) => {
    for (const term of read(text).keys()) if (!isPair(term)) into.add(term);
  };
  for (const record of records) {
    for (const name of [record.name, ...record.aliases]) learn(name, record.type === 'comparison' ? asked : names);
    for (const { title, questions } of record.facets) for (const text of [title, ...questions]) learn(text, asked);
    for (const text of [...record.questions, ...record.misconceptions.map(({ claim }) => claim)]) learn(text, asked);
  }
  return { names: [...names], asked: [...new Set([...asked, ...names])] };
}

/** In a part, the words of its title and questions count whole, those of its answer less. */
const ANSWER_WEIGHT = 0.6;

type WeightedTexts = readonly (readonly [text: string, weight: number])[];

function packSets(
  records: readonly Entry[],
  postings: PackedPostings,
  read: Read,
): Pick<CompiledSearch, 'firstSet' | 'sets' | 'firstName' | 'nameSets'> {
  const ids = new Map(postings.terms.map((term, id) => [term, id]));
  const setOf = (texts: WeightedTexts): Map<number, number> => {
    const set = new Map<number, number>();
    for (const [text, weight] of texts) {
      for (const term of text.split('\n').flatMap((piece) => [...read(piece).keys()])) {
        const id = ids.get(term);
        if (id !== undefined && !isPair(term)) set.set(id, Math.max(weight, set.get(id) ?? 0));
      }
    }
    return set;
  };
  const firstSet: number[] = [];
  const sets: Map<number, number>[] = [];
  const firstName: number[] = [];
  const nameSets: Map<number, number>[] = [];
  for (const record of records) {
    const parts = partTexts(record);
    firstSet.push(sets.length);
    sets.push(
      setOf((unitsOf(record)[0]?.texts ?? []).map(([text]) => [text, 1] as const)),
      setOf(parts.flat()),
      ...parts.map(setOf),
    );
    firstName.push(nameSets.length);
    for (const name of [record.name, ...record.aliases]) nameSets.push(wordsOnly(setOf([[name, 1]]), postings.terms));
  }
  return {
    firstSet: Uint32Array.from(firstSet),
    sets: toCsr(sets),
    firstName: Uint32Array.from([...firstName, nameSets.length]),
    nameSets: toCsr(nameSets),
  };
}

const partTexts = (record: Entry): readonly WeightedTexts[] => [
  ...record.facets.map(
    ({ title, questions, answer }): WeightedTexts => [
      [[title, ...questions].join('\n'), 1],
      [answer, ANSWER_WEIGHT],
    ],
  ),
  ...record.misconceptions.map(
    ({ claim, truth }): WeightedTexts => [
      [claim, 1],
      [truth, ANSWER_WEIGHT],
    ],
  ),
];

/** The words of a name, without the records it names and their fields of meaning. */
function wordsOnly(set: ReadonlyMap<number, number>, terms: readonly string[]): Map<number, number> {
  return new Map([...set].filter(([id]) => !/^[@#]/.test(terms[id] ?? '')));
}

function toCsr(sets: readonly ReadonlyMap<number, number>[]): TermSets {
  const starts = new Uint32Array(sets.length + 1);
  for (const [at, set] of sets.entries()) starts[at + 1] = (starts[at] ?? 0) + set.size;
  const terms = new Uint32Array(starts[sets.length] ?? 0);
  const weights = new Float32Array(terms.length);
  for (const [at, set] of sets.entries()) {
    const sorted = [...set].sort(([a], [b]) => a - b);
    for (const [offset, [term, weight]] of sorted.entries()) {
      terms[(starts[at] ?? 0) + offset] = term;
      weights[(starts[at] ?? 0) + offset] = weight;
    }
  }
  return { starts, terms, weights };
}

/** The weight of a term in a set, 0 where it is not in it: a binary search. */
export function weightIn({ starts, terms, weights }: TermSets, set: number, term: number): number {
  let low = starts[set] as number;
  let high = (starts[set + 1] as number) - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = terms[middle] as number;
    if (found === term) return weights[middle] as number;
    if (found < term) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}
