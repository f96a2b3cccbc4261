/**
 * Passages against a question: the measures that need no look at each question that a passage was written for, and a
 * first score by them. The best are then held against each of their questions (`hearing.ts`).
 */
import type { Entry } from '../knowledge/schema.ts';
import type { Asked } from './asked.ts';
import { AT, FEATURES, type Scorer } from './features.ts';
import { type Learned, SLOPE } from './learned.ts';
import { cosineAt } from './meaning.ts';
import { type PassageFacts, type Shares, shareOut } from './passages.ts';
import { SENSE_SLOPE, type Sensed } from './sense.ts';
import type { Index } from './workspace.ts';

/** A passage that is judged; what it is held against later still changes it. */
export interface Scored {
  /** Its number in the index. */
  readonly passage: number;
  readonly record: number;
  /** The length of the question without the name of the record. */
  readonly rest: number;
  readonly values: number[];
  score: number;
  /** Whether it was held against each of its questions. */
  isHeard: boolean;
}

/** What passages are held against. */
export interface Against {
  readonly asked: Asked;
  /** The cosine of each passage's text. */
  readonly texts: Float32Array;
  /** The direction of the question's words. */
  readonly meaning: Int16Array;
  /** The same, coarse. */
  readonly voice: Int16Array;
  /** What was learned of the passages judged. */
  readonly learned: Learned;
  /** What the sentence says as a whole; undefined where it was not read so. */
  readonly sensed: Sensed | undefined;
  readonly scoreOf: Scorer;
}

/** Not yet measured. An array of fractions: an array of whole numbers would be made anew at the first fraction. */
const BLANK: readonly number[] = FEATURES.map(() => 0.5);

/** Passages judged, those of one record together. */
export function judgeAll(index: Index, chosen: readonly number[], against: Against): Scored[] {
  const { owner } = index.compiled;
  const all: Scored[] = [];
  for (let from = 0; from < chosen.length; ) {
    const record = owner[chosen[from] as number] as number;
    let to = from + 1;
    while (to < chosen.length && owner[chosen[to] as number] === record) to += 1;
    judge(index, { record, passages: chosen.slice(from, to) }, { against, into: all });
    from = to;
  }
  return all;
}

/** The passages of a record, judged. */
function judge(
  index: Index,
  { record, passages }: { readonly record: number; readonly passages: readonly number[] },
  { against, into }: { readonly against: Against; readonly into: Scored[] },
): void {
  const { asked, texts } = against;
  const shares = shareOut(index, record, asked);
  const id = index.records[record]?.id;
  const measured: Measured = {
    shares,
    others: asked.sure - (id !== undefined && asked.named.get(id) === 1 ? 1 : 0),
  };
  const rest = Math.sqrt(Math.max(0, asked.squares - shares.ownSquares));
  const common = recordMeasures(index, record, { asked, shares });
  common[AT.body] = texts[index.compiled.first[record] as number] as number;
  for (const passage of passages) {
    const values = common.slice();
    measurePassage(index, { passage, measured, values }, against);
    for (const k of HEARD) values[k] = 0;
    into.push({ passage, record, rest, values, score: against.scoreOf(values), isHeard: false });
  }
}

/** The measures that only those passages have which are held against their questions. */
const HEARD: readonly number[] = (
  ['nearest', 'question', 'rest', 'same', 'said', 'saidOften', 'joint', 'jointOften'] as const
).map((name) => AT[name]);

/** What the passages of a record have in common, the other measures left blank. */
function recordMeasures(index: Index, at: number, { asked, shares }: { asked: Asked; shares: Shares }): number[] {
  const record = index.records[at] as Entry;
  const own = asked.named.get(record.id) ?? 0;
  const comparison = record.type === 'comparison' ? 1 : 0;
  const values = BLANK.slice();
  values[AT.named] = own === 0 ? 0 : own * index.telling(record.id);
  values[AT.only] = own === 1 && asked.sure === 1 ? 1 : 0;
  values[AT.title] = titleOf(index, at);
  values[AT.coverage] = ratio(shares.held, shares.all);
  values[AT.stranger] = record.type === 'system' && own === 0 ? 1 : 0;
  values[AT.comparison] = comparison;
  values[AT.compared] = asked.wording.isComparing ? comparison * own : 0;
  return values;
}

