/** An analysed question → ranked records: units are scored, and the records with the best units judged as wholes. */
import type { Entry } from '../knowledge/schema.ts';
import { type CompiledSearch, isPair, weightIn } from './compile.ts';
import { type Features, scoreOf } from './features.ts';
import { topOf } from './owners.ts';
import type { Ranker } from './rank.ts';
import { stem } from './stem.ts';
import type { Analysis } from './tokens.ts';
import { UNIT_KINDS, type UnitKind } from './units.ts';

/** A record found, how well it fits (0..1) and by which of its parts. */
export interface Match {
  readonly record: Entry;
  readonly score: number;
  readonly features: Features;
  /** The facet or claim that fits best, where one does. */
  readonly part: Part | undefined;
  /** All facets and claims that share a term with the question, in no order. */
  readonly parts: readonly Part[];
}

/** A facet or misconception of a record. */
export interface Part {
  readonly kind: 'facet' | 'claim';
  readonly index: number;
  /** Cosine with the question, 0..1: the part's best question, and its whole text. */
  readonly question: number;
  readonly text: number;
  /** The share of the question that the part holds, 0..1, without the record's own name: by idf, and by how few parts of the record hold it. */
  readonly cover: number;
}

/**
 * How well a part fits, 0..1: by the questions it was written for, by its text, and by what it leaves out. The weights
 * are those that find the facet of a question most often after that question has been taken out of it.
 */
export const partScore = ({ question, text, cover }: Part): number => 0.1 * question + 0.45 * text + 0.45 * cover;

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

/** How many records are judged, and how many of them by their parts; the others share too little with the question. */
const CANDIDATES = 24;
const FINALISTS = 10;
/** Facets and claims that one record may have. */
const PARTS = 32;
const KINDS = UNIT_KINDS.length;
const NONE = 255;
/** Where a record's sets of terms lie behind its first one, the body. */
const ALL_PARTS = 1;
const FIRST_PART = 2;
/** Facet texts count as texts, all other units of a part as its questions. */
const FACET_TEXT = UNIT_KINDS.indexOf('facet');
const KIND = Object.fromEntries(UNIT_KINDS.map((kind, at) => [kind, at])) as Readonly<Record<UnitKind, number>>;

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
    slot: new Uint8Array(records).fill(NONE),
    kinds: new Float32Array(CANDIDATES * KINDS),
    questions: new Float32Array(CANDIDATES * PARTS),
    texts: new Float32Array(CANDIDATES * PARTS),
    shares: new Float64Array(PARTS),
    held: new Float64Array(PARTS),
  };
}

/** The best records for a question, best first, at most `limit`; equal ones by their ids. */
export function matchRecords(index: Index, analysis: Analysis, limit: number): readonly Match[] {
  const chosen = chooseCandidates(index, analysis);
  const asked = readTerms(index, analysis);
  const named = namedRecords(analysis, index);
  const candidates = chosen.map(
    (at, slot): Candidate => ({ at, slot, record: index.records[at] as Entry, asked, named }),
  );
  const judged = candidates.map((candidate) => {
    const features = wholeFeatures(index, candidate);
    return { candidate, features, score: scoreOf(features) };
  });
  judged.sort((a, b) => b.score - a.score);
  const found = judged
    .slice(0, Math.max(FINALISTS, limit))
    .map(({ candidate, features }) => withParts(index, candidate, features));
  for (const at of chosen) index.space.slot[at] = NONE;
  return found.sort((a, b) => b.score - a.score || (a.record.id < b.record.id ? -1 : 1)).slice(0, limit);
}

