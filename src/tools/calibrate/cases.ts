/** Labeled questions with the passages found for them, as the ranking learns from them and is judged on them. */
import type { Entry } from '../../knowledge/schema.ts';
import { chancesOf, FEATURES, scorerOf, type Weights } from '../../search/features.ts';
import { type Judged, type Match, measure, type Search, type Way } from '../../search/index.ts';
import { passageName } from '../../search/passage-texts.ts';
import type { Analysis } from '../../search/tokens.ts';
import type { Labelled } from '../fit.ts';
import type { Labeled } from '../questions.ts';

/** A question, as it was read, with all records found. */
export interface Case {
  readonly question: Labeled;
  readonly analysis: Analysis;
  readonly matches: readonly Match[];
  /** By which they were ranked. */
  readonly way: Way;
}

/** A first match: a record with the passage that would be said. */
export interface First {
  readonly record: Entry;
  readonly best: Judged;
}

const LIMIT = 40;

/** Asks the search a question; its sentence is read as a whole where that is possible, unless told. */
export const readCase =
  (search: Search, way?: Way) =>
  (question: Labeled): Case => {
    const analysis = search.analyser.question(question.q);
    const matches = search.match(analysis, LIMIT, way);
    const [first] = matches;
    return { question, analysis, matches, way: first && measure(first.best, 'senseLikely') > 0 ? 'sense' : 'words' };
  };

/** All passages of a question that were judged to the end, those that answer it partly left out. */
export const groupOf = ({ question, matches }: Case): readonly Labelled[] =>
  matches.flatMap(({ record, passages }) =>
    passages
      .filter(({ chance }) => chance > 0)
      .map((passage) => ({ name: passageName(record, passage), passage }))
      .filter(({ name }) => !question.partly?.includes(name))
      .map(({ name, passage: { values } }) => ({
        features: [...values],
        right: question.right?.includes(name) ?? false,
      })),
  );

/** The records in the order that other weights give, with the chances that follow from them. */
export function rankedBy({ matches, way }: Case, { [way]: weights }: Readonly<Record<Way, Weights>>): readonly Match[] {
  const scorer = scorerOf(weights);
  const scored = matches.map(({ record, passages }) => ({
    record,
    passages: passages
      .filter(({ chance }) => chance > 0)
      .map((one) => ({ ...one, score: scorer(one.values) }))
      .sort((a, b) => b.score - a.score),
  }));
  const all = scored.flatMap(({ passages }) => passages.map(({ score }) => score)).sort((a, b) => b - a);
  const chances = new Map(chancesOf(all, weights).map((chance, at) => [all[at], chance]));
  return scored
    .filter(({ passages }) => passages.length > 0)
    .map(({ record, passages }): Match => {
      const judged = passages.map((one) => ({ ...one, chance: chances.get(one.score) ?? 0 }));
      const best = judged[0] as Judged;
      return { record, score: best.score, best, passages: judged };
    })
    .sort((a, b) => b.score - a.score);
}

/** Whether a first match is right: by its passage where these were judged, else by its record. */
export function isRight({ topics, right }: Labeled, first: First | undefined): boolean {
  if (!first || topics.length === 0) return false;
  return right && right.length > 0
    ? right.includes(passageName(first.record, first.best))
    : topics.includes(first.record.id);
}

/** Learned numbers by the names of the measures. */
export const toWeights = (values: readonly number[]): Weights =>
  Object.fromEntries(FEATURES.map((name, k) => [name, values[k] ?? 0])) as Weights;
