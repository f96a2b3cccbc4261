/**
 * Whether a text sounds like the field: for each stem the log of how much likelier it stands in a question to the base
 * than in a message of other business, added up over the text's stems. Naive Bayes in its Bernoulli form, the absent
 * stems left out, with Lidstone's smoothing (Manning, Raghavan, Schütze: Introduction to Information Retrieval, 13.3).
 */
import { stem } from './stem.ts';

/** Stems with their log odds, as plain data. */
export interface PackedOdds {
  readonly stems: readonly string[];
  readonly values: Float32Array;
}

/** What the odds of a text's stems say. */
export interface Odds {
  /** Their sum: above 0 the text is likelier one of the field; about -10 to 20. */
  readonly sum: number;
  /** Their mean, -3 to 3. */
  readonly mean: number;
}

/** What the odds of words are. */
export type OddsOf = (words: readonly string[]) => Odds;

/** Keeps a stem that was seen once or twice from deciding alone. */
const SMOOTHING = 0.5;
/** What one stem may add at most: none decides alone. */
const MOST = 3;

type Texts = readonly (readonly string[])[];

/** Learns the odds from the words of questions to the base and of other messages; of none, no odds. */
export function packOdds(asked: Texts, others: Texts): PackedOdds {
  if (asked.length === 0 || others.length === 0) return { stems: [], values: new Float32Array() };
  const inside = countStems(asked);
  const outside = countStems(others);
  const stems = [...new Set([...inside.keys(), ...outside.keys()])];
  const share = (count: number, all: number) => (count + SMOOTHING) / (all + 2 * SMOOTHING);
  const values = Float32Array.from(stems, (one) => {
    const odds = Math.log(share(inside.get(one) ?? 0, asked.length) / share(outside.get(one) ?? 0, others.length));
    return Math.min(MOST, Math.max(-MOST, odds));
  });
  return { stems, values };
}

/** The number of texts that each stem stands in. */
function countStems(texts: Texts): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const words of texts) for (const one of new Set(words.map(stem))) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

/** Looks up the odds of words; each stem counts once, unknown ones say nothing and are left out of the mean. */
export function createOdds({ stems, values }: PackedOdds): OddsOf {
  const odds = new Map(stems.map((one, at) => [one, values[at] as number]));
  return (words) => {
    let sum = 0;
    let known = 0;
    for (const one of new Set(words.map(stem))) {
      const value = odds.get(one);
      if (value === undefined) continue;
      sum += value;
      known += 1;
    }
    return { sum, mean: known === 0 ? 0 : sum / known };
  };
}
