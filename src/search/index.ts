/**
 * Text → ranked records. One index holds the units of all records; a query scores the units it shares a term with, and
 * a record is judged by its best units together. Pure: no input or output, no clock.
 */
import type { Knowledge } from '../knowledge/load.ts';
import type { Entry } from '../knowledge/schema.ts';
import { analyserFor } from './analyser.ts';
import { type Evidence, evidenceOf, type Vocabulary } from './evidence.ts';
import { type Features, scoreOf } from './features.ts';
import { coverOf, partsOfRecord, type RecordParts, restOf } from './parts.ts';
import { createRanker, type Ranker } from './rank.ts';
import { stem } from './stem.ts';
import type { Analyser, Analysis } from './tokens.ts';
import { UNIT_KINDS, type Unit, type UnitKind, unitsOf } from './units.ts';

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

/** The facet or misconception of a record that fits a question best. */
export interface Part {
  readonly kind: 'facet' | 'claim';
  readonly index: number;
  /** Cosine with the question, 0..1: the part's best question, and its whole text. */
  readonly question: number;
  readonly text: number;
  /** The share of the question, by idf and without the record's own name, that the part holds, 0..1. */
  readonly cover: number;
}

/** Why a record was found. */
export interface Why {
  /** Stems and names that the question shares with the record, weightiest first. */
  readonly terms: readonly string[];
  /** Content words of the question that the record lacks. */
  readonly missing: readonly string[];
}

/** The search over one knowledge base. */
export interface Search {
  readonly analyser: Analyser;
  /** The best records for a question, best first, at most `limit`. */
  match(analysis: Analysis, limit?: number): readonly Match[];
  why(analysis: Analysis, record: Entry): Why;
  /** How much in a question points at the field at all. */
  evidence(analysis: Analysis): Evidence;
}

/** Builds the search; everything that can be computed once is. */
export function createSearch(knowledge: Knowledge): Search {
  const analyser = analyserFor(knowledge);
  const records: readonly Entry[] = [...knowledge.concepts, ...knowledge.systems, ...knowledge.comparisons];
  const index = buildIndex(records, analyser);
  const vocabulary = vocabularyOf(knowledge, { records, analyser, ranker: index.ranker });
  return {
    analyser,
    match: (analysis, limit = 10) => matchRecords(index, analysis, limit),
    why: (analysis, record) => explain(index, analysis, record),
    evidence: (analysis) => evidenceOf(analysis, vocabulary),
  };
}

function vocabularyOf(
  knowledge: Knowledge,
  { records, analyser, ranker }: { records: readonly Entry[]; analyser: Analyser; ranker: Ranker },
): Vocabulary {
  const names = new Set<string>();
  const asked = new Set<string>();
  const learn = (text: string, into: Set<string>) => {
    for (const term of analyser.document(text).terms.keys()) if (!term.includes('_')) into.add(term);
  };
  for (const record of records) {
    for (const name of [record.name, ...record.aliases]) learn(name, record.type === 'comparison' ? asked : names);
    for (const { title, questions } of record.facets) for (const text of [title, ...questions]) learn(text, asked);
    for (const text of [...record.questions, ...record.misconceptions.map(({ claim }) => claim)]) learn(text, asked);
  }
  for (const name of names) asked.add(name);
  const coins = knowledge.systems
    .filter(({ classification }) => classification.layer === 'layer-1')
    .map(({ id }) => id);
  return {
    names,
    asked,
    jargon: new Set(knowledge.lexicon.jargon),
    coins: new Set([...coins, ...knowledge.assets.map(({ id }) => id)]),
    idf: ranker.idf,
  };
}

interface Index {
  readonly records: readonly Entry[];
  readonly ranker: Ranker;
  /** For each unit: its record, its kind and its part. */
  readonly owner: Uint32Array;
  readonly kind: Uint8Array;
  readonly part: Int16Array;
  readonly position: ReadonlyMap<string, number>;
  /** How much it tells that a record is named, 0..1: little of layer 2, which every other text names. */
  readonly telling: (id: string) => number;
  /** The facets and claims of each record. */
  readonly parts: readonly RecordParts[];
  /** Terms of each record's body. */
  readonly bodies: readonly ReadonlySet<string>[];
}

