/** Which facet or claim of a record answers a question: the record's name is given, so only the rest of the question counts. */
import type { Entry } from '../knowledge/schema.ts';
import type { Analyser, Analysis } from './tokens.ts';

/** The terms of one facet or claim with how much each counts: all of it in titles and questions, less in the answer. */
export type PartTerms = ReadonlyMap<string, number>;

/** The parts of a record, under the keys "facet 0", "claim 2". */
export type RecordParts = ReadonlyMap<string, PartTerms>;

const ANSWER_WEIGHT = 0.6;

/** The terms of every facet and claim of a record. */
export function partsOfRecord(record: Entry, analyser: Analyser): RecordParts {
  const parts = new Map<string, PartTerms>();
  for (const [index, { title, questions, answer }] of record.facets.entries()) {
    parts.set(
      `facet ${index}`,
      termsOf(
        [
          [answer, ANSWER_WEIGHT],
          [[title, ...questions].join('\n'), 1],
        ],
        analyser,
      ),
    );
  }
  for (const [index, { claim, truth }] of record.misconceptions.entries()) {
    parts.set(
      `claim ${index}`,
      termsOf(
        [
          [truth, ANSWER_WEIGHT],
          [claim, 1],
        ],
        analyser,
      ),
    );
  }
  return parts;
}

function termsOf(texts: readonly (readonly [string, number])[], analyser: Analyser): PartTerms {
  const terms = new Map<string, number>();
  for (const [text, weight] of texts) {
    for (const term of analyser.document(text).terms.keys())
      if (!term.includes('_')) terms.set(term, Math.max(weight, terms.get(term) ?? 0));
  }
  return terms;
}

/** A question's terms with their idf, without those that only name the record. */
export function restOf(
  { terms, mentions, words }: Analysis,
  id: string,
  { idf, stem }: { idf: (term: string) => number; stem: (word: string) => string },
): ReadonlyMap<string, number> {
  const own = new Set<string>([`@${id}`]);
  for (const mention of mentions)
    if (mention.id === id) for (const word of words.slice(mention.from, mention.to)) own.add(stem(word));
  const rest = new Map<string, number>();
  for (const term of terms.keys())
    if (!term.includes('_') && !own.has(term)) rest.set(term, term.startsWith('#') ? idf(term) / 2 : idf(term));
  return rest;
}

/** The share of the rest of a question that a part holds, 0..1; 0 where nothing is left to hold. */
export function coverOf(rest: ReadonlyMap<string, number>, part: PartTerms | undefined): number {
  let held = 0;
  let all = 0;
  for (const [term, weight] of rest) {
    all += weight;
    held += weight * (part?.get(term) ?? 0);
  }
  return all === 0 ? 0 : held / all;
}
