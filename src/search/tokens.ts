/**
 * One analyser for records and questions: words → corrected words → the lexicon's terms → names of records → weighted
 * terms. Stems and names become terms of one index; `@id` is the name of a record, `#x` a field of meaning.
 */
import { withoutAudience } from './audience.ts';
import { isMeant } from './common-names.ts';
import { createPhrases, type Found, type Phrases } from './phrases.ts';
import { stem } from './stem.ts';
import { isStopWord } from './stopwords.ts';
import { wordsOf } from './text.ts';
import type { Speller } from './typos.ts';
import { readWording, type Wording } from './wording.ts';

/** A record named in a text. Weak: a name that is also a common word, without a sign that the record is meant. */
export interface Mention {
  readonly id: string;
  /** Positions in `words`, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly weak: boolean;
}

/** A word that was read as another. */
export interface Correction {
  readonly from: string;
  readonly to: string;
}

/** What was read out of a text. */
export interface Analysis {
  /** As it was written, lower-case: what reading the words takes away (plurals) is still here. */
  readonly raw: string;
  /** Corrected, with the lexicon's terms in place. */
  readonly words: readonly string[];
  readonly mentions: readonly Mention[];
  /** Terms with their counts, for the index. */
  readonly terms: ReadonlyMap<string, number>;
  readonly corrections: readonly Correction[];
  /** What the wording asks for. */
  readonly wording: Wording;
}

/** What a record's own text is read to: nobody asks what its wording asks for. */
export type Read = Omit<Analysis, 'wording'>;

/** Reads texts. `question` corrects typos; `document` reads a record's own text as it stands. */
export interface Analyser {
  question(text: string): Analysis;
  document(text: string): Read;
}

/** A record's names. Those of systems match letter by letter, those of concepts by their stems. */
export interface Named {
  readonly id: string;
  readonly names: readonly string[];
  readonly exact: boolean;
}

/** What the analyser is made from. */
export interface AnalyserParts {
  readonly named: readonly Named[];
  /** Words and phrases to read as another: [what is written, what is read]. */
  readonly rewrites: readonly (readonly [string, string])[];
  /** Names that are also common words, such as base, mode, near. */
  readonly commonNames: ReadonlySet<string>;
  /** Stems of words of one field of meaning (cost, fee, expensive), with the name of the field. */
  readonly akin: ReadonlyMap<string, string>;
  /** Whether a lower-case word is known; unknown words are corrected. */
  readonly isKnown: (word: string) => boolean;
  readonly spell: Speller;
}

/** Enough of a text to tell its form. */
const RAW_LENGTH = 400;

/** Weights of the kinds of term. */
const WEIGHTS = Object.freeze({ word: 1, named: 1, insideName: 0.3, weakName: 0.5, akin: 0.5 });

/** Builds the analyser; all tables are made once. */
export function createAnalyser(parts: AnalyserParts): Analyser {
  const rewrites = phrasesOf(
    parts.rewrites.map(([from, to]) => [from, wordsOf(to)] as const),
    stem,
  );
  const asRead = (name: string) => rewrite(wordsOf(name), rewrites);
  const concepts = phrasesOf(parts.named.filter(({ exact }) => !exact).flatMap(namesOf), stem, asRead);
  const systems = phrasesOf(parts.named.filter(({ exact }) => exact).flatMap(namesOf), asWritten, asRead);
  const joined = joinedNames(parts);

  const read = (text: string, words: readonly string[], corrections: readonly Correction[]): Read => {
    const mentions = findMentions(words, concepts, systems, parts.commonNames);
    return {
      raw: text.slice(0, RAW_LENGTH).toLowerCase(),
      words,
      mentions,
      terms: termsOf(words, mentions, parts.akin),
      corrections,
    };
  };
  return {
    question(text) {
      const corrections: Correction[] = [];
      const spelled = wordsOf(text).flatMap((word) => spellOut(word, parts, joined, corrections));
      const words = rewrite(spelled, rewrites);
      const asked = withoutAudience(words);
      const meant = read(text, asked, corrections);
      const wording = readWording(asked, { mentions: meant.mentions, isForAnyone: asked !== words });
      return { ...meant, wording };
    },
    document: (text) => read(text, withoutAudience(asRead(text)), []),
  };
}

const namesOf = ({ id, names }: Named) => names.map((name) => [name, id] as const);
/** Names of systems match as they are written: a stack is not Stacks. */
const asWritten = (word: string) => word;
const singular = (word: string) =>
  word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;

function phrasesOf<T>(
  entries: readonly (readonly [string, T])[],
  key: (word: string) => string,
  read: (text: string) => readonly string[] = wordsOf,
): { phrases: Phrases<T>; key: (word: string) => string } {
  const phrases = createPhrases<T>();
  for (const [text, value] of entries) phrases.add(read(text).map(key), value);
  return { phrases, key };
}

/** Names of several words as people write them without a space: "zkrollup", "layertwo". */
function joinedNames({ named, rewrites }: AnalyserParts): ReadonlyMap<string, readonly string[]> {
  const joined = new Map<string, readonly string[]>();
  for (const name of [...named.flatMap(({ names }) => names), ...rewrites.flat()]) {
    const words = wordsOf(name);
    const together = words.join('');
    if (words.length > 1 && /^[a-z]{5,}$/.test(together) && !joined.has(together)) joined.set(together, words);
  }
  return joined;
}

/** A word as it is read: itself where it is known, its parts where it is several names, else the word it is a slip of. */
function spellOut(
  word: string,
  { isKnown, spell }: AnalyserParts,
  joined: ReadonlyMap<string, readonly string[]>,
  corrections: Correction[],
): readonly string[] {
  if (isKnown(word)) return [word];
  const together = joined.get(word) ?? joined.get(singular(word)) ?? split(word, isKnown);
  if (together) return together;
  const meant = spell(word);
  if (meant === undefined) return [word];
  corrections.push({ from: word, to: meant });
  return joined.get(meant) ?? [meant];
}

/** An unknown word that is two known ones: "sidechainbridge". Both halves must have four letters or more. */
function split(word: string, isKnown: (word: string) => boolean): readonly string[] | undefined {
  if (word.length < 9 || word.length > 30 || !/^[a-z]+$/.test(word)) return undefined;
  for (let at = 4; at <= word.length - 4; at += 1) {
    const halves = [word.slice(0, at), word.slice(at)];
    if (halves.every((half) => isKnown(half) && !isStopWord(half))) return halves;
  }
  return undefined;
}

/** The words with the lexicon's terms in place of what is read as them. */
function rewrite(
  words: readonly string[],
  { phrases, key }: { phrases: Phrases<readonly string[]>; key: (word: string) => string },
): readonly string[] {
  const keys = words.map(key);
  const result: string[] = [];
  for (let from = 0; from < words.length; ) {
    const found = phrases.at(keys, from);
    if (found) result.push(...found.value);
    else result.push(words[from] ?? '');
    from = found?.to ?? from + 1;
  }
  return result;
}

type Keyed = { readonly phrases: Phrases<string>; readonly key: (word: string) => string };

function findMentions(
  words: readonly string[],
  concepts: Keyed,
  systems: Keyed,
  commonNames: ReadonlySet<string>,
): readonly Mention[] {
  const conceptKeys = words.map((word) => concepts.key(word));
  const systemKeys = words.map((word) => systems.key(word));
  const mentions: Mention[] = [];
  for (let from = 0; from < words.length; ) {
    const concept = concepts.phrases.at(conceptKeys, from);
    const system = systems.phrases.at(systemKeys, from);
    const found = longer(system, concept);
    if (found) {
      const common = found === system && found.to === from + 1 && commonNames.has(words[from] ?? '');
      mentions.push({ id: found.value, from, to: found.to, weak: common && !isMeant(words, from) });
    }
    from = found?.to ?? from + 1;
  }
  return mentions;
}

const longer = (one: Found<string> | undefined, other: Found<string> | undefined) =>
  !one || (other && other.to >= one.to) ? other : one;

function termsOf(
  words: readonly string[],
  mentions: readonly Mention[],
  akin: ReadonlyMap<string, string>,
): ReadonlyMap<string, number> {
  const terms = new Map<string, number>();
  const add = (term: string, weight: number) => terms.set(term, (terms.get(term) ?? 0) + weight);
  const inside = new Set<number>();
  for (const { id, from, to, weak } of mentions) {
    add(`@${id}`, weak ? WEIGHTS.weakName : WEIGHTS.named);
    if (!weak) for (let at = from; at < to; at += 1) inside.add(at);
  }
  for (const [at, word] of words.entries()) {
    if (isStopWord(word)) continue;
    const stemmed = stem(word);
    add(stemmed, inside.has(at) ? WEIGHTS.insideName : WEIGHTS.word);
    const field = inside.has(at) ? undefined : akin.get(stemmed);
    if (field !== undefined) terms.set(field, WEIGHTS.akin);
  }
  return terms;
}
