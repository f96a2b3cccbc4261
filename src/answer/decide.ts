/** What the bot does with a match: the numbers that part answering from asking back and from silence. */
import type { Judged, Match } from '../search/index.ts';

export const BANDS = Object.freeze({
  /** From here on a question is taken to be one for this bot. */
  field: 0.68,
  /** From here on it surely is one, whatever phrase of other business it holds. */
  plain: 0.85,
  /** From here on a question whose form says what it asks is answered by its form. */
  form: 0.1,
  /** Where the third record has this share of the first one's chance, none stands out: the bot asks which was meant. */
  crowd: 0.8,
  /** From here on a question is one that a passage was written for, whatever its form. */
  ownWords: 0.86,
  /** A second and a third passage are said besides from these shares of the first one's chance on. */
  beside: Object.freeze([0.2, 0.3]),
  /** Down to this share the point of one is hinted at. */
  hint: 0.05,
});

export type Band = 'sure' | 'unsure' | 'none';

/** A passage with the record it belongs to. */
export interface Candidate {
  readonly record: Match['record'];
  readonly passage: Judged;
}

/**
 * The band of a question: by the chance that it is one for this bot, and by whether a record stands out. Asking back is
 * for topics that are not clear; short answers that are as likely are said side by side.
 */
export function bandOf(field: number, matches: readonly Match[]): Band {
  if (field < BANDS.field) return 'none';
  const best = bestPassages(matches);
  const [first, , third] = best;
  const isCrowd = first && third && third.passage.chance >= BANDS.crowd * first.passage.chance;
  return isCrowd && best.filter(({ passage }) => passage.kind === 'whole').length > 1 ? 'unsure' : 'sure';
}

/** The three best passages of all. Records stand in the order of their best: a fourth record can hold none of them. */
const bestPassages = (matches: readonly Match[]): readonly Candidate[] =>
  matches
    .slice(0, 3)
    .flatMap(({ record, passages }) => passages.slice(0, 3).map((passage) => ({ record, passage })))
    .sort((a, b) => b.passage.score - a.passage.score)
    .slice(0, 3);

/** The passages to be said, best first: one, and up to two that may be the better ones. */
export function passagesToSay(matches: readonly Match[]): readonly Candidate[] {
  const [first, ...others] = bestPassages(matches);
  return first ? [first, ...others.filter((other, at) => isNear(other, first, BANDS.beside[at] ?? 1))] : [];
}

/** Those of the three best passages that are hardly the better ones, but of which the point may be worth a line. */
export function passagesToHint(matches: readonly Match[]): readonly Candidate[] {
  const said = passagesToSay(matches);
  const [first] = said;
  return first
    ? bestPassages(matches)
        .slice(said.length)
        .filter((other) => isNear(other, first, BANDS.hint))
    : [];
}

const isNear = ({ passage }: Candidate, first: Candidate, share: number): boolean =>
  passage.chance >= share * first.passage.chance;
