/**
 * An analysed question → ranked records. The passages that share a term with it are scored; of those of the best
 * records (the record as a whole, each facet, each misconception) the most promising are judged one by one by all
 * measures, and the best of them held against each of their questions: a record is as good as its best passage.
 */
import type { Entry } from '../knowledge/schema.ts';
import { readAsked } from './asked.ts';
import { type Chosen, chooseCandidates } from './candidates.ts';
import { AT, chancesOf, type Feature, type Features, RANKINGS, type Ranking, toFeatures } from './features.ts';
import { hearAll } from './hearing.ts';
import { type Against, judgeAll, type Scored } from './judge.ts';
import { coarse, quantizeFinely } from './meaning.ts';
import { topOf } from './owners.ts';
import type { Passage, PassageFacts } from './passages.ts';
import type { Analysis } from './tokens.ts';
import { turnsOf } from './turns.ts';
import { lineOf, preferVerbatim } from './verbatim.ts';
import { FINALISTS, type Index, JUDGED } from './workspace.ts';

/** A passage, how well it fits (0..1) and its measures in the order of FEATURES. */
export interface Judged extends Passage {
  readonly score: number;
  /** The chance that it answers best, given that one of those found does, 0..1; 0 for what was not judged to the end. */
  readonly chance: number;
  readonly values: readonly number[];
}

/** A record found, with its passages that have to do with the question, best first; its score is that of the best. */
export interface Match {
  readonly record: Entry;
  readonly score: number;
  readonly best: Judged;
  readonly passages: readonly Judged[];
}

/** The measures of a passage by name. */
export const featuresOf = ({ values }: Judged): Features => toFeatures(values);

/** One measure of a passage. */
export const measure = ({ values }: Judged, name: Feature): number => values[AT[name]] as number;

/** What is asked: its reading, and the direction of its words. */
export interface Query {
  readonly analysis: Analysis;
  readonly meaning: Float32Array;
}

/** By what passages are ranked: by the words of a question alone, or by what its sentence says as a whole besides. */
export type Way = keyof typeof RANKINGS;

/**
 * The best records for a question, best first, at most `limit`; equal ones by their numbers. By words alone where these
 * are wanted, or where the base has no sentence model.
 */
export function matchRecords(
  index: Index,
  { analysis, meaning }: Query,
  { limit, way }: { readonly limit: number; readonly way: Way },
): readonly Match[] {
  const { compiled, space } = index;
  const sensed = way === 'sense' ? index.sense?.(analysis.words) : undefined;
  const ranking = RANKINGS[sensed ? 'sense' : 'words'];
  const asked = readAsked(index, analysis);
  const scored = index.ranker.query(asked.terms);
  const chosen = chooseCandidates(index, scored, { terms: asked.terms, sensed });
  for (const { id, weight } of asked.terms) if (id >= 0) space.weights[id] = weight;
  const against: Against = {
    asked,
    texts: scored.scores,
    meaning: quantizeFinely(meaning),
    voice: quantizeFinely(coarse(meaning)),
    learned: index.learned({ terms: asked.terms, turns: turnsOf(analysis) }, chosen.passages),
    sensed,
    scoreOf: ranking.scoreOf,
  };
  const passages = judgeAll(index, promising(index, chosen, against), against).sort(byScore);
  const finalists = passages.filter(({ passage }, at) => at < FINALISTS || chosen.ofTerms.has(passage));
  hearAll(index, finalists, against);
  preferVerbatim(finalists, lineOf(analysis), compiled);
  for (const { id } of asked.terms) if (id >= 0) space.weights[id] = 0;
  return gather(index, { passages: passages.sort(byScore), ranking }, limit);
}

/** The passages to be judged, in the order of their numbers: the most promising, and those of just these terms. */
function promising(
  { space: { promise } }: Index,
  { passages, ofTerms }: Chosen,
  { texts, learned: { cosines }, sensed }: Against,
): readonly number[] {
  for (const passage of passages)
    promise[passage] =
      (texts[passage] as number) + (cosines[passage] as number) + (sensed ? (sensed.cosines[passage] as number) : 0);
  const most = topOf(passages, promise, { count: passages.length, limit: JUDGED });
  return [...new Set([...most, ...ofTerms])].sort((a, b) => a - b);
}

const byScore = (a: Scored, b: Scored): number => b.score - a.score || a.passage - b.passage;

/** Passages, best first, by their records, at most `limit`. */
function gather(
  { records, facts }: Index,
  { passages, ranking: { weights } }: { readonly passages: readonly Scored[]; readonly ranking: Ranking },
  limit: number,
): readonly Match[] {
  const heardScores = passages.filter(({ isHeard }) => isHeard).map(({ score }) => score);
  const chances = chancesOf(heardScores, weights);
  const byRecord = new Map<number, Judged[]>();
  let heard = 0;
  for (const { passage, score, values, isHeard } of passages) {
    const { record, kind, index } = facts[passage] as PassageFacts;
    const chance = isHeard ? (chances[heard++] as number) : 0;
    const list = byRecord.get(record);
    if (list) list.push({ kind, index, score, chance, values });
    else if (byRecord.size < limit) byRecord.set(record, [{ kind, index, score, chance, values }]);
  }
  return Array.from(byRecord, ([record, of]) => {
    const [best] = of as [Judged];
    return { record: records[record] as Entry, score: best.score, best, passages: of };
  });
}
