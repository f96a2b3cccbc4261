/** Knowledge → what its authors should know: counts, what is missing per record, what has grown old. Pure. */
import type { Knowledge } from '../../knowledge/load.ts';
import { readabilityOf } from '../../knowledge/readability.ts';
import type { Concept, Entry, System } from '../../knowledge/schema.ts';
import { FAMILIES } from '../../knowledge/vocabulary.ts';
import { expectedAttributes, GOALS, type Goal } from './goals.ts';
import { fileOf } from './place.ts';
import { type Aged, agedFacts } from './stale.ts';

/** A goal that a record does not meet, and by how much: "3 of 4". */
export interface Gap {
  readonly goal: Goal;
  readonly found: string;
}

/** A record with the goals it does not meet. */
export interface Row {
  /** Relative to the knowledge folder. */
  readonly file: string;
  readonly id: string;
  readonly gaps: readonly Gap[];
}

/** How much there is. */
export interface Counts {
  readonly concepts: number;
  readonly systems: number;
  readonly comparisons: number;
  readonly assets: number;
  readonly facets: number;
  readonly questions: number;
  readonly sources: number;
}

/** The state of the base. */
export interface Report {
  readonly counts: Counts;
  /** Every record that misses a goal, in the order of the files. */
  readonly rows: readonly Row[];
  /** Dated facts that are older than the goal, the oldest first. */
  readonly aged: readonly Aged[];
}

/** Holds a base against the editorial goals; `today` as "2026-11-23". */
export function report(knowledge: Knowledge, today: string): Report {
  const { concepts, systems, comparisons, assets } = knowledge;
  const entries: readonly Entry[] = [...concepts, ...systems, ...comparisons];
  const count = (of: (entry: Entry) => number) => entries.reduce((sum, entry) => sum + of(entry), 0);
  return {
    counts: {
      concepts: concepts.length,
      systems: systems.length,
      comparisons: comparisons.length,
      assets: assets.length,
      facets: count(({ facets }) => facets.length),
      questions: count(({ questions, facets }) => questions.length + facets.flatMap((facet) => facet.questions).length),
      sources: count(({ sources }) => sources.length),
    },
    rows: entries
      .map((entry) => ({ file: fileOf(entry), id: entry.id, gaps: gapsOf(entry, knowledge) }))
      .filter(({ gaps }) => gaps.length > 0)
      .sort((a, b) => (a.file < b.file ? -1 : 1)),
    aged: agedFacts(knowledge, today),
  };
}

function gapsOf(entry: Entry, knowledge: Knowledge): readonly Gap[] {
  return [
    ...fewer('questions', entry.questions.length, GOALS.questions),
    ...unsourcedFigures(entry),
    ...(entry.type === 'comparison' ? [] : readingGaps(entry.simple)),
    ...(entry.type === 'concept' ? conceptGaps(entry, knowledge) : []),
    ...(entry.type === 'system' ? attributeGaps(entry) : []),
  ];
}

function conceptGaps(concept: Concept, knowledge: Knowledge): readonly Gap[] {
  return [
    ...fewer('facets', concept.facets.length, GOALS.facets),
    ...fewer('misconceptions', concept.misconceptions.length, GOALS.misconceptions),
    ...fewer('confusions', concept.not_to_be_confused_with.length, GOALS.confusions),
    ...kinGaps(concept, knowledge),
  ];
}

const fewer = (goal: Goal, found: number, least: number): readonly Gap[] =>
  found < least ? [{ goal, found: `${found} of ${least}` }] : [];

/** A family has all its rows; a concept without one is missing it where it is compared to a concept that has one. */
function kinGaps({ id, kin }: Concept, { comparisons, concepts }: Knowledge): readonly Gap[] {
  if (kin) {
    const missing = Object.keys(FAMILIES[kin.family]).filter((trait) => !kin.traits[trait]);
    return missing.length > 0 ? [{ goal: 'kin', found: `without ${missing.join(', ')}` }] : [];
  }
  const others = new Set(comparisons.filter(({ sides }) => sides.includes(id)).flatMap(({ sides }) => sides));
  const kindred = concepts.find((other) => others.has(other.id) && other.kin);
  return kindred ? [{ goal: 'kin', found: `no family, though it is compared to ${kindred.id}` }] : [];
}

function attributeGaps(system: System): readonly Gap[] {
  const missing = expectedAttributes(system).filter((name) => system.attributes[name] === undefined);
  return missing.length > 0 ? [{ goal: 'attributes', found: `without ${missing.join(', ')}` }] : [];
}

function readingGaps(simple: string): readonly Gap[] {
  const { grade, longest } = readabilityOf(simple);
  const gaps: Gap[] = [];
  if (grade > GOALS.grade) gaps.push({ goal: 'grade', found: grade.toFixed(1) });
  if (longest > GOALS.sentence) gaps.push({ goal: 'sentence', found: `${longest} words` });
  return gaps;
}

/** Facets, attributes and explanations always have sources; misconceptions and past states only where they cite some. */
function unsourcedFigures(entry: Entry): readonly Gap[] {
  const claims = entry.misconceptions.flatMap(({ claim, truth, sources }, index) =>
    !sources && /\d/.test(withoutNames(`${claim} ${truth}`)) ? [`misconceptions.${index}`] : [],
  );
  const past = entry.type === 'comparison' ? [] : entry.past;
  const states = past.flatMap(({ was, now, sources }, index) =>
    !sources && /\d/.test(withoutNames(`${was} ${now}`)) ? [`past.${index}`] : [],
  );
  const places = [...claims, ...states];
  return places.length > 0 ? [{ goal: 'figures', found: places.join(', ') }] : [];
}

/** Digits in names are no figures: layer 2, stage 1, EIP-4844, Ethereum 2.0. */
const withoutNames = (text: string): string =>
  text.replace(/\b(?:layers?|stages?|L|EIP|ERC|BIP|RFC|Ethereum|phase)[- ]?\d[\d.]*(?:(?:,| and| or)? \d)*/gi, '');
