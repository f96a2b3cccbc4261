/** Knowledge → its analyser: whose names are matched, which words are known, what may be corrected to what. */

import type { Knowledge } from '../knowledge/load.ts';
import type { Entry } from '../knowledge/schema.ts';
import { FAMILIES } from '../knowledge/vocabulary.ts';
import { isEnglish } from './english.ts';
import { stem } from './stem.ts';
import { stopWords } from './stopwords.ts';
import { wordsOf } from './text.ts';
import { type Analyser, createAnalyser, type Named } from './tokens.ts';
import { createSpeller, type Speller } from './typos.ts';
import { unitsOf } from './units.ts';

/** Builds the analyser of a knowledge base. */
export function analyserFor(knowledge: Knowledge): Analyser {
  const records: readonly Entry[] = [...knowledge.concepts, ...knowledge.systems, ...knowledge.comparisons];
  const { lexicon } = knowledge;
  const rewrites = lexicon.terms.flatMap(({ term, same }) => same.map((from) => [from, term] as const));
  const named = namedOf(knowledge);
  const known = new Set<string>(stopWords());
  const targets = new Map<string, number>();
  const learn = (text: string, weight: number) => {
    for (const { text: word } of wordsOf(text)) {
      known.add(word);
      if (weight > 0) targets.set(word, (targets.get(word) ?? 0) + weight);
    }
  };
  for (const word of known) targets.set(word, 4);
  for (const record of records) {
    for (const unit of unitsOf(record)) {
      const weight = unit.kind === 'question' || unit.kind === 'facet-question' ? 1 : 0;
      for (const [text] of unit.texts) learn(text, weight);
    }
  }
  for (const { names } of named) for (const name of names) learn(name, 3);
  for (const text of rewrites.flat()) learn(text, 2);
  for (const phrase of lexicon.outside.phrases) learn(phrase, 0);
  for (const rows of Object.values(FAMILIES)) for (const label of Object.values(rows)) learn(label, 0);
  return createAnalyser({
    named,
    rewrites,
    akin: new Map(
      lexicon.akin.flatMap(([field = '', ...words]) =>
        [field, ...words].map((word) => [stem(word), `#${field}`] as const),
      ),
    ),
    commonNames: new Set(lexicon.common_names),
    isKnown: (word) => known.has(word) || word.length < 2,
    spell: spellerFor(targets),
  });
}

/** Corrects only what is no English word. */
function spellerFor(targets: ReadonlyMap<string, number>): Speller {
  const spell = createSpeller(targets);
  return (word) => (isEnglish(word) ? undefined : spell(word));
}

/** Every record's names. A native coin's names lead to its chain, a token's to the token. */
function namedOf(knowledge: Knowledge): readonly Named[] {
  return [
    ...knowledge.comparisons.map(({ id, name, aliases }) => ({ id, names: [name, ...aliases], exact: true })),
    ...knowledge.systems.map(({ id, name, aliases, past }) => ({
      id,
      names: [name, id.replaceAll('-', ' '), ...aliases, ...past.flatMap(({ names }) => names ?? [])],
      exact: true,
    })),
    ...knowledge.assets.map(({ id, system, name, symbol, aliases }) => ({
      id: system ?? id,
      names: [name, symbol, ...aliases],
      exact: true,
    })),
    ...knowledge.concepts.map(({ id, name, aliases, past }) => ({
      id,
      names: [name, id.replaceAll('-', ' '), ...aliases, ...past.flatMap(({ names }) => names ?? [])],
      exact: false,
    })),
  ];
}
