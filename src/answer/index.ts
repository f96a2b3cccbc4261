/** A question → what to say. Synchronous and pure: the same question gets the same answer. */
import type { Knowledge } from '../knowledge/load.ts';
import type { Entry } from '../knowledge/schema.ts';
import type { CompiledSearch } from '../search/compile.ts';
import { createSearch, type Match, type Part, SAME_QUESTION, type Search } from '../search/index.ts';
import type { Answer, Depth, Grounds } from './answer.ts';
import { attributeOf } from './attribute.ts';
import { BROADER, type Catalog, createCatalog, namedOf } from './catalog.ts';
import { classify, classifyAsset } from './classify.ts';
import { answerCommand } from './commands.ts';
import { compare, fromAuthored } from './compare.ts';
import { confidenceOf, LONE_WORD, signsOf } from './confidence.ts';
import { BANDS, bandOf, bestPart, prefersPart } from './decide.ts';
import { explain, facetAnswer } from './explain.ts';
import { standAlone, type Turn } from './followup.ts';
import { list } from './list.ts';
import { createOutside, type Outside } from './outside.ts';
import { parseQuestion, type Reading } from './question.ts';
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
  const signs = signsOf(matches, evidence, outside !== undefined);
  const isLone =
    evidence.length <= 1 && reading.subjects.length === 0 && !/^(?:whats?|explain|define|meaning)\b/.test(reading.line);
  const grounds: Grounds = {
    confidence: Math.min(confidenceOf(signs), isLone ? LONE_WORD : 1),
    matches,
    corrections: analysis.corrections,
  };
  const asked: Asked = { house, reading, grounds, depth: context.depth ?? reading.depth ?? 'standard' };
  if (reading.form.kind === 'help') return { ...grounds, confidence: 1, kind: 'help', reason: reading.form.reason };
  return refuse(asked) ?? (evidence.length > 1 ? byOwnWords(asked) : undefined) ?? byForm(asked) ?? byMatch(asked);
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
  readonly depth: Depth;
}

/**
 * Money, keys and accounts are not answered, unless the question names a concept of the field beside coins and networks.
 * A company or a token beside a layer 2 ("can coinbase censor me on base") is a question about that layer 2.
 */
function refuse({ house, reading, grounds }: Asked): Answer | undefined {
  const { catalog } = house;
  if (reading.subjects.some((id) => catalog.concept(id)) && !GAMBLE.test(reading.line)) return undefined;
  const reason = PRICE.test(reading.line) ? 'money' : house.outside(reading.analysis.words);
  const systems = reading.subjects.flatMap((id) => catalog.system(id) ?? []);
  const upper = systems.some(({ classification }) => classification.layer !== 'layer-1');
  const told = reason === 'account' && upper ? undefined : reason;
  const gamble = GAMBLE.test(reading.line) ? 'money' : undefined;
  const refused = gamble ?? told ?? (isAboutToken(reading, catalog) && systems.length === 0 ? 'money' : undefined);
  return refused && { ...grounds, kind: 'out-of-scope', reason: refused, nearest: nearest(grounds.matches) };
}

/** Bets on coins are declined whatever topic they name. */
const GAMBLE =
  /\b(?:(?:to|do|make|a) \d+ x|meme ?coins?|ape into|to ape|to the moon|(?:when|wen) moon|price prediction|best coins?)\b/;

/** "How much is btc", "eth worth": the price of what was named. */
const PRICE =
  /^(?:so |hey |hi )*(?:how much (?:is|are|does|for|would)\b(?!.*\b(?:fee|gas|energy|transaction|data|stake|staked|tps|throughput|block|node|validator)s?\b)|what is .{0,20}\bworth\b|.{0,24}\b(?:price|worth|value)$|.{0,24}\bprices? of\b)/;

/** A token without a chain of its own is only asked about here for its layer. */
const isAboutToken = ({ form, subjects, line }: Reading, catalog: Catalog): boolean =>
  form.kind !== 'classify' &&
  !/^what (?:is|are|s)\b/.test(line) &&
  !/\b(?:chain|layer|network|blockchain)\b/.test(line) &&
  subjects.some((id) => !catalog.get(id) && catalog.asset(id));

