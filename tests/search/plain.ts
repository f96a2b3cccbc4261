/** Texts and passages as the search reads them, without an analyser: every word a term. */
import type { PassageTexts } from '../../src/search/passage-texts.ts';
import type { Read } from '../../src/search/tokens.ts';

/** A text of words that are parted by spaces. */
export function plainRead(text: string): Read {
  const words = text.split(' ');
  return { raw: text, words, corrections: [], mentions: [], terms: new Map(words.map((word) => [word, 1])) };
}

/** A facet of which only the title and the questions count. */
export const plainPassage = (title: string, questions: readonly string[]): PassageTexts => ({
  kind: 'facet',
  index: 0,
  title,
  questions,
  texts: [],
  told: [],
});
