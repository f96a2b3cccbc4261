/** An analysed question → ranked records: units are scored, and the records with the best units judged as wholes. */
import type { Entry } from '../knowledge/schema.ts';
import { chooseCandidates } from './candidates.ts';
import { isPair, weightIn } from './compile.ts';
import { type Features, scoreOf } from './features.ts';
import { bestOf, type Part, partScore, partsOf, secondOf } from './parts.ts';
import { stem } from './stem.ts';
import type { Analysis } from './tokens.ts';
import type { UnitKind } from './units.ts';
import { ALL_PARTS, type AskedTerm, type Candidate, type Index, KIND, KINDS, NO_SLOT } from './workspace.ts';

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

/** How many of the candidates are judged by their parts too. */
const FINALISTS = 10;

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
  for (const at of chosen) index.space.slot[at] = NO_SLOT;
  return found.sort((a, b) => b.score - a.score || (a.record.id < b.record.id ? -1 : 1)).slice(0, limit);
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

const sureNames = (named: ReadonlyMap<string, number>): number =>
  [...named.values()].filter((weight) => weight === 1).length;

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
