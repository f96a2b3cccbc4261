/**
 * Text → ranked records. One index holds the passages of all records; a query scores those it shares a term with, and a
 * record is as good as its best passage. Pure: no input or output, no clock.
 */
import { lazyEncoder } from '../encoder/encoder.ts';
import type { Knowledge } from '../knowledge/load.ts';
import type { Comparison, Entry } from '../knowledge/schema.ts';
import { wordAnalyser } from './analyser.ts';
import { type CompiledSearch, compileSearch, recordsOf } from './compile.ts';
import { type Evidence, evidenceOf, type Vocabulary } from './evidence.ts';
import { createLearned } from './learned.ts';
import { type Match, matchRecords, type Way } from './match.ts';
import { createSum, type Sum } from './meaning.ts';
import { createOdds } from './odds.ts';
import { factsOf } from './passages.ts';
import { createRanker } from './rank.ts';
import { createSense } from './sense.ts';
import { findIn } from './sets.ts';
import { stem } from './stem.ts';
import type { Analyser, Analysis } from './tokens.ts';
import { createWorkspace, type Index } from './workspace.ts';

export { featuresOf, type Judged, type Match, measure, type Way } from './match.ts';
export type { Passage } from './passages.ts';

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
  /** The best records for a question, best first, at most `limit`; the sentence is read as a whole unless told. */
  match(analysis: Analysis, limit?: number, way?: Way): readonly Match[];
  why(analysis: Analysis, record: Entry): Why;
  /** How much in a question points at the field at all. */
  evidence(analysis: Analysis): Evidence;
  /** The direction of a question's words; of no dimension where the base has no vectors. */
  meaning(analysis: Analysis): Float32Array;
}

/** Builds the search; give what was compiled before to save the time. */
export function createSearch(knowledge: Knowledge, compiled: CompiledSearch = compileSearch(knowledge)): Search {
  const analyser = wordAnalyser(knowledge, compiled.words);
  const index = createIndex(knowledge, compiled);
  const vocabulary = vocabularyOf(knowledge, compiled, index);
  const meaning = summedOnce(createSum(knowledge.vectors));
  return {
    analyser,
    match: (analysis, limit = 10, way = 'sense') =>
      matchRecords(index, { analysis, meaning: meaning(analysis) }, { limit, way }),
    why: (analysis, record) => explain(index, analysis, record),
    evidence: (analysis) => evidenceOf(analysis, vocabulary),
    meaning,
  };
}

/** The direction of a question is asked for twice: by the match, and by who weighs what it found. */
function summedOnce(sum: Sum): (analysis: Analysis) => Float32Array {
  const known = new WeakMap<Analysis, Float32Array>();
  return (analysis) => {
    const direction = known.get(analysis) ?? sum(analysis.words);
    known.set(analysis, direction);
    return direction;
  };
}

function createIndex(knowledge: Knowledge, compiled: CompiledSearch): Index {
  const records = recordsOf(knowledge);
  const ranker = createRanker(compiled.postings, compiled.owners);
  const rarest = ranker.idf('');
  const compared = new Map<string, Comparison[]>();
  for (const comparison of knowledge.comparisons) {
    for (const side of comparison.sides) compared.set(side, [...(compared.get(side) ?? []), comparison]);
  }
  return {
    records,
    compiled,
    facts: factsOf(records),
    ranker,
    learned: createLearned(compiled.learned, compiled.owner.length),
    sense: createSense(compiled.sense, lazyEncoder(knowledge.encoder)),
    compared,
    telling: (id) => ranker.idf(`@${id}`) / rarest,
    space: createWorkspace({
      records: records.length,
      passages: compiled.owner.length,
      terms: compiled.postings.terms.length,
    }),
  };
}

function vocabularyOf(knowledge: Knowledge, { names, asked, odds }: CompiledSearch, { ranker }: Index): Vocabulary {
  const chains = knowledge.systems
    .filter(({ classification }) => classification.layer === 'layer-1')
    .map(({ id }) => id);
  return {
    names: new Set(names),
    asked: new Set(asked),
    jargon: new Set(knowledge.lexicon.jargon),
    foreign: new Set(knowledge.lexicon.outside.words.map(stem)),
    coins: new Set([...chains, ...knowledge.assets.map(({ id }) => id)]),
    idf: ranker.idf,
    oddsOf: createOdds(odds),
  };
}

function explain({ records, compiled, ranker }: Index, { terms }: Analysis, record: Entry): Why {
  const at = records.indexOf(record);
  const holds = (term: string) => at >= 0 && findIn(compiled.places.terms, at, ranker.idOf(term)) >= 0;
  const words = [...terms.keys()].filter((term) => !term.startsWith('#')).sort((a, b) => ranker.idf(b) - ranker.idf(a));
  return { terms: words.filter(holds), missing: words.filter((term) => !holds(term) && !term.startsWith('@')) };
}
