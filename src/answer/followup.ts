/**
 * Follow-up questions ("why?", "how long does it take?", "vs starknet?", "and the other one?") read against the turns
 * before. A follow-up is rewritten into a question that stands alone; every other question stays as it is.
 */

import { isStopWord } from '../search/stopwords.ts';
import type { Analyser, Analysis } from '../search/tokens.ts';
import type { Catalog } from './catalog.ts';

/** One turn before: what was asked, and the ids of what was answered, best first. */
export interface Turn {
  readonly question: string;
  readonly topics: readonly string[];
}

/** What was said so far, and what names and words mean. */
interface Talk {
  readonly previous: readonly Turn[];
  readonly analyser: Analyser;
  readonly catalog: Catalog;
}

const LONG = 12;
const POINTING = /\b(?:it|its|that|this|they|them|their|those|these|there|one|same|former|latter|other)\b/;
const CONTINUING =
  /^(?:(?:and|but|so|ok|okay|then|also) )*(?:why|how|when|where|who|what|which|is|are|does|do|can|will|would|should|really|for how long|more|simpler|explain more|tell me more|go on|elaborate)\b/;
const BARE =
  /^(?:(?:and|but|so|ok|okay|then) )*(?:why|how|how so|how come|why not|when|who|where|since when|by whom|more|tell me more|go on|elaborate|explain more|for example|example|examples)$/;
const VERSUS = /^(?:(?:and|or|but|so) )*(?:versus|compared to|compared with|against|or|better than)\b/;
const INSTEAD = /^(?:and|but|so|ok)?\s*(?:what about|how about|and|same for|what of)\b/;
const OTHER = /\b(?:other|second|latter)(?: (?:one|two|side|option)\b|$)/;

const WHY = /^(?:(?:and|but|so|ok|okay|then) )*(?:why|how come|how so)$/;
/** What a question asks for, where not yes or no. */
const ASKED_FOR =
  /^(?:(?:and|but|so) )*(?:how (?:long|much|many|fast|often|far|big)|how|what|when|who|where|which)\b */;

/** The question that a follow-up means; the same question where it is none. */
export function standAlone(question: string, { previous, analyser, catalog }: Talk): string {
  const turn = previous.at(-1);
  if (!turn) return question;
  const analysis = analyser.question(question);
  const { words } = analysis;
  const line = words.join(' ');
  if (words.length === 0 || words.length > LONG) return question;
  const own = subjectsOf(analysis);
  const name = nameOf(turn.topics[0], catalog);
  if (name === undefined) return question;
  if (own.length > 0) {
    if (VERSUS.test(line))
      return `${nameOf(mainTopic(turn, catalog), catalog) ?? name} vs ${own.map((id) => nameOf(id, catalog) ?? id).join(' vs ')}`;
    return INSTEAD.test(line) && restOf(analysis).length === 0
      ? inPlace(own[0] ?? '', { previous, analyser, catalog })
      : question;
  }
  if (WHY.test(line)) {
    const reason = reasonOf({ previous, analyser, catalog });
    if (reason !== undefined) return reason;
  }
  if (OTHER.test(line)) return otherSide(turn, previous, catalog) ?? question;
  if (BARE.test(line) || POINTING.test(line) || (CONTINUING.test(line) && restOf(analysis).length <= 1))
    return `${question} ${nameOf(mainTopic(turn, catalog), catalog) ?? name}`;
  return question;
}

const subjectsOf = ({ mentions }: Analysis): readonly string[] => [
  ...new Set(mentions.filter(({ weak }) => !weak).map(({ id }) => id)),
];

const nameOf = (id: string | undefined, catalog: Catalog): string | undefined =>
  id === undefined ? undefined : (catalog.get(id) ?? catalog.asset(id))?.name;

/** What a turn was about: not the comparison, but its first side. */
function mainTopic({ topics }: Turn, catalog: Catalog): string | undefined {
  return topics.find((id) => catalog.get(id)?.type !== 'comparison') ?? topics[0];
}

/** Content words that no name covers. */
function restOf({ words, mentions }: Analysis): readonly string[] {
  const named = new Set(mentions.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)));
  return words.filter((word, at) => !named.has(at) && !isStopWord(word));
}

/** The question before, which may have been a follow-up itself, as it was meant. */
function before({ previous, analyser, catalog }: Talk): Analysis {
  const question = previous.at(-1)?.question ?? '';
  return analyser.question(standAlone(question, { previous: previous.slice(0, -1), analyser, catalog }));
}

/** "Is base fast", then "why?": the question before, asked for its reason; undefined where it asked for a topic alone. */
function reasonOf(talk: Talk): string | undefined {
  const asked = before(talk);
  return restOf(asked).length === 0 ? undefined : `why ${asked.words.join(' ').replace(ASKED_FOR, '')}`;
}

/** "block time of base", then "and arbitrum?": the question before with the new subject in place of the old. */
function inPlace(subject: string, talk: Talk): string {
  const { words, mentions } = before(talk);
  const topics = talk.previous.at(-1)?.topics ?? [];
  const old = mentions.find(({ weak, id }) => !weak && topics.includes(id)) ?? mentions.find(({ weak }) => !weak);
  const name = nameOf(subject, talk.catalog) ?? subject;
  return old ? [...words.slice(0, old.from), name, ...words.slice(old.to)].join(' ') : `what is ${name}`;
}

/** The side of the last comparison that was not spoken of since, as a question. */
function otherSide(turn: Turn, previous: readonly Turn[], catalog: Catalog): string | undefined {
  const compared = [...previous]
    .reverse()
    .find(({ topics }) => topics.filter((id) => catalog.get(id)?.type !== 'comparison').length > 1);
  const sides = compared?.topics.filter((id) => catalog.get(id)?.type !== 'comparison') ?? [];
  const spoken = compared === turn ? sides[0] : turn.topics[0];
  const name = nameOf(
    sides.find((id) => id !== spoken),
    catalog,
  );
  return name === undefined ? undefined : `what is ${name}`;
}
