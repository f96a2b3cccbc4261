/** Names that are also common words (base, mode, ink): whether the network is meant, by the words beside them. */
import { isStopWord } from './stopwords.ts';
import type { Word } from './text.ts';

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const BEFORE = wordSet('on to from via vs versus or between explain into onto is does did has can');
const AFTER = wordSet(
  'chain network mainnet l layer bridge sequencer protocol vs versus or and rollup blockchain token gas launch launched use uses have charge stage tvl validators fees team docs ecosystem stack',
);
/** What a network has: "block time of base", but not "amount of fuel". */
const POSSESSIONS = wordSet(
  'time fee fees sequencer stage finality token throughput launch owner security validators cost gas consensus team founder risk risks delay period operator',
);

/** Whether a common word stands where a name stands: alone, capitalized inside a sentence, or beside a telling word. */
export function isMeant(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const before = words[at - 1]?.text;
  const after = words[at + 1]?.text;
  if (before === 'of') return POSSESSIONS.has(words[at - 2]?.text ?? '');
  const alone = words.every(({ text }, index) => index === at || isStopWord(text));
  const shouting = words.every(({ capital, text }) => capital || text.length < 2);
  if (alone || (word?.capital && at > 0 && !shouting)) return true;
  if (after !== undefined && AFTER.has(after)) return true;
  return before !== undefined && BEFORE.has(before) && (after === undefined || isStopWord(after));
}
