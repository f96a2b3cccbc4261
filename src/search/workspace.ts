/** What a question is matched against and with: the index, and arrays that every query uses again. */
import type { Entry } from '../knowledge/schema.ts';
import type { CompiledSearch } from './compile.ts';
import type { createLearned } from './learned.ts';
import type { PassageFacts } from './passages.ts';
import type { Ranker } from './rank.ts';
import type { Sense } from './sense.ts';

/** The index a question is matched against. */
export interface Index {
  readonly records: readonly Entry[];
  readonly compiled: CompiledSearch;
  readonly facts: readonly PassageFacts[];
  readonly ranker: Ranker;
  readonly learned: ReturnType<typeof createLearned>;
  /** Reads sentences as a whole; undefined where the base has no sentence model. */
  readonly sense: Sense | undefined;
  /** How much it tells that a record is named, 0..1: little of layer 2, which every other text names. */
  readonly telling: (id: string) => number;
  /** For each side, the comparisons it stands in. */
  readonly compared: ReadonlyMap<string, readonly Entry[]>;
  readonly space: Workspace;
}

/** How many records are looked at; the others share too little with the question. */
export const CANDIDATES = 20;
/** How many of their facets and misconceptions are. */
export const PARTS = 50;
/** How many passages are judged by all measures: the most promising by their texts and by what was learned. */
export const JUDGED = 18;
/** How many of them are held against each of their questions, by words and by meaning. */
export const FINALISTS = 8;
/** Passages that one record may have: the whole, its facets and its misconceptions. */
export const PASSAGES = 112;

/** Arrays that every query uses again: a query allocates nothing that grows with the base. */
export interface Workspace {
  /** For each record the best value of one of its passages, whatever is looked for; all 0 between uses. */
  readonly best: Float32Array;
  /** For each passage that is looked at how promising it is; of others, anything. */
  readonly promise: Float32Array;
  /** For each term its weight in the question; all 0 between queries. */
  readonly weights: Float32Array;
  /** For each passage of one record: how much of the question it is asked with, holds, and holds beside its neighbors. */
  readonly asked: Float64Array;
  readonly held: Float64Array;
  readonly apart: Float64Array;
  /** How many of the other records that the question names it speaks of. */
  readonly names: Float64Array;
}

/** A workspace for so many records, passages and terms. */
export function createWorkspace(size: {
  readonly records: number;
  readonly passages: number;
  readonly terms: number;
}): Workspace {
  return {
    best: new Float32Array(size.records),
    promise: new Float32Array(size.passages),
    weights: new Float32Array(size.terms),
    asked: new Float64Array(PASSAGES),
    held: new Float64Array(PASSAGES),
    apart: new Float64Array(PASSAGES),
    names: new Float64Array(PASSAGES),
  };
}