function buildIndex(records: readonly Entry[], analyser: Analyser): Index {
  const units = records.flatMap((record, owner) => unitsOf(record).map((unit) => ({ owner, unit })));
  const documents = units.map(({ unit }) => termsOf(unit, analyser));
  const bodies = documents.filter((_, at) => units[at]?.unit.kind === 'body').map((terms) => new Set(terms.keys()));
  const ranker = createRanker(documents);
  const rarest = ranker.idf('');
  return {
    records,
    ranker,
    telling: (id) => ranker.idf(`@${id}`) / rarest,
    owner: Uint32Array.from(units, ({ owner }) => owner),
    kind: Uint8Array.from(units, ({ unit }) => UNIT_KINDS.indexOf(unit.kind)),
    part: Int16Array.from(units, ({ unit }) => unit.part),
    position: new Map(records.map(({ id }, at) => [id, at])),
    bodies,
    parts: records.map((record) => partsOfRecord(record, analyser)),
  };
}

function termsOf(unit: Unit, analyser: Analyser): ReadonlyMap<string, number> {
  const terms = new Map<string, number>();
  for (const [text, weight] of unit.texts) {
    for (const piece of text.split('\n')) {
      for (const [term, count] of analyser.document(piece).terms) {
        // Pairs tell one short question from another; in a long text they only take room.
        if (term.includes('_') && (unit.kind === 'body' || unit.kind === 'facet')) continue;
        terms.set(term, (terms.get(term) ?? 0) + count * weight);
      }
    }
  }
  return terms;
}

function matchRecords(index: Index, analysis: Analysis, limit: number): readonly Match[] {
  const best = bestUnits(index, analysis);
  const named = namedRecords(analysis, index);
  const found: Match[] = [];
  for (const [at, units] of best) {
    const record = index.records[at];
    if (record) found.push(judge(index, analysis, { at, record, units, named }));
  }
  return found.sort((a, b) => b.score - a.score || (a.record.id < b.record.id ? -1 : 1)).slice(0, limit);
}

/** For one record: the best cosine of each kind of unit, and the cosines of its parts. */
interface Best {
  readonly kinds: Float64Array;
  readonly parts: Map<string, { question: number; text: number }>;
}

const CANDIDATES = 40;

function bestUnits(index: Index, analysis: Analysis): ReadonlyMap<number, Best> {
  const { touched, count, scores } = index.ranker.query(analysis.terms);
  const top = new Map<number, number>();
  for (let i = 0; i < count; i += 1) {
    const unit = touched[i] as number;
    const owner = index.owner[unit] as number;
    const score = scores[unit] as number;
    if (score > (top.get(owner) ?? 0)) top.set(owner, score);
  }
  const chosen = new Map<number, Best>(
    [...top]
      .sort((a, b) => b[1] - a[1])
      .slice(0, CANDIDATES)
      .map(([owner]) => [owner, { kinds: new Float64Array(UNIT_KINDS.length), parts: new Map() }]),
  );
  for (let i = 0; i < count; i += 1) {
    const unit = touched[i] as number;
    const best = chosen.get(index.owner[unit] as number);
    if (best)
      note(best, UNIT_KINDS[index.kind[unit] as number] ?? 'body', index.part[unit] as number, scores[unit] as number);
  }
  return chosen;
}

function note({ kinds, parts }: Best, kind: UnitKind, part: number, score: number): void {
  const at = UNIT_KINDS.indexOf(kind);
  if (score > (kinds[at] ?? 0)) kinds[at] = score;
  if (part < 0) return;
  const key = `${kind === 'claim' ? 'claim' : 'facet'} ${part}`;
  const entry = parts.get(key) ?? { question: 0, text: 0 };
  if (kind === 'facet') entry.text = Math.max(entry.text, score);
  else entry.question = Math.max(entry.question, score);
  parts.set(key, entry);
}

