/**
 * The question at the heart of a long, polite or rambling message: "hi all, sorry to bother, I have been reading a lot and
 * wonder, how long does a withdrawal take? thanks a lot". What stands around it drowns it where all is read as one.
 */
import { wordsOf } from '../search/text.ts';

/** Fewer words ask nothing by themselves. */
const LEAST_WORDS = 4;
/** With fewer words around it a question does not drown. */
const LEAST_AROUND = 6;
/** So much of the end is looked at, in UTF-16 code units, and so many clauses: the question mostly comes late. */
const LONGEST = 2000;
const MOST_CLAUSES = 4;

/** Where a question may begin: after a mark, or after a word that leads to one. */
const BEGINNING =
  /(?:^|[,;:.!?()\n-] ?|\b(?:and|but|so|because|wonder(?:ed|ing)?|know|ask(?:ing)?|question is|tell me|explain) )(?=(?:how|what|why|when|where|who|which|whether|if|is|are|does|do|did|can|could|will|would|should)\b)/gi;
const END = /[?!\n]|\.(?:\s|$)/;

/** The last clauses of a message that begin as a question does, the last first, each up to its end; none where it has hardly more. */
export function coresOf(message: string): readonly string[] {
  const text = message.slice(-LONGEST);
  const all = wordsOf(text).length;
  return [...text.matchAll(BEGINNING)]
    .slice(-MOST_CLAUSES)
    .reverse()
    .map((match) => text.slice(match.index + match[0].length).split(END, 1)[0] as string)
    .filter((clause) => {
      const { length } = wordsOf(clause);
      return length >= LEAST_WORDS && all - length >= LEAST_AROUND;
    });
}
