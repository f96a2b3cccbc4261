/** A question → what to say. Synchronous and pure: the same question gets the same answer. */
import type { Knowledge } from '../knowledge/load.ts';
import type { Entry } from '../knowledge/schema.ts';
import type { CompiledSearch } from '../search/compile.ts';
import { createSearch, type Match, measure, type Search } from '../search/index.ts';
import { stem } from '../search/stem.ts';
import { wordsOf } from '../search/text.ts';
import type { Answer, Depth, Excerpt, Grounds } from './answer.ts';
import { attributeOf } from './attribute.ts';
import { BROADER, type Catalog, createCatalog, namedOf } from './catalog.ts';
import { classify, classifyAsset } from './classify.ts';
import { answerCommand } from './commands.ts';
import { compare, fromAuthored } from './compare.ts';
import { confidenceOf, fieldOf, signsOf } from './confidence.ts';
import { ASKS_WHAT } from './cues.ts';
import { BANDS, bandOf, type Candidate, passagesToHint, passagesToSay } from './decide.ts';
import { excerptOf, explain, facetAnswer, hintOf } from './explain.ts';
import { standAlone, type Turn } from './followup.ts';
import { list } from './list.ts';
import { createOutside, type Outside } from './outside.ts';
import { parseQuestion, type Reading } from './question.ts';
import { refusalOf } from './refuse.ts';
import type { Request } from './request.ts';

/** What surrounds a question: the depth that is wanted where the wording does not say. */
export interface Context {
  readonly depth?: Depth;
  /** What was asked and answered before in this conversation, the newest last. */
  readonly previous?: readonly Turn[];
}

/** Answers questions from one knowledge base. */
export interface Answerer {
  readonly catalog: Catalog;
  readonly search: Search;
  /** Answers a question in free words. */
  answer(question: string, context?: Context): Answer;
  /** Answers any request; a command that names nothing known is read as a question. */
  respond(request: Request, context?: Context): Answer;
}

/** Builds the answerer; all tables are made once. */
export function createAnswerer(knowledge: Knowledge, compiled?: CompiledSearch): Answerer {
  const house: House = {
    catalog: createCatalog(knowledge),
    search: createSearch(knowledge, compiled),
    outside: createOutside(knowledge.lexicon),
  };
  return {
    catalog: house.catalog,
    search: house.search,
    answer: (question, context = {}) => answer(house, question, context),
    respond: (request, context = {}) => respond(house, request, context),
  };
}

interface House {
  readonly catalog: Catalog;
  readonly search: Search;
  readonly outside: Outside;
}

function answer(house: House, question: string, context: Context): Answer {
  const { analyser } = house.search;
  const meant = context.previous?.length
    ? standAlone(question, { previous: context.previous, analyser, catalog: house.catalog })
    : question;
  const analysis = analyser.question(meant);
  const reading = parseQuestion(analysis);
  const matches = house.search.match(analysis);
  const outside = house.outside(analysis.words);
  const evidence = house.search.evidence(analysis);
  const meaning = house.search.meaning(analysis);
  const signs = signsOf({ matches, evidence, meaning, isOutside: outside !== undefined });
  // A single word that is no name is asked about only if it is asked what it is.
  const isDefining = ASKS_WHAT.test(reading.line);
  const isLone = evidence.length <= 1 && reading.subjects.length === 0 && !isDefining;
  const grounds: Grounds = { confidence: confidenceOf(signs), matches, corrections: analysis.corrections };
  const field = isLone ? 0 : fieldOf(signs);
  const depth = context.depth ?? reading.depth ?? 'standard';
  const asked: Asked = { house, reading, grounds, field, depth };
  if (reading.form.kind === 'help') return { ...grounds, confidence: 1, kind: 'help', reason: reading.form.reason };
  const [first] = matches;
  // "What is coinbase maturity": a question that stands in the base, or that speaks of the field in all other words, is no
  // question of an exchange.
  const isOurs = field >= BANDS.plain || (first !== undefined && measure(first.best, 'question') >= BANDS.ownWords);
  const refused = refusalOf(reading, house.catalog, { outside, isOurs });
  if (refused) return { ...grounds, kind: 'out-of-scope', reason: refused, nearest: nearest(matches) };
  return (evidence.length > 1 || isDefining ? byOwnWords(asked) : undefined) ?? byForm(asked) ?? byMatch(asked);
}

function respond(house: House, request: Request, context: Context): Answer {
  if (request.kind === 'ask') return answer(house, request.question, context);
  return answerCommand(request, house.catalog, house.search) ?? answer(house, wordsOfRequest(request), context);
}

/** A command's subjects as a question: what is answered where they are no names. */
function wordsOfRequest(request: Exclude<Request, { kind: 'ask' }>): string {
  switch (request.kind) {
    case 'explain':
      return request.topic;
    case 'compare':
      return request.sides.join(' vs ');
    case 'list':
      return `list ${request.group ?? ''}`;
    default:
      return request.subject;
  }
}

interface Asked {
  readonly house: House;
  readonly reading: Reading;
  readonly grounds: Grounds;
  /** The chance that the question is one for this bot, 0..1. */
  readonly field: number;
  readonly depth: Depth;
}

/**
 * A question that a passage was written for, nearly word for word, gets that passage whatever its form; unless the form asks
 * for a verdict, a list, a definition or an authored comparison.
 */
