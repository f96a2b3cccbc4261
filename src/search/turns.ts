/**
 * Turns of phrase: what the terms leave out, and what often decides. "Why do we need bridges" and "how do bridges work"
 * have one term; that one asks for a reason stands in words that carry no topic, and in their order.
 */
import { stem } from './stem.ts';
import { isStopWord } from './stopwords.ts';
import type { Read } from './tokens.ts';

/** What a turn of phrase begins with, and no term. */
const MARK = '~';

/** Whether what was learned of belongs to a turn of phrase. */
export const isTurn = (key: string): boolean => key.startsWith(MARK);

/** What stands for any record's name. */
const NAME = '@';

/**
 * The stop words of a text (`~why`), and its pairs of neighboring words (`~need_@`), each once; other words as their
 * stems, and any record's name as one word.
 */
export function turnsOf({ words, mentions }: Pick<Read, 'words' | 'mentions'>): readonly string[] {
  const ends = new Map<number, number>();
  for (const { from, to } of mentions) if (!ends.has(from)) ends.set(from, to);
  const turns = new Set<string>();
  let last: string | undefined;
  for (let at = 0; at < words.length; ) {
    const end = ends.get(at);
    const written = words[at] as string;
    const isStop = end === undefined && isStopWord(written);
    const word = end !== undefined ? NAME : isStop ? written : stem(written);
    if (isStop) turns.add(MARK + word);
    if (last !== undefined) turns.add(`${MARK}${last}_${word}`);
    last = word;
    at = end ?? at + 1;
  }
  return [...turns];
}