/**
 * A question that a facet was written for, nearly word for word, gets that facet whatever else it names; unless it is
 * as near to a question for a whole record, or its form asks for a verdict, a list or an authored comparison.
 */
function byOwnWords({ house: { catalog }, reading, grounds }: Asked): Answer | undefined {
  const { form, subjects } = reading;
  if (form.kind === 'classify' || form.kind === 'list') return undefined;
  if (form.kind === 'compare' && catalog.comparison(sidesOf(subjects, catalog).slice(0, 4))) return undefined;
  // What the question names comes first among facets that were written for it.
  const value = ({ record, part }: { record: Entry; part: Part }) =>
    part.question + (subjects.includes(record.id) ? BANDS.named : 0);
  const written = grounds.matches
    .flatMap(({ record, parts }) => parts.map((part) => ({ record, part })))
    .filter((one) => one.part.kind === 'facet' && value(one) > BANDS.ownWords)
    .filter(({ record }) => form.kind !== 'attribute' || subjects.includes(record.id));
  const nearest = written.reduce<(typeof written)[number] | undefined>(
    (best, one) => (best && value(best) >= value(one) ? best : one),
    undefined,
  );
  if (!nearest) return undefined;
  const { record: owner, part } = nearest;
  if (grounds.matches.some(({ features }) => features.question >= part.question)) return undefined;
  const confidence = Math.max(grounds.confidence, part.question);
  return facetAnswer(owner, part, { yesNo: reading.yesNo, grounds: { ...grounds, confidence } });
}

/** Answers whose form says it all: "A vs B", "is A a B", "what is A". */
function byForm({ house: { catalog }, reading, grounds, depth }: Asked): Answer | undefined {
  const { form, subjects } = reading;
  const sure = { ...grounds, confidence: Math.max(grounds.confidence, 0.95) };
  const [first] = subjects;
  switch (form.kind) {
    case 'compare': {
      const sides = sidesOf(subjects, catalog);
      const authored = catalog.comparison(sides.slice(0, 4));
      if (!authored && !form.explicit) return undefined;
      return authored || reading.residue.length < 3 ? compare(sides, catalog, sure) : undefined;
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
      return entry && whole(entry, { catalog, reading, grounds: sure, depth });
    }
    case 'open':
    case 'help':
      return undefined;
    default:
      return form satisfies never;
  }
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

function whole(
  entry: Entry,
  { catalog, reading, grounds, depth }: { catalog: Catalog; reading: Reading; grounds: Grounds; depth: Depth },
): Answer {
  if (entry.type === 'comparison') return { ...grounds, ...fromAuthored(entry, catalog) };
  return explain(entry, { depth, line: reading.line, grounds });
}

/** Answers found by search: a facet or an explanation when sure, choices when not, else nothing but the nearest. */
function byMatch({ house: { catalog }, reading, grounds, depth }: Asked): Answer {
  const [best] = grounds.matches;
  const band = bandOf(grounds.confidence);
  if (!best || band === 'none') return { ...grounds, kind: 'unknown', nearest: nearest(grounds.matches) };
  if (band === 'unsure')
    return {
      ...grounds,
      kind: 'choices',
      candidates: grounds.matches.slice(0, 5).map(({ record }) => namedOf(record)),
    };
  const part = bestPart(best, reading.form.kind === 'open' ? reading.form.asks : undefined);
  const facet =
    part && !asksForAll(reading, part) && prefersPart(best, part)
      ? facetAnswer(best.record, part, { yesNo: reading.yesNo, grounds })
      : undefined;
  return facet ?? whole(best.record, { catalog, reading, grounds, depth });
}

/** "How does X work" wants the explanation. */
const asksForAll = ({ subjects, residue, line }: Reading, part: Part): boolean =>
  subjects.length < 2 && residue.length === 0 && /\bhow\b/.test(line) && part.question < SAME_QUESTION;

const nearest = (matches: readonly Match[]) => matches.slice(0, 3).map(({ record }) => namedOf(record));