/** Records that the question names: strongly 1, weakly less; a comparison when both its sides are named. */
function namedRecords({ mentions }: Analysis, index: Index): ReadonlyMap<string, number> {
  const named = new Map<string, number>();
  for (const { id, weak } of mentions) named.set(id, Math.max(named.get(id) ?? 0, weak ? 0.3 : 1));
  for (const record of index.records) {
    if (record.type !== 'comparison') continue;
    const sides = record.sides.filter((side) => (named.get(side) ?? 0) === 1).length;
    if (sides > 1) named.set(record.id, sides / record.sides.length);
  }
  return named;
}

/** How many records are surely named. */
const sure = (named: ReadonlyMap<string, number>): number =>
  [...named.values()].filter((weight) => weight === 1).length;

interface Candidate {
  readonly at: number;
  readonly record: Entry;
  readonly units: Best;
  readonly named: ReadonlyMap<string, number>;
}

function judge(index: Index, analysis: Analysis, candidate: Candidate): Match {
  const { at, record, units, named } = candidate;
  const parts = partsOf(index, analysis, candidate);
  const part = bestPart(parts);
  const kind = (name: UnitKind) => units.kinds[UNIT_KINDS.indexOf(name)] ?? 0;
  const features: Features = {
    body: kind('body'),
    question: kind('question'),
    facet: kind('facet'),
    facetQuestion: Math.max(kind('facet-question'), kind('claim')),
    best: Math.max(kind('question'), kind('facet-question'), kind('claim')),
    named: (named.get(record.id) ?? 0) * index.telling(record.id),
    only: named.get(record.id) === 1 && sure(named) === 1 ? 1 : 0,
    coverage: coverageOf(index, analysis, at),
    part: part ? partScore(part) : 0,
    comparison: record.type === 'comparison' ? 1 : 0,
  };
  return { record, score: scoreOf(features), features, part, parts };
}

/** The parts of a record that share a term with the question, each with how much of the question it holds. */
function partsOf(index: Index, analysis: Analysis, { at, record, units }: Candidate): readonly Part[] {
  const rest = restOf(analysis, record.id, { idf: index.ranker.idf, stem });
  const terms = index.parts[at];
  return [...units.parts].map(([key, { question, text }]) => {
    const [kind, part] = key.split(' ');
    return {
      kind: kind === 'claim' ? 'claim' : 'facet',
      index: Number(part),
      question,
      text,
      cover: coverOf(rest, terms?.get(key)),
    };
  });
}

const bestPart = (parts: readonly Part[]): Part | undefined =>
  parts.reduce<Part | undefined>((best, part) => (best && partScore(best) >= partScore(part) ? best : part), undefined);

/** How well a part fits, 0..1: by the question it was written for, by its text, and by what it leaves out. */
export const partScore = ({ question, text, cover }: Part): number => 0.4 * question + 0.15 * text + 0.45 * cover;

/** The share of the question's meaning, by idf, that the record's text holds. */
function coverageOf({ ranker, bodies }: Index, { terms }: Analysis, at: number): number {
  let held = 0;
  let all = 0;
  for (const term of terms.keys()) {
    if (term.includes('_')) continue;
    const weight = ranker.idf(term);
    all += weight;
    if (bodies[at]?.has(term)) held += weight;
  }
  return all === 0 ? 0 : held / all;
}

function explain(index: Index, { terms }: Analysis, record: Entry): Why {
  const body = index.bodies[index.position.get(record.id) ?? -1];
  const words = [...terms.keys()]
    .filter((term) => !term.includes('_'))
    .sort((a, b) => index.ranker.idf(b) - index.ranker.idf(a));
  return {
    terms: words.filter((term) => body?.has(term)),
    missing: words.filter((term) => !body?.has(term) && !term.startsWith('@')),
  };
}
