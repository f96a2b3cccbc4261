/** The passages of a record, and how much of a question each of them holds. */
import type { Entry } from '../knowledge/schema.ts';
import type { Asks } from '../knowledge/vocabulary.ts';
import type { Asked } from './asked.ts';
import { ASKED, WHOLE } from './places.ts';
import { findIn } from './sets.ts';
import { type Index, PASSAGES } from './workspace.ts';

/** What can be said of a record in one reply. */
export interface Passage {
  readonly kind: 'whole' | 'facet' | 'claim';
  /** The number of the facet or misconception; 0 for the whole. */
  readonly index: number;
}

/** What a passage is, worked out once. */
export interface PassageFacts extends Passage {
  /** The record's number, and the passage's number within it. */
  readonly record: number;
  readonly number: number;
  /** What it answers; undefined but for facets. */
  readonly asks: Asks | undefined;
  /** Whether it answers a yes/no question with yes or no. */
  readonly isPolar: boolean;
}

/** The passages of all records, as they are numbered in the index. */
export const factsOf = (records: readonly Entry[]): readonly PassageFacts[] =>
  records.flatMap(({ facets, misconceptions }, record) => [
    { kind: 'whole' as const, index: 0, record, number: WHOLE, asks: undefined, isPolar: false },
    ...facets.map(({ asks, verdict }, index) => {
      const isPolar = verdict !== undefined;
      return { kind: 'facet' as const, index, record, number: 1 + index, asks, isPolar };
    }),
    ...misconceptions.map((_, index) => {
      const number = 1 + facets.length + index;
      return { kind: 'claim' as const, index, record, number, asks: undefined, isPolar: true };
    }),
  ]);

/** How much of a question there is for the passages of a record to hold. */
export interface Shares {
  /** The whole weight, what of it is the record's own name, and what stands anywhere in the record. */
  all: number;
  own: number;
  held: number;
  /** What the passages can hold of it, weighed by how few of them hold it. */
  apart: number;
  /** The sum of the squared weights of the terms of the record's own name. */
  ownSquares: number;
}

/** What a word counts that stands in the answer alone, neither in the title nor in a question. */
const TOLD_ONLY = 0.6;

/** Notes in the workspace how much of the question each passage of a record holds, and gives how much there is. */
export function shareOut(
  { compiled: { places, first }, space, records }: Index,
  record: number,
  { terms }: Asked,
): Shares {
  const count = (first[record + 1] as number) - (first[record] as number);
  const id = records[record]?.id;
  const { asked, held, apart, names } = space;
  for (const array of [asked, held, apart, names]) array.fill(0, 0, count);
  const shares: Shares = { all: 0, own: 0, held: 0, apart: 0, ownSquares: 0 };
  for (const term of terms) {
    if (term.nameOf === id) {
      shares.own += term.share;
      shares.ownSquares += term.weight ** 2;
    }
    shares.all += term.share;
    const found = term.id < 0 ? -1 : findIn(places.terms, record, term.id);
    if (found >= 0) shares.held += term.share;
    if (term.nameOf === id) continue;
    const start = found < 0 ? 0 : (places.firstPlace[found] as number);
    const end = found < 0 ? 0 : (places.firstPlace[found + 1] as number);
    // A word that stands in every passage of the record tells none of them from the others.
    const rare = term.share * Math.log(1 + count / Math.max(1, end - start));
    shares.apart += rare;
    for (let place = start; place < end; place += 1) {
      const passage = places.passages[place] as number;
      if (passage >= PASSAGES) continue;
      const isAsked = ((places.places[place] as number) & ASKED) > 0;
      if (isAsked) asked[passage] = (asked[passage] as number) + term.share;
      held[passage] = (held[passage] as number) + term.share;
      apart[passage] = (apart[passage] as number) + (isAsked ? rare : rare * TOLD_ONLY);
      if (term.isName) names[passage] = (names[passage] as number) + 1;
    }
  }
  return shares;
}
