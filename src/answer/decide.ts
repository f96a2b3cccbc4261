/** What the bot does with a match: the numbers that part answering from asking back and from silence. */
import type { Judged, Match } from '../search/index.ts';

export const BANDS = Object.freeze({
  /** From here on a question is taken to be one for this bot. */
  field: 0.5,
  /** From here on a question whose form says what it asks is answered by its form. */
  form: 0.1,
  /** Where the third passage has this share of the first one's chance, none stands out: the bot asks which was meant. */
  crowd: 0.8,
  /** From here on a question is one that a passage was written for, whatever its form. */
  ownWords: 0.86,
  /** A second passage is said besides from this share of the first one's chance on. */
  beside: 0.2,
});

export type Band = 'sure' | 'unsure' | 'none';

/** A passage with the record it belongs to. */
export interface Candidate {
  readonly record: Match['record'];
  readonly passage: Judged;
}

/** The band of a question: by the chance that it is one for this bot, and by whether one of its passages stands out. */
export function bandOf(field: number, matches: readonly Match[]): Band {
  if (field < BANDS.field) return 'none';
  const [first, , third] = bestPassages(matches);
  return first && third && third.passage.chance >= BANDS.crowd * first.passage.chance ? 'unsure' : 'sure';
}

/** The three best passages of all. Records stand in the order of their best: a fourth record can hold none of them. */
const bestPassages = (matches: readonly Match[]): readonly Candidate[] =>
  matches
    .slice(0, 3)
    .flatMap(({ record, passages }) => passages.slice(0, 3).map((passage) => ({ record, passage })))
    .sort((a, b) => b.passage.score - a.passage.score)
    .slice(0, 3);

/** The passages to be said, best first: one, or two where the second may be the better one. */
export function passagesToSay(matches: readonly Match[]): readonly Candidate[] {
  const [first, second] = bestPassages(matches);
  if (!first) return [];
  return second && second.passage.chance >= BANDS.beside * first.passage.chance ? [first, second] : [first];
}
