/** What a question is matched against and with: the index, and arrays that every query uses again. */
import type { Entry } from '../knowledge/schema.ts';
import type { CompiledSearch } from './compile.ts';
import type { Ranker } from './rank.ts';
import { UNIT_KINDS, type UnitKind } from './units.ts';

/** The index a question is matched against. */
export interface Index {
  readonly records: readonly Entry[];
  readonly compiled: CompiledSearch;
  readonly ranker: Ranker;
  /** How much it tells that a record is named, 0..1: little of layer 2, which every other text names. */
  readonly telling: (id: string) => number;
  /** For each side, the comparisons it stands in. */
  readonly compared: ReadonlyMap<string, readonly Entry[]>;
  readonly space: Workspace;
}

/** How many records are judged; the others share too little with the question. */
export const CANDIDATES = 24;
/** Facets and claims that one record may have. */
export const PARTS = 32;
export const KINDS = UNIT_KINDS.length;
/** The place of a record that is no candidate. */
export const NO_SLOT = 255;
/** Where a record's sets of terms lie behind its first one, the body. */
export const ALL_PARTS = 1;
export const FIRST_PART = 2;
/** The number of each kind of unit. */
export const KIND = Object.fromEntries(UNIT_KINDS.map((kind, at) => [kind, at])) as Readonly<Record<UnitKind, number>>;

/** Arrays that every query uses again: a query allocates nothing that grows with the base. */
export interface Workspace {
  /** For each record its best unit in this query, and its place among the candidates. */
  readonly best: Float32Array;
  readonly slot: Uint8Array;
  readonly kinds: Float32Array;
  readonly questions: Float32Array;
  readonly texts: Float32Array;
  /** For each part of one record: how much of the question it holds, and how much of one term. */
  readonly shares: Float64Array;
  readonly held: Float64Array;
}

/** A workspace for a number of records. */
export function createWorkspace(records: number): Workspace {
  return {
    best: new Float32Array(records),
    slot: new Uint8Array(records).fill(NO_SLOT),
    kinds: new Float32Array(CANDIDATES * KINDS),
    questions: new Float32Array(CANDIDATES * PARTS),
    texts: new Float32Array(CANDIDATES * PARTS),
    shares: new Float64Array(PARTS),
    held: new Float64Array(PARTS),
  };
}

/** A term of the question: its number in the index (-1: unknown), its idf, and the record whose name it belongs to. */
export interface AskedTerm {
  readonly id: number;
  readonly idf: number;
  readonly nameOf: string | undefined;
  readonly isField: boolean;
  /** Whether it is the name of a record rather than a word. */
  readonly isName: boolean;
}

/** A record that is judged: its number, its place in the workspace, the question's terms and the records it names. */
export interface Candidate {
  readonly at: number;
  readonly slot: number;
  readonly record: Entry;
  readonly asked: readonly AskedTerm[];
  readonly named: ReadonlyMap<string, number>;
}
