/**
 * Whether a text sounds like the field: for each stem, and for each pair of neighbors, the log of how much likelier it
 * stands in a question to the base than in a message of other business, added up over the text. Naive Bayes in its
 * Bernoulli form, the absent ones left out (Manning, Raghavan, Schütze: Introduction to Information Retrieval, 13.3).
 * Pairs tell "gas fees" from "entry fees"; there are so many that tables of hashes hold
 * them (Weinberger et al.: Feature Hashing for Large Scale Multitask Learning, 2009).
 */
import { HASH_START, hashWith } from './hash.ts';
import { stem } from './stem.ts';

/** Log odds of stems and of pairs by their hashes; no number where nobody wrote one. */
export interface PackedOdds {
  readonly stems: Float32Array;
  readonly pairs: Float32Array;
}

/** What the odds of a text's stems, or of its pairs, say. */
export interface Odds {
  /** Their sum: above 0 the text is likelier one of the field; about -10 to 20. */
  readonly sum: number;
  /** Their mean, -3 to 3. */
  readonly mean: number;
}

/** What the odds of a text's words are. */
export type OddsOf = (words: readonly string[]) => { readonly stems: Odds; readonly pairs: Odds };

/**
 * Added to both shares, in texts of the smaller side, it keeps what was seen once or twice from deciding alone. The same
 * share on both sides: the same count would speak against whatever is rare, where one side has more texts by far.
 */
const SMOOTHING = 0.25;
/** What one stem or pair may add at most: none decides alone. */
const MOST = 3;
/** Rooms of the tables, powers of two: several for each of the shipped base's stems, more than one for each of its pairs. */
const ROOMS = Object.freeze({ stems: 2 ** 16, pairs: 2 ** 18 });

/** A hash of a text, its high bits mixed into the low ones, which choose the room. */
function hashOf(text: string): number {
  let hash = HASH_START;
  for (let i = 0; i < text.length; i += 1) hash = hashWith(hash, text.charCodeAt(i));
  return (hash ^ (hash >>> 15)) >>> 0;
}

type Texts = readonly (readonly string[])[];

/** The rooms of a text's stems, or of their pairs, each once. */
type RoomsOf = (stems: readonly string[]) => ReadonlySet<number>;

const stemRooms: RoomsOf = (stems) => new Set(stems.map((one) => hashOf(one) % ROOMS.stems));

/** The ends of a text count as a word: how a message begins says much of what it is. */
const pairRooms: RoomsOf = (stems) => {
  const bounded = ['', ...stems, ''];
  return new Set(bounded.slice(1).map((one, before) => hashOf(`${bounded[before]} ${one}`) % ROOMS.pairs));
};

/** Learns the odds from the words of questions to the base and of other messages; of none, no odds. */
export function packOdds(asked: Texts, others: Texts): PackedOdds {
  if (asked.length === 0 || others.length === 0) return { stems: new Float32Array(), pairs: new Float32Array() };
  const stems = { asked: asked.map(stemsOf), others: others.map(stemsOf) };
  return {
    stems: tableOf({ ...stems, rooms: ROOMS.stems, roomsOf: stemRooms }),
    pairs: tableOf({ ...stems, rooms: ROOMS.pairs, roomsOf: pairRooms }),
  };
}

interface Learning {
  /** The stems of each text. */
  readonly asked: Texts;
  readonly others: Texts;
  readonly rooms: number;
  readonly roomsOf: RoomsOf;
}

function tableOf({ asked, others, rooms, roomsOf }: Learning): Float32Array {
  const count = (texts: Texts) => {
    const counts = new Uint32Array(rooms);
    for (const stems of texts) for (const room of roomsOf(stems)) counts[room] = (counts[room] as number) + 1;
    return counts;
  };
  const inside = count(asked);
  const outside = count(others);
  const smoothing = SMOOTHING / Math.min(asked.length, others.length);
  return Float32Array.from(inside, (times, room) => {
    const other = outside[room] as number;
    if (times + other === 0) return Number.NaN;
    const odds = Math.log((times / asked.length + smoothing) / (other / others.length + smoothing));
    return Math.min(MOST, Math.max(-MOST, odds));
  });
}

/** Looks up the odds of words; each stem and pair counts once, unknown ones say nothing and are left out of the mean. */
export const createOdds =
  ({ stems, pairs }: PackedOdds): OddsOf =>
  (words) => {
    const read = stemsOf(words);
    return { stems: sumOf(stems, stemRooms(read)), pairs: sumOf(pairs, pairRooms(read)) };
  };

const stemsOf = (words: readonly string[]): readonly string[] => words.map(stem);

function sumOf(table: Float32Array, rooms: ReadonlySet<number>): Odds {
  let sum = 0;
  let known = 0;
  for (const room of rooms) {
    const value = table[room] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    sum += value;
    known += 1;
  }
  return { sum, mean: known === 0 ? 0 : sum / known };
}