/** The records with the best single units, their units' scores noted in the workspace. */
function chooseCandidates(
  { compiled: { owner, kind, part }, ranker, space }: Index,
  analysis: Analysis,
): readonly number[] {
  const { touched, count, scores } = ranker.query(analysis.terms);
  const { best, slot, kinds, questions, texts } = space;
  const seen: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const unit = touched[i] as number;
    const record = owner[unit] as number;
    const score = scores[unit] as number;
    if (best[record] === 0) seen.push(record);
    if (score > (best[record] as number)) best[record] = score;
  }
  const chosen = topOf(seen, best, { count: seen.length, limit: CANDIDATES });
  for (const record of seen) best[record] = 0;
  for (const [at, record] of chosen.entries()) slot[record] = at;
  kinds.fill(0);
  questions.fill(0);
  texts.fill(0);
  for (let i = 0; i < count; i += 1) {
    const unit = touched[i] as number;
    const at = slot[owner[unit] as number] as number;
    if (at === NONE) continue;
    const score = scores[unit] as number;
    const unitKind = kind[unit] as number;
    raise(kinds, at * KINDS + unitKind, score);
    const unitPart = part[unit] as number;
    if (unitPart >= 0 && unitPart < PARTS)
      raise(unitKind === FACET_TEXT ? texts : questions, at * PARTS + unitPart, score);
  }
  return chosen;
}

function raise(array: Float32Array, at: number, value: number): void {
  if (value > (array[at] as number)) array[at] = value;
}

/** A term of the question: its number in the index (-1: unknown), its idf, and the record whose name it belongs to. */
interface AskedTerm {
  readonly id: number;
  readonly idf: number;
  readonly nameOf: string | undefined;
  readonly isField: boolean;
  /** Whether it is the name of a record rather than a word. */
  readonly isName: boolean;
}

function readTerms({ ranker }: Index, { terms, mentions, words }: Analysis): readonly AskedTerm[] {
  const names = new Map<string, string>();
  for (const { id, from, to } of mentions) for (const word of words.slice(from, to)) names.set(stem(word), id);
  const asked: AskedTerm[] = [];
  for (const term of terms.keys()) {
    if (isPair(term)) continue;
    const nameOf = term.startsWith('@') ? term.slice(1) : names.get(term);
    asked.push({
      id: ranker.idOf(term),
      idf: ranker.idf(term),
      nameOf,
      isField: term.startsWith('#'),
      isName: term.startsWith('@'),
    });
  }
  return asked;
}

/** Records that the question names: surely 1, perhaps 0.3; a comparison by the share of its sides that are named. */
function namedRecords({ mentions }: Analysis, { compared }: Index): ReadonlyMap<string, number> {
  const named = new Map<string, number>();
  for (const { id, weak } of mentions) named.set(id, Math.max(named.get(id) ?? 0, weak ? 0.3 : 1));
  const sides = [...named].filter(([, weight]) => weight === 1).map(([id]) => id);
  for (const side of sides) {
    for (const comparison of compared.get(side) ?? []) {
      if (comparison.type !== 'comparison' || named.has(comparison.id)) continue;
      const both = comparison.sides.filter((id) => sides.includes(id)).length;
      if (both > 1) named.set(comparison.id, both / comparison.sides.length);
    }
  }
  return named;
}

interface Candidate {
  readonly at: number;
  readonly slot: number;
  readonly record: Entry;
  readonly asked: readonly AskedTerm[];
  readonly named: ReadonlyMap<string, number>;
}

/** The features of a record as a whole; those of its parts are still 0. */
function wholeFeatures(index: Index, candidate: Candidate): Features {
  const { slot, named, record } = candidate;
  const { kinds } = index.space;
  const kind = (name: UnitKind) => kinds[slot * KINDS + KIND[name]] as number;
  const own = named.get(record.id) ?? 0;
  const facetQuestion = Math.max(kind('facet-question'), kind('claim'));
  return {
    body: kind('body'),
    question: kind('question'),
    facet: kind('facet'),
    facetQuestion,
    best: Math.max(kind('question'), facetQuestion),
    named: own * index.telling(record.id),
    only: own === 1 && sureNames(named) === 1 ? 1 : 0,
    coverage: coverageOf(index, candidate),
    asked: askedOf(index, candidate),
    title: titleOf(index, candidate),
    part: 0,
    second: 0,
    fit: kind('question'),
    comparison: record.type === 'comparison' ? 1 : 0,
  };
}

/** The match of a record, judged with its parts. */
function withParts(index: Index, candidate: Candidate, whole: Features): Match {
  const parts = partsOf(index, candidate);
  const part = bestOf(parts);
  const score = part ? partScore(part) : 0;
  const features = { ...whole, part: score, second: secondOf(parts), fit: Math.max(whole.question, score) };
  return { record: candidate.record, score: scoreOf(features), features, part, parts };
}

