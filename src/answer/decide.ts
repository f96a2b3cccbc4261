/** What the bot does with a match: the numbers that part answering from asking back and from silence. */
import type { Judged, Match } from '../search/index.ts';

export const BANDS = Object.freeze({
  /** From here on a question is taken to be one for this bot. */
  field: 0.83,
  /** From here on it may be one: what comes nearest is offered, though it is not answered. */
  near: 0.1,
  /** From here on it surely is one, whatever phrase of other business it holds. */
  plain: 0.9,
  /** From this confidence on the question at the heart of a message is answered, where the whole was not understood. */
  core: 0.7,
  /** From here on a question whose form says what it asks is answered by its form. */
  form: 0.1,
  /** Where the third record has this share of the first one's chance, none stands out: the bot asks which was meant. */
  crowd: 0.8,
  /** From here on a question is one that a passage was written for, whatever its form. */
  ownWords: 0.86,
  /** From this chance on a facet is said in place of what the form asks for, where words are left or records say less. */
  outright: 0.7,
  /** How sure an answer by its form is at least, 0..1: it says what the records hold. */
  formSure: 0.95,
  /** By so much more must what was learned lead to a facet than to its record for the facet to be meant. */
  nearer: 0.06,
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

/** The three best passages of all, best first. Records stand in the order of their best: a fourth can hold none of them. */
export const bestPassages = (matches: readonly Match[]): readonly Candidate[] =>
  matches
    .slice(0, 3)
    .flatMap(({ record, passages }) => passages.slice(0, 3).map((passage) => ({ record, passage })))
    .sort((a, b) => b.passage.score - a.passage.score)
    .slice(0, 3);

/**
 * The band of a question: by the chance that it is one for this bot, and by whether one of the best passages stands out.
 * Asking back is for topics that are not clear; short answers that are as likely are said side by side.
 */
export function bandOf(field: number, best: readonly Candidate[]): Band {
  if (field < BANDS.field) return 'none';
  const [first, , third] = best;
  const isCrowd = first && third && third.passage.chance >= BANDS.crowd * first.passage.chance;
  return isCrowd && best.filter((other) => isOwnTopic(other, first)).length > 1 ? 'unsure' : 'sure';
}

/** A record as a whole, unless it is a side of the comparison that comes first: that one speaks of both. */
const isOwnTopic = ({ record, passage }: Candidate, first: Candidate): boolean =>
  passage.kind === 'whole' && !(first.record.type === 'comparison' && first.record.sides.includes(record.id));

/** What a reply is made of. */
export interface Selection {
  /** Best first: one, and up to two that may be the better ones. */
  readonly inFull: readonly Candidate[];
  /** Less likely ones, of which the point alone is worth a line. */
  readonly hints: readonly Candidate[];
}

/** What to say of the best passages. */
export function passagesToSay(best: readonly Candidate[]): Selection {
  const [first, ...others] = best;
  if (!first) return { inFull: [], hints: [] };
  const isNear = ({ passage }: Candidate, share: number) => passage.chance >= share * first.passage.chance;
  const inFull = [first, ...others.filter((other, at) => isNear(other, BANDS.beside[at] ?? 1))];
  return { inFull, hints: best.slice(inFull.length).filter((other) => isNear(other, BANDS.hint)) };
}
