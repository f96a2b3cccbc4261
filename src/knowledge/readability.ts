/** How hard a text is to read: sentences, words, syllables and the school grade that they make. Pure, English only. */

/** What was measured of a text. */
export interface Readability {
  readonly sentences: number;
  readonly words: number;
  /** Words in the longest sentence. */
  readonly longest: number;
  /** Flesch–Kincaid grade: the years of school that a reader needs; 0 for an empty text. */
  readonly grade: number;
}

const ABBREVIATIONS = /\b(e\.g|i\.e|etc|vs|approx|No)\./g;
const WORD = /[\p{L}\p{N}]+(?:['’.,][\p{L}\p{N}]+)*/gu;

/** Measures a text. Points inside figures and after common abbreviations end no sentence. */
export function readabilityOf(text: string): Readability {
  const lengths = text
    .replace(ABBREVIATIONS, '$1')
    .split(/[.!?]+(?=["”')\]]*(?:\s|$))|\n\s*\n/)
    .map((sentence) => wordsIn(sentence).length)
    .filter((length) => length > 0);
  const all = wordsIn(text);
  const syllables = all.reduce((sum, word) => sum + syllablesIn(word), 0);
  return {
    sentences: lengths.length,
    words: all.length,
    longest: Math.max(0, ...lengths),
    grade: all.length === 0 ? 0 : gradeOf(all.length / Math.max(1, lengths.length), syllables / all.length),
  };
}

/** Kincaid, Fishburne, Rogers, Chissom: Derivation of new readability formulas (1975). */
const gradeOf = (wordsPerSentence: number, syllablesPerWord: number): number =>
  0.39 * wordsPerSentence + 11.8 * syllablesPerWord - 15.59;

const wordsIn = (text: string): readonly string[] => text.match(WORD) ?? [];

/** Endings in which the e is spoken: table, handled, posted, decided, changes, boxes. */
const SPOKEN_END = /(?:[^aeiouy]le[sd]?|[td]ed|(?:[cgsxz]|ch|sh)es)$/;

/** The syllables of a word by its groups of vowels, without silent endings; figures and short words count one. */
export function syllablesIn(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length < 4) return 1;
  const spoken = SPOKEN_END.test(letters) ? letters : letters.replace(/e[sd]?$/, '');
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 0);
}
