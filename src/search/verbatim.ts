/**
 * Questions word for word, small words and their order included: a question in the very words of one that a passage was
 * written for gets that passage. Only hashes are kept.
 */
import type { CompiledSearch, ReadText } from './compile.ts';
import { hashText } from './hash.ts';
import type { Scored } from './judge.ts';
import type { PassageTexts } from './passage-texts.ts';
import type { Read } from './tokens.ts';

/** What such a passage gains on a score of 0..1: others are hardly ever further ahead. */
const GAIN = 0.25;

/** The hash of a text's words as one line. */
export const lineOf = ({ words }: Pick<Read, 'words'>): number => hashText(words.join(' '));

/** The lines of all phrasings, as they are numbered in the index. */
export const packLines = (passages: readonly PassageTexts[], read: ReadText): Uint32Array =>
  Uint32Array.from(passages.flatMap(({ questions }) => questions.map((text) => lineOf(read(text)))));

/** Raises the scores of those passages that were written for this very line. */
export function preferVerbatim(
  some: readonly Scored[],
  line: number,
  { phrasings: { first }, lines }: Pick<CompiledSearch, 'phrasings' | 'lines'>,
): void {
  for (const one of some) {
    const own = lines.subarray(first[one.passage] as number, first[one.passage + 1] as number);
    if (own.includes(line)) one.score = Math.min(1, one.score + GAIN);
  }
}
