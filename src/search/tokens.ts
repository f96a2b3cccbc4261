/**
 * One analyser for records and questions: words → corrected words → the lexicon's terms → names of records → weighted
 * terms. Stems and names become terms of one index; `@id` is the name of a record, `#x` a field of meaning.
 */
import { withoutAudience } from './audience.ts';
import { createMentions, type Mention, type Named } from './mentions.ts';
import { type KeyedPhrases, keyedPhrases } from './phrases.ts';
import { type Correction, createSpelling } from './spelling.ts';
import { stem } from './stem.ts';
import { isStopWord } from './stopwords.ts';
import { wordsOf } from './text.ts';
import type { Speller } from './typos.ts';
import { readWording, type Wording } from './wording.ts';

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

/** Reads texts. `question` corrects typos, `document` does not: a record's own text is right as it stands. */
export interface Analyser {
  question(text: string): Analysis;
  document(text: string): Read;
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
  const { named, commonNames, isKnown, spell, akin } = parts;
  const rewrites = keyedPhrases(
    parts.rewrites.map(([from, to]) => [from, wordsOf(to)] as const),
    { key: stem, read: wordsOf },
  );
  const asRead = (text: string) => rewrite(wordsOf(text), rewrites);
  const mentionsIn = createMentions({ named, commonNames, read: asRead });
  const phrases = [...named.flatMap(({ names }) => names), ...parts.rewrites.flat()];
  const spelled = createSpelling({ phrases, isKnown, spell });

  const read = (text: string, words: readonly string[], corrections: readonly Correction[]): Read => {
    const mentions = mentionsIn(words);
    return {
      raw: text.slice(0, RAW_LENGTH).toLowerCase(),
      words,
      mentions,
      terms: termsOf(words, mentions, akin),
      corrections,
    };
  };
  return {
    question(text) {
      const { words: written, corrections } = spelled(wordsOf(text));
      const words = rewrite(written, rewrites);
      const asked = withoutAudience(words);
      const meant = read(text, asked, corrections);
      const wording = readWording(asked, { mentions: meant.mentions, isForAnyone: asked !== words });
      return { ...meant, wording };
    },
    document: (text) => read(text, withoutAudience(asRead(text)), []),
  };
}

/** The words with the lexicon's terms in place of what is read as them. */
function rewrite(words: readonly string[], { phrases, key }: KeyedPhrases<readonly string[]>): readonly string[] {
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