function byOwnWords(asked: Asked): Answer | undefined {
  const { house, reading, grounds } = asked;
  const { form, subjects } = reading;
  if (form.kind === 'classify' || form.kind === 'list' || form.kind === 'define') return undefined;
  if (subjects.some((id) => house.catalog.get(id)?.type === 'comparison')) return undefined;
  if (form.kind === 'compare' && house.catalog.comparison(sidesOf(subjects, house.catalog).slice(0, 4)))
    return undefined;
  const [first] = grounds.matches;
  if (!first || first.best.kind === 'claim' || measure(first.best, 'question') < BANDS.ownWords) return undefined;
  if (form.kind === 'attribute' && !subjects.includes(first.record.id)) return undefined;
  const sure = { ...grounds, confidence: Math.max(grounds.confidence, BANDS.ownWords) };
  // A record as a whole answers much, and its best facet may still answer better.
  if (first.best.kind === 'whole') return sayBest({ ...asked, grounds: sure });
  return said([{ record: first.record, passage: first.best }], [], { ...asked, grounds: sure });
}

/** Answers whose form says it all: "A vs B", "is A a B", "what is A". */
function byForm({ house: { catalog }, reading, grounds, field, depth }: Asked): Answer | undefined {
  if (field < BANDS.form) return undefined;
  const { form, subjects } = reading;
  const sure = { ...grounds, confidence: Math.max(grounds.confidence, 0.95) };
  const [first] = subjects;
  switch (form.kind) {
    case 'compare': {
      const sides = sidesOf(subjects, catalog);
      const authored = catalog.comparison(sides.slice(0, 4));
      if (!authored && !form.explicit) return undefined;
      return reading.residue.length < (form.explicit ? 3 : 2) ? compare(sides, catalog, sure) : undefined;
    }
    case 'classify':
      return reading.residue.length < 3 ? classify(reading, catalog, sure) : undefined;
    case 'list':
      return reading.residue.length < 3 ? list(reading, catalog, sure) : undefined;
    case 'attribute': {
      const system = subjects.map((id) => catalog.system(id)).find(Boolean);
      return system && reading.residue.length < 3 ? attributeOf(system, form.attribute, sure) : undefined;
    }
    case 'define': {
      const entry = first === undefined ? undefined : catalog.get(first);
      const token = first !== undefined && !entry ? catalog.asset(first) : undefined;
      if (token) return classifyAsset(token, undefined, sure);
      if (!entry) return undefined;
      const beside = partAsked(entry, reading, grounds.matches);
      return whole(entry, { catalog, reading, grounds: sure, depth, beside });
    }
    case 'open': {
      // "Layer 2 vs layer 3" is the name of a comparison.
      const named = subjects.length === 1 && first !== undefined ? catalog.get(first) : undefined;
      const isAll = named?.type === 'comparison' && reading.residue.length < 2;
      return isAll ? whole(named, { catalog, reading, grounds: sure, depth }) : undefined;
    }
    case 'help':
      return undefined;
    default:
      return form satisfies never;
  }
}

/**
 * "What is gwei": where a record is asked for by a word that is no part of its own name, the facet that was written for
 * that very question is said besides.
 */
function partAsked(entry: Entry, { analysis }: Reading, matches: readonly Match[]): readonly Excerpt[] {
  const words = new Set(analysis.words.map(stem));
  if (wordsOf(entry.name).every((word) => words.has(stem(word)))) return [];
  const match = matches.find(({ record }) => record.id === entry.id);
  const part = match?.passages.find(
    (passage) => passage.kind === 'facet' && measure(passage, 'question') >= BANDS.ownWords,
  );
  return part ? [excerptOf(entry, part, false)] : [];
}

/** What is compared: the sides of a comparison that is named; a class that only embraces two others is no side. */
function sidesOf(subjects: readonly string[], catalog: Catalog): readonly string[] {
  const all = new Set(
    subjects.flatMap((id) => {
      const entry = catalog.get(id);
      return entry?.type === 'comparison' ? entry.sides : [id];
    }),
  );
  const specific = [...all].filter((id) => ![...all].some((other) => BROADER[other] === id));
  return specific.length > 1 ? specific : [...all];
}

interface Telling {
  readonly catalog: Catalog;
  readonly reading: Reading;
  readonly grounds: Grounds;
  readonly depth: Depth;
  readonly beside?: readonly Excerpt[] | undefined;
}

function whole(entry: Entry, { catalog, reading, grounds, depth, beside }: Telling): Answer {
  if (entry.type === 'comparison') return { ...grounds, ...fromAuthored(entry, catalog) };
  return explain(entry, { depth, line: reading.line, grounds, beside });
}

/** Answers found by search: the best passage when sure, choices when not, else nothing but the nearest. */
function byMatch(asked: Asked): Answer {
  const { grounds, field } = asked;
  const { matches } = grounds;
  const band = bandOf(field, matches);
  if (matches.length === 0 || band === 'none') return { ...grounds, kind: 'unknown', nearest: nearest(matches) };
  if (band === 'unsure')
    return { ...grounds, kind: 'choices', candidates: matches.slice(0, 5).map(({ record }) => namedOf(record)) };
  return sayBest(asked);
}

const sayBest = (asked: Asked): Answer =>
  said(passagesToSay(asked.grounds.matches), passagesToHint(asked.grounds.matches), asked);

/** The first passage as an answer, the others besides, and of some only the point. */
function said(
  [first, ...others]: readonly Candidate[],
  hints: readonly Candidate[],
  { house: { catalog }, reading, grounds, depth }: Asked,
): Answer {
  if (!first) return { ...grounds, kind: 'unknown', nearest: nearest(grounds.matches) };
  const { yesNo } = reading;
  const beside = [
    ...others.map(({ record, passage }) => excerptOf(record, passage, false)),
    ...hints.map(({ record, passage }) => hintOf(record, passage)),
  ];
  return (
    facetAnswer(first.record, first.passage, { yesNo, beside, grounds }) ??
    whole(first.record, { catalog, reading, grounds, depth, beside })
  );
}

const nearest = (matches: readonly Match[]) => matches.slice(0, 3).map(({ record }) => namedOf(record));
