/** A question → what to say. Synchronous and pure: the same question gets the same answer. */
import type { Knowledge } from '../knowledge/load.ts';
import type { CompiledSearch } from '../search/compile.ts';
import { isEnglish } from '../search/english.ts';
import { createSearch, measure, type Search } from '../search/index.ts';
import type { Analysis } from '../search/tokens.ts';
import type { Answer, Depth, Grounds } from './answer.ts';
import { byForm } from './by-form.ts';
import { byMatch, byOwnWords } from './by-search.ts';
import { type Catalog, createCatalog } from './catalog.ts';
import { answerCommand } from './commands.ts';
import { confidenceOf, fieldOf, signsOf } from './confidence.ts';
import { coresOf } from './core.ts';
import { ASKS_WHAT } from './cues.ts';
import { BANDS } from './decide.ts';
import { standAlone, type Turn } from './followup.ts';
import { topicsOf } from './json.ts';
import { createOutside, type Outside } from './outside.ts';
import { joinParts, partsOf } from './parts.ts';
import { parseQuestion } from './question.ts';
import { refusalOf } from './refuse.ts';
import { type Request, wordsOf } from './request.ts';
import { type Asked, nearest } from './tell.ts';

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

function answer(house: House, message: string, context: Context): Answer {
  const { analyser } = house.search;
  const previous = [...(context.previous ?? [])];
  const whole = answerOne(house, analyser.question(meantBy(message, previous, house)), context);
  const parts = partsOf(message);
  if (parts.length === 1) return orOfCore(whole, message, house, context);
  const answers = parts.map((question) => {
    const meant = meantBy(question, previous, house);
    const analysis = analyser.question(meant);
    // What names nothing hangs on the words around it.
    if (analysis.mentions.every(({ weak }) => weak)) return undefined;
    const one = orOfCore(answerOne(house, analysis, context), question, house, context);
    previous.push({ question: meant, topics: topicsOf(one) });
    return one;
  });
  return joinParts(whole, answers, house.catalog);
}

/** An answer or, where there is none, that to the question at the heart of the text, if it names what it is about and is likely right. */
function orOfCore(found: Answer, text: string, house: House, context: Context): Answer {
  if (found.kind !== 'unknown') return found;
  const analysis = coresOf(text).map(house.search.analyser.question).find(namesByTerm);
  if (!analysis) return found;
  const answer = answerOne(house, analysis, context);
  return topicsOf(answer).length > 0 && answer.confidence >= BANDS.core ? answer : found;
}

/** A record is named by words that are not all English ones: no "which state is it". */
const namesByTerm = ({ mentions, words }: Analysis): boolean =>
  mentions.some(({ weak, from, to }) => !weak && words.slice(from, to).some((word) => !isEnglish(word)));

/** A single word that is no English one and stands as it was typed. */
const isTerm = ({ words: [word, ...others], corrections }: Analysis): boolean =>
  word !== undefined && others.length === 0 && corrections.length === 0 && !isEnglish(word);

/** A follow-up as the question that it stands for. */
const meantBy = (question: string, previous: readonly Turn[], { search: { analyser }, catalog }: House): string =>
  standAlone(question, { previous, analyser, catalog });

function answerOne(house: House, analysis: Analysis, context: Context): Answer {
  const reading = parseQuestion(analysis);
  const matches = house.search.match(analysis);
  const outside = house.outside(analysis.words);
  const evidence = house.search.evidence(analysis);
  const meaning = house.search.meaning(analysis);
  const signs = signsOf({ matches, evidence, meaning, isOutside: outside !== undefined });
  // A single word that is no name is asked about only if it is asked what it is, or if it can be nothing but a term ("TVL").
  const asksWhat = ASKS_WHAT.test(reading.line) || isTerm(analysis);
  const isLone = evidence.length <= 1 && reading.subjects.length === 0 && !asksWhat;
  const grounds: Grounds = { confidence: confidenceOf(signs), matches, corrections: analysis.corrections };
  const field = isLone ? 0 : fieldOf(signs);
  const depth = context.depth ?? reading.depth ?? 'standard';
  const asked: Asked = { catalog: house.catalog, reading, grounds, field, depth };
  if (reading.form.kind === 'help') return { ...grounds, confidence: 1, kind: 'help', reason: reading.form.reason };
  const [first] = matches;
  // "What is coinbase maturity": a question that stands in the base, or that speaks of the field in all other words, is no
  // question of an exchange. "Should I buy eth now" has the words of "do I buy eth or ethereum" and stays one of money, and
  // whoever lost a seed phrase is told not to show it, though a passage speaks of seed phrases.
  const isAsked = first !== undefined && measure(first.best, 'question') >= BANDS.ownWords;
  const isOurs = field >= BANDS.plain || (isAsked && outside !== 'money' && outside !== 'keys');
  const refused = refusalOf(reading, house.catalog, { outside, isOurs });
  if (refused) return { ...grounds, kind: 'out-of-scope', reason: refused, nearest: nearest(matches, field) };
  return (evidence.length > 1 || asksWhat ? byOwnWords(asked) : undefined) ?? byForm(asked) ?? byMatch(asked);
}

function respond(house: House, request: Request, context: Context): Answer {
  if (request.kind === 'ask') return answer(house, request.question, context);
  return answerCommand(request, house.catalog, house.search) ?? answer(house, wordsOf(request), context);
}
