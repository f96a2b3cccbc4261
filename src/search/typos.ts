/**
 * The nearest known word of an unknown one. Letter pairs narrow the vocabulary to a few words, the edit distance says
 * which of them may be meant, and fuse.js ranks those that are equally near.
 */
import Fuse from 'fuse.js';
import distances from 'natural/lib/natural/distance/index.js';

/** Corrects a lower-case word, or leaves it alone (undefined). */
export type Speller = (word: string) => string | undefined;

/** What guards against a wrong correction. */
const LIMITS = Object.freeze({
  /** Shorter words are too near to each other: L1, L2, zk, op. */
  minLength: 4,
  /** From this length on two edits are allowed. */
  twoEdits: 8,
  maxLength: 30,
  /** A word with fewer pairs in common, or a smaller share of them, is another word. */
  leastPairs: 3,
  dice: 0.12,
  /** How many words share enough letter pairs to be measured. */
  candidates: 14,
});

/** A speller over words with the weight they have among equals (how often they stand in names and questions). */
export function createSpeller(targets: ReadonlyMap<string, number>): Speller {
  const words = [...targets.keys()].filter((word) => /^[a-z]+$/.test(word) && word.length >= LIMITS.minLength);
  const postings = indexPairs(words);
  const shared = new Uint8Array(words.length);
  return (word) => {
    if (word.length < LIMITS.minLength || word.length > LIMITS.maxLength || !/^[a-z]+$/.test(word)) return undefined;
    // Abbreviations stand in the base without the s of their plural, and are too short to be near anything.
    const singular = word.slice(0, -1);
    if (word.endsWith('s') && targets.has(singular)) return singular;
    return unswapped(word, targets) ?? best(word, nearest(word, words, postings, shared), targets);
  };
}

/** The known word of which two neighboring letters changed places, the commonest slip of quick fingers: "waht" is no "want". */
function unswapped(word: string, targets: ReadonlyMap<string, number>): string | undefined {
  let found: string | undefined;
  for (let at = 0; at + 1 < word.length; at += 1) {
    const meant = `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`;
    if ((targets.get(meant) ?? 0) > (found === undefined ? 0 : (targets.get(found) ?? 0))) found = meant;
  }
  return found;
}

/** For each letter pair, by the length of the words: the numbers of the words that have it. */
type PairPostings = ReadonlyMap<string, readonly (readonly number[] | undefined)[]>;

function indexPairs(words: readonly string[]): PairPostings {
  const postings = new Map<string, (number[] | undefined)[]>();
  for (const [index, word] of words.entries()) {
    for (const letters of new Set(pairsOf(word))) {
      const byLength = postings.get(letters) ?? [];
      const list = byLength[word.length];
      if (list) list.push(index);
      else byLength[word.length] = [index];
      postings.set(letters, byLength);
    }
  }
  return postings;
}

/** The letter pairs of a word with its ends marked, and its letters two apart, which survive a swap of neighbors. */
function pairsOf(word: string): readonly string[] {
  const marked = `^${word}$`;
  const pairs: string[] = [];
  for (let i = 0; i + 1 < marked.length; i += 1) {
    pairs.push(marked.slice(i, i + 2));
    if (i + 2 < marked.length) pairs.push(`${marked[i]}_${marked[i + 2]}`);
  }
  return pairs;
}

/** The indexed words that share most letter pairs, by Dice's coefficient, within the allowed difference in length. */
function nearest(
  word: string,
  words: readonly string[],
  postings: PairPostings,
  shared: Uint8Array,
): readonly string[] {
  const pairs = new Set(pairsOf(word));
  const touched: number[] = [];
  const reach = word.length >= LIMITS.twoEdits ? 2 : 1;
  for (const letters of pairs) {
    const byLength = postings.get(letters);
    if (!byLength) continue;
    for (let length = word.length - reach; length <= word.length + reach; length += 1) {
      const list = byLength[length];
      if (!list) continue;
      for (let at = 0; at < list.length; at += 1) {
        const index = list[at] as number;
        const count = shared[index] as number;
        if (count === 0) touched.push(index);
        shared[index] = count + 1;
      }
    }
  }
  const near: { readonly index: number; readonly dice: number }[] = [];
  for (const index of touched) {
    const count = shared[index] as number;
    shared[index] = 0;
    // Most share a pair or two by chance: their lengths need not be looked up.
    if (count < LIMITS.leastPairs) continue;
    const dice = count / (pairs.size + 2 * (words[index] as string).length + 1);
    if (dice > LIMITS.dice) near.push({ index, dice });
  }
  near.sort((a, b) => b.dice - a.dice);
  return near.slice(0, LIMITS.candidates).map(({ index }) => words[index] ?? '');
}

/** Of the words in reach the nearest; among equals the one that fuse.js ranks first, weighed by how common it is. */
function best(word: string, near: readonly string[], targets: ReadonlyMap<string, number>): string | undefined {
  const reach = word.length >= LIMITS.twoEdits ? 2 : 1;
  let within: string[] = [];
  let least = reach;
  for (const candidate of near) {
    const distance = distances.DamerauLevenshteinDistance(word, candidate, { restricted: true });
    if (distance > least) continue;
    if (distance < least) within = [];
    least = distance;
    within.push(candidate);
  }
  if (within.length <= 1) return within[0];
  const fuse = new Fuse(within, { includeScore: true, threshold: 1, ignoreLocation: false });
  const fuzzy = new Map(fuse.search(word).map(({ item, score }) => [item, score ?? 1]));
  const value = (candidate: string) =>
    (candidate[0] === word[0] ? 0.3 : 0) + Math.log1p(targets.get(candidate) ?? 0) / 6 - (fuzzy.get(candidate) ?? 1);
  return within.reduce((one, other) => (value(other) > value(one) ? other : one));
}
