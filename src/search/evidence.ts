/** How much in a question points at the field at all: names, jargon, and what is foreign to the whole base. */
import { isEnglish } from './english.ts';
import type { OddsOf } from './odds.ts';
import { stem } from './stem.ts';
import { isStopWord } from './stopwords.ts';
import type { Analysis } from './tokens.ts';

/** What the base's own words are. */
export interface Vocabulary {
  /** Stems of names and aliases. */
  readonly names: ReadonlySet<string>;
  /** Terms of names, aliases, titles and questions: the words in which people ask. */
  readonly asked: ReadonlySet<string>;
  /** Words that belong to the field alone, though a dictionary may hold them. */
  readonly jargon: ReadonlySet<string>;
  /** Ids of base chains and coins, which money questions name too. */
  readonly coins: ReadonlySet<string>;
  /** Stems of words of other fields. */
  readonly foreign: ReadonlySet<string>;
  readonly idf: (term: string) => number;
  readonly oddsOf: OddsOf;
}

/** Signs of the field in a question. */
export interface Evidence {
  /** 0..1: names and jargon of the field, from none to plenty. Coins do not count. */
  readonly field: number;
  /** Whether a coin or base chain is named. */
  readonly coin: boolean;
  /** The share of the content, by idf, that nobody asks this base in. */
  readonly alien: number;
  /** Content words and names. */
  readonly length: number;
  /** How many words belong to other fields, 0..1 for none to two. */
  readonly foreign: number;
  /** Whether its words, and its pairs of words, are those of questions to this base or of other messages. */
  readonly odds: ReturnType<OddsOf>;
}

/** What a sign counts: a name that can only be one, a name that is also a common word, and words of the same two kinds. */
const COUNTS = Object.freeze({ name: 1, commonName: 0.4, jargon: 0.5, nameWord: 0.6, commonWord: 0.15, plenty: 2 });

/** Weighs the signs in a question. */
export function evidenceOf({ words, mentions, terms }: Analysis, vocabulary: Vocabulary): Evidence {
  let field = 0;
  let coin = false;
  const inName = new Set<number>();
  for (const { id, from, to, weak } of mentions) {
    if (weak) continue;
    for (let at = from; at < to; at += 1) inName.add(at);
    if (vocabulary.coins.has(id)) coin = true;
    else
      field +=
        to - from > 1 || words.slice(from, to).some((word) => isJargon(word, vocabulary))
          ? COUNTS.name
          : COUNTS.commonName;
  }
  for (const [at, word] of words.entries()) if (!inName.has(at)) field += countOf(word, vocabulary);
  const foreign = new Set(words.filter((word, at) => !inName.has(at) && vocabulary.foreign.has(stem(word)))).size;
  return {
    field: Math.min(field, COUNTS.plenty) / COUNTS.plenty,
    coin,
    foreign: Math.min(foreign, COUNTS.plenty) / COUNTS.plenty,
    odds: vocabulary.oddsOf(words),
    ...shareOf(terms, vocabulary),
  };
}

const isJargon = (word: string, { jargon }: Vocabulary): boolean => jargon.has(word) || !isEnglish(word);

function countOf(word: string, vocabulary: Vocabulary): number {
  if (isStopWord(word)) return 0;
  if (vocabulary.jargon.has(word)) return COUNTS.jargon;
  if (!vocabulary.names.has(stem(word))) return 0;
  return isEnglish(word) ? COUNTS.commonWord : COUNTS.nameWord;
}

function shareOf(terms: Analysis['terms'], { asked, idf }: Vocabulary): Pick<Evidence, 'alien' | 'length'> {
  let alien = 0;
  let all = 0;
  let length = 0;
  for (const term of terms.keys()) {
    length += 1;
    if (term.startsWith('@')) continue;
    all += idf(term);
    if (!asked.has(term)) alien += idf(term);
  }
  return { alien: all === 0 ? 0 : alien / all, length };
}
