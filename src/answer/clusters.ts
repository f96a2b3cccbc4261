/**
 * Near-identical questions → clusters. Pure: questions are alike when they share most of what carries meaning, so that
 * "whats danksharding" and "can you explain danksharding please" count as one question asked twice.
 */
import { normalizeAlias } from '../knowledge/names.ts';
import { stem } from '../search/stem.ts';
import { isStopWord } from '../search/stopwords.ts';
import type { Analyser } from '../search/tokens.ts';

/** When two questions are one. */
export const ALIKE = Object.freeze({
  /** Shared terms over all terms of both. */
  jaccard: 0.6,
  /** Or: shared terms over those of the shorter question, where that has at least `leastTerms`… */
  containment: 0.8,
  leastTerms: 2,
  /** …and the longer one does not say much more. */
  containedJaccard: 0.4,
});

/** A question that was asked, and the ids of the topics nearest to it. */
export interface AskedQuestion {
  readonly question: string;
  readonly nearest: readonly string[];
}

/** Questions that ask the same. */
export interface Cluster<Q extends AskedQuestion = AskedQuestion> {
  /** The wording that was used most, of those the shortest. */
  readonly question: string;
  /** Every wording once, the most used first. */
  readonly wordings: readonly string[];
  /** How often any of them was asked. */
  readonly count: number;
  /** Ids of the nearest topics, the most named first. */
  readonly nearest: readonly string[];
  readonly asked: readonly Q[];
}

interface Group<Q> {
  readonly key: string;
  readonly terms: ReadonlySet<string>;
  readonly asked: Q[];
}

/** The clusters of some questions, the largest first; the same questions in any order give the same clusters. */
export function clusterQuestions<Q extends AskedQuestion>(
  questions: readonly Q[],
  analyser: Analyser,
): readonly Cluster<Q>[] {
  const seeds: Group<Q>[] = [];
  const seedsOf = new Map<string, Group<Q>[]>();
  for (const group of groupsOf(questions, analyser)) {
    const near = [...group.terms].flatMap((term) => seedsOf.get(term) ?? []);
    const seed = seeds.length > 0 ? near.find((one) => areAlike(one.terms, group.terms)) : undefined;
    if (seed) {
      seed.asked.push(...group.asked);
      continue;
    }
    seeds.push(group);
    for (const term of group.terms) seedsOf.set(term, [...(seedsOf.get(term) ?? []), group]);
  }
  return seeds.map(({ asked }) => clusterOf(asked)).sort(largestFirst);
}

/** Questions with exactly the same terms, the largest group first: the wording that many use is what others join. */
function groupsOf<Q extends AskedQuestion>(questions: readonly Q[], analyser: Analyser): readonly Group<Q>[] {
  const groups = new Map<string, Group<Q>>();
  const termsByText = new Map<string, ReadonlySet<string>>();
  for (const asked of questions) {
    const terms = termsByText.get(asked.question) ?? termsOf(asked.question, analyser);
    termsByText.set(asked.question, terms);
    const key = [...terms].sort().join(' ');
    const group = groups.get(key) ?? { key, terms, asked: [] };
    group.asked.push(asked);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.asked.length - a.asked.length || (a.key < b.key ? -1 : 1));
}

/** What carries meaning in a question: the records it names, and the stems of its other words. */
function termsOf(question: string, analyser: Analyser): ReadonlySet<string> {
  const { words, mentions } = analyser.question(question);
  const named = mentions.filter(({ weak }) => !weak);
  const terms = new Set(named.map(({ id }) => `@${id}`));
  for (const [at, word] of words.entries()) {
    if (!isStopWord(word) && !named.some(({ from, to }) => at >= from && at < to)) terms.add(stem(word));
  }
  return terms.size > 0 ? terms : new Set([normalizeAlias(question)]);
}

function areAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const shared = [...one].filter((term) => other.has(term)).length;
  const jaccard = shared / (one.size + other.size - shared);
  const shorter = Math.min(one.size, other.size);
  const contained = shorter >= ALIKE.leastTerms && shared / shorter >= ALIKE.containment;
  return jaccard >= ALIKE.jaccard || (contained && jaccard >= ALIKE.containedJaccard);
}

function clusterOf<Q extends AskedQuestion>(asked: readonly Q[]): Cluster<Q> {
  const wordings = byFrequency(asked.map(({ question }) => question));
  return {
    question: wordings[0] ?? '',
    wordings,
    count: asked.length,
    nearest: byFrequency(asked.flatMap(({ nearest }) => nearest)),
    asked,
  };
}

/** Every value once: the most frequent first, then the shortest, then by the alphabet. */
function byFrequency(values: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || a.length - b.length || (a < b ? -1 : 1)).map(([value]) => value);
}

const largestFirst = (a: Cluster, b: Cluster) => b.count - a.count || (a.question < b.question ? -1 : 1);
