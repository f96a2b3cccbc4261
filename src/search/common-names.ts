/** Names that are also common words (base, mode, ink): whether the network is meant, by the words beside them. */
import { isStopWord } from './stopwords.ts';

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const BEFORE = wordSet('on to from via vs versus or between explain into onto is does did has can call called');
/** Behind these a name stands, whatever follows: "on base yesterday". */
const RIGHT_BEFORE = wordSet('on via');
const AFTER = wordSet(
  'post posts settle settles run runs store stores pay work works chain network mainnet l layer bridge sequencer protocol vs versus or and rollup blockchain token gas launch launched use uses have charge stage tvl validators fees team docs ecosystem stack better worse safer faster cheaper',
);
/** What a network has: "block time of base", but not "amount of fuel". */
const POSSESSIONS = wordSet(
  'time fee fees sequencer stage finality token throughput launch owner security validators cost gas consensus team founder risk risks delay period operator',
);

/** "Base is slow", "they say base will close": of which something is said, and no article before it. */
const SAID_OF = wordSet('is was isn has will won can could would does');
const ARTICLES = wordSet(
  'a an the my your our their his her its this that these those each every any no some which what',
);
/** Behind these a sentence begins. */
const REPORTING = wordSet('saying says said claims claiming thinks thought heard believes read wonder');

/** Whether a common word stands where a name stands: alone, or beside a telling word. Case does not count: many write without it, and some shout. */
export function isMeant(words: readonly string[], at: number): boolean {
  const before = words[at - 1];
  const after = words[at + 1];
  if (before === 'of') return POSSESSIONS.has(words[at - 2] ?? '');
  const alone = words.every((word, index) => index === at || isStopWord(word));
  if (alone || (before !== undefined && RIGHT_BEFORE.has(before))) return true;
  if (after !== undefined && AFTER.has(after)) return true;
  const opens = before === undefined || REPORTING.has(before) || (isStopWord(before) && !ARTICLES.has(before));
  if (after !== undefined && SAID_OF.has(after) && opens) return true;
  return before !== undefined && BEFORE.has(before) && (after === undefined || isStopWord(after));
}
