/** An analysed question as the passages are held against it: its terms with their weights, and what it names. */
import { weigh } from './postings.ts';
import type { WeighedTerm } from './rank.ts';
import { stem } from './stem.ts';
import type { Analysis } from './tokens.ts';
import { FILLER, type Wording } from './wording.ts';
import type { Index } from './workspace.ts';

/** A term of the question, with its weight in a cosine. */
export interface AskedTerm extends WeighedTerm {
  /** What it weighs as a share of the question's meaning: less for fields of meaning and for filler. */
  readonly share: number;
  /** The record whose name it belongs to. */
  readonly nameOf: string | undefined;
  /** Whether it is the name of a record rather than a word. */
  readonly isName: boolean;
}

/** What is asked. */
export interface Asked {
  readonly terms: readonly AskedTerm[];
  /** The sum of the squared weights of its terms. */
  readonly squares: number;
  /** Records that the question names: surely 1, perhaps 0.3; a comparison by the share of its sides that are named. */
  readonly named: ReadonlyMap<string, number>;
  /** How many records it surely names. */
  readonly sure: number;
  readonly wording: Wording;
}

/** What fields of meaning and words that add nothing count beside words that say something. */
const SHARES = Object.freeze({ field: 0.5, filler: 0.25 });

/** Reads an analysed question. */
export function readAsked(index: Index, analysis: Analysis): Asked {
  const terms = readTerms(index, analysis);
  const named = namedRecords(analysis, index);
  let squares = 0;
  for (const { weight } of terms) squares += weight ** 2;
  let sure = 0;
  for (const weight of named.values()) if (weight === 1) sure += 1;
  return { terms, squares, named, sure, wording: analysis.wording };
}

function readTerms({ ranker }: Index, { terms, mentions, words }: Analysis): readonly AskedTerm[] {
  const names = new Map<string, string>();
  for (const { id, from, to } of mentions) for (let at = from; at < to; at += 1) names.set(stem(words[at] ?? ''), id);
  const fillers = new Set<string>();
  for (const word of words) if (FILLER.has(word)) fillers.add(stem(word));
  const asked: AskedTerm[] = [];
  for (const [term, tf] of terms) {
    const id = ranker.idOf(term);
    const idf = id < 0 ? ranker.idf(term) : ranker.idfAt(id);
    const isName = term.startsWith('@');
    const nameOf = isName ? term.slice(1) : names.get(term);
    const part = term.startsWith('#') ? SHARES.field : fillers.has(term) && !nameOf ? SHARES.filler : 1;
    asked.push({ id, weight: weigh(tf, idf), share: part * idf, nameOf, isName });
  }
  return asked;
}

function namedRecords({ mentions }: Analysis, { compared }: Index): ReadonlyMap<string, number> {
  const named = new Map<string, number>();
  for (const { id, weak } of mentions) named.set(id, Math.max(named.get(id) ?? 0, weak ? 0.3 : 1));
  const sides = [...named].filter(([, weight]) => weight === 1).map(([id]) => id);
  for (const side of sides) {
    for (const comparison of compared.get(side) ?? []) {
      if (comparison.type !== 'comparison' || named.has(comparison.id)) continue;
      const both = comparison.sides.filter((id) => sides.includes(id)).length;
      if (both > 1) named.set(comparison.id, both / comparison.sides.length);
    }
  }
  return named;
}