/** The score of the second best part. */
function secondOf(parts: readonly Part[]): number {
  let first = 0;
  let second = 0;
  for (const part of parts) {
    const score = partScore(part);
    second = Math.max(second, Math.min(first, score));
    first = Math.max(first, score);
  }
  return second;
}

const sureNames = (named: ReadonlyMap<string, number>): number =>
  [...named.values()].filter((weight) => weight === 1).length;

const bestOf = (parts: readonly Part[]): Part | undefined =>
  parts.reduce<Part | undefined>((best, part) => (best && partScore(best) >= partScore(part) ? best : part), undefined);

/** The parts of a record that share a term with the question, each with how much of the question it holds. */
function partsOf(index: Index, candidate: Candidate): readonly Part[] {
  const { space } = index;
  const { slot, record } = candidate;
  const facets = record.facets.length;
  const count = Math.min(facets + record.misconceptions.length, PARTS);
  const all = sumShares(index, candidate, count);
  const parts: Part[] = [];
  for (let part = 0; part < count; part += 1) {
    const question = space.questions[slot * PARTS + part] as number;
    const text = space.texts[slot * PARTS + part] as number;
    if (question === 0 && text === 0) continue;
    const cover = all === 0 ? 0 : (space.shares[part] as number) / all;
    parts.push({
      kind: part < facets ? 'facet' : 'claim',
      index: part < facets ? part : part - facets,
      question,
      text,
      cover,
    });
  }
  return parts;
}

/** Notes in the workspace how much of the question each part holds, and gives how much there is to hold. */
function sumShares(
  { compiled, space: { shares, held } }: Index,
  { at, asked, record }: Candidate,
  count: number,
): number {
  const first = (compiled.firstSet[at] as number) + FIRST_PART;
  let all = 0;
  shares.fill(0);
  for (const { id, idf, nameOf, isField } of asked) {
    if (nameOf === record.id) continue;
    let holders = 0;
    for (let part = 0; part < count; part += 1) {
      const weight = id < 0 ? 0 : weightIn(compiled.sets, first + part, id);
      held[part] = weight;
      if (weight > 0) holders += 1;
    }
    // A word that stands in every part of the record tells none of them from the others.
    const weight = (isField ? 0.5 : 1) * idf * Math.log(1 + count / Math.max(1, holders));
    all += weight;
    if (holders > 0)
      for (let part = 0; part < count; part += 1)
        shares[part] = (shares[part] as number) + weight * (held[part] as number);
  }
  return all;
}

/** The share of the question's meaning, by idf, that the record's text holds. */
function coverageOf({ compiled: { sets, firstSet } }: Index, { at, asked }: Candidate): number {
  let held = 0;
  let all = 0;
  for (const { id, idf } of asked) {
    all += idf;
    if (id >= 0) held += idf * weightIn(sets, firstSet[at] as number, id);
  }
  return all === 0 ? 0 : held / all;
}

/** The share of the question's words, by idf, that stand in any of the record's facets. */
function askedOf({ compiled: { sets, firstSet } }: Index, { at, asked }: Candidate): number {
  let held = 0;
  let all = 0;
  for (const { id, idf, isName } of asked) {
    if (isName) continue;
    all += idf;
    if (id >= 0) held += idf * weightIn(sets, (firstSet[at] as number) + ALL_PARTS, id);
  }
  return all === 0 ? 0 : held / all;
}

/** A name of one word tells less than one of several. */
const ONE_WORD = 0.6;

/** The largest share, by idf, of one of the record's names that the question's words make up. */
function titleOf({ compiled: { firstName, nameSets }, ranker }: Index, { at, asked }: Candidate): number {
  let best = 0;
  for (let name = firstName[at] as number; name < (firstName[at + 1] as number); name += 1) {
    const start = nameSets.starts[name] as number;
    const end = nameSets.starts[name + 1] as number;
    let held = 0;
    let all = 0;
    for (let i = start; i < end; i += 1) {
      const term = nameSets.terms[i] as number;
      const idf = ranker.idfAt(term);
      all += idf;
      if (asked.some(({ id }) => id === term)) held += idf;
    }
    if (all > 0) best = Math.max(best, (held / all) * (end - start > 1 ? 1 : ONE_WORD));
  }
  return best;
}
