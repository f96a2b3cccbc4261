/**
 * The question at the heart of a long, polite or rambling message: "hi all, sorry to bother, I have been reading a lot and
 * wonder, how long does a withdrawal take? thanks a lot". What stands around it drowns it where all is read as one.
 */
import { wordsOf } from '../search/text.ts';

/** Fewer words ask nothing by themselves. */
const LEAST_WORDS = 4;
/** With fewer words around it a question does not drown. */
const LEAST_AROUND = 6;

/** Where a question may begin: after a mark, or after a word that leads to one. */
const BEGINNING =
  /(?:^|[,;:.!?()\n-]\s*|\b(?:and|but|so|because|wonder(?:ed|ing)?|know|ask(?:ing)?|question is|tell me|explain)\s+)(?=(?:how|what|why|when|where|who|which|whether|if|is|are|does|do|did|can|could|will|would|should)\b)/gi;

/** The last clause of a message that begins as a question does, up to its end; undefined where there is hardly more than that. */
export function coreOf(message: string): string | undefined {
  const all = wordsOf(message).length;
  if (all < LEAST_WORDS + LEAST_AROUND) return undefined;
  return [...message.matchAll(BEGINNING)]
    .map((match) => message.slice(match.index + match[0].length).split(/[?!\n]/, 1)[0] as string)
    .filter((clause) => {
      const { length } = wordsOf(clause);
      return length >= LEAST_WORDS && all - length >= LEAST_AROUND;
    })
    .at(-1);
}