/** What is known of a record before its passages are measured. */
interface Measured {
  readonly shares: Shares;
  /** How many other records the question surely names. */
  readonly others: number;
}

interface OnePassage {
  readonly passage: number;
  readonly measured: Measured;
  readonly values: number[];
}

/** Writes the measures of a passage of its own. */
function measurePassage(
  { space, compiled, ranker, facts }: Index,
  { passage, measured: { shares, others }, values }: OnePassage,
  { asked, texts, meaning, learned, sensed }: Against,
): void {
  const { number, kind, asks, isPolar } = facts[passage] as PassageFacts;
  const left = shares.all - shares.own;
  const whole = kind === 'whole' ? 1 : 0;
  const bare = whole * (1 - ratio(left, shares.all));
  const rank = asks === undefined ? -1 : asked.wording.asks.indexOf(asks);
  values[AT.text] = texts[passage] as number;
  values[AT.meaning] = cosineAt(meaning, compiled.directions, passage * meaning.length);
  values[AT.learned] = learned.cosines[passage] as number;
  values[AT.likely] = Math.exp(SLOPE * ((values[AT.learned] as number) - learned.best));
  values[AT.sense] = sensed ? (sensed.cosines[passage] as number) : 0;
  values[AT.senseLikely] = sensed ? Math.exp(SENSE_SLOPE * ((values[AT.sense] as number) - sensed.best)) : 0;
  values[AT.inside] = sensed ? (1 + (values[AT.sense] as number) - sensed.outside) / 2 : 0;
  values[AT.heading] = headingOf({ compiled, ranker, space }, passage);
  values[AT.asked] = ratio(space.asked[number] as number, left);
  values[AT.held] = ratio(space.held[number] as number, left);
  values[AT.apart] = ratio(space.apart[number] as number, shares.apart);
  values[AT.names] = others === 0 ? 1 : Math.min(1, (space.names[number] as number) / others);
  values[AT.whole] = whole;
  values[AT.bare] = bare;
  values[AT.define] = asked.wording.isDefining ? bare : 0;
  values[AT.beyond] = asked.wording.isYesNo || asked.wording.asks.includes('why') ? whole : 0;
  values[AT.claim] = kind === 'claim' ? 1 : 0;
  values[AT.kind] = rank < 0 ? 0 : rank === 0 ? 1 : SECOND_KIND;
  values[AT.polar] = isPolar && asked.wording.isYesNo ? 1 : 0;
}

/** What a kind counts that the wording asks for besides. */
const SECOND_KIND = 0.5;

const ratio = (part: number, all: number): number => (all <= 0 ? 0 : part / all);

type Words = Pick<Index, 'compiled' | 'ranker' | 'space'>;

/** The share of the passage's title, by idf, that the question holds. */
function headingOf({ compiled: { titles }, ranker, space }: Words, passage: number): number {
  let held = 0;
  let all = 0;
  const end = titles.starts[passage + 1] as number;
  for (let at = titles.starts[passage] as number; at < end; at += 1) {
    const term = titles.terms[at] as number;
    const idf = ranker.idfAt(term);
    all += idf;
    if (space.weights[term] !== 0) held += idf;
  }
  return ratio(held, all);
}

/** A name of one word tells less than one of several. */
const ONE_WORD = 0.6;

/** The largest share, by idf, of one of the record's names that the question's words make up. */
function titleOf({ compiled: { firstName, nameSets }, ranker, space }: Words, record: number): number {
  let best = 0;
  for (let name = firstName[record] as number; name < (firstName[record + 1] as number); name += 1) {
    const start = nameSets.starts[name] as number;
    const end = nameSets.starts[name + 1] as number;
    let held = 0;
    let all = 0;
    for (let at = start; at < end; at += 1) {
      const term = nameSets.terms[at] as number;
      const idf = ranker.idfAt(term);
      all += idf;
      if (space.weights[term] !== 0) held += idf;
    }
    best = Math.max(best, ratio(held, all) * (end - start > 1 ? 1 : ONE_WORD));
  }
  return best;
}
