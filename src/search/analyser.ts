/** Knowledge → its analyser: whose names are matched, which words are known, what may be corrected to what. */

import type { Knowledge } from '../knowledge/load.ts';
import type { Entry, Lexicon } from '../knowledge/schema.ts';
import { FAMILIES } from '../knowledge/vocabulary.ts';
import { isEnglish } from './english.ts';
import type { Named } from './mentions.ts';
import { passagesOf } from './passage-texts.ts';
import { stem } from './stem.ts';
import { stopWords } from './stopwords.ts';
import { wordsOf } from './text.ts';
import { type Analyser, createAnalyser } from './tokens.ts';
import { createSpeller, type Speller } from './typos.ts';

/** What the analyser learned from the records: every known word, and the words to correct to with their weights. */
export interface WordLists {
  readonly known: readonly string[];
  readonly targets: readonly (readonly [word: string, weight: number])[];
}

/** Learns the words of a knowledge base. */
export function learnWords(knowledge: Knowledge): WordLists {
  const records: readonly Entry[] = [...knowledge.concepts, ...knowledge.systems, ...knowledge.comparisons];
  const { lexicon } = knowledge;
  const known = new Set<string>(stopWords());
  const targets = new Map<string, number>([...known].map((word) => [word, 4]));
  const learn = (text: string, weight: number) => {
    for (const word of wordsOf(text)) {
      known.add(word);
      if (weight > 0) targets.set(word, (targets.get(word) ?? 0) + weight);
    }
  };
  for (const record of records) {
    for (const { kind, questions, texts } of passagesOf(record)) {
      for (const [text] of texts) for (const line of text.split('\n')) learn(line, 0);
      if (kind !== 'claim') for (const question of questions) learn(question, 1);
    }
  }
  for (const { names } of namedOf(knowledge)) for (const name of names) learn(name, 3);
  for (const text of rewritesOf(lexicon).flat()) learn(text, 2);
  for (const phrase of [...lexicon.outside.phrases, ...lexicon.outside.unless]) learn(phrase, 0);
  for (const rows of Object.values(FAMILIES)) for (const label of Object.values(rows)) learn(label, 0);
  return { known: [...known], targets: [...targets] };
}

/** The analyser of a knowledge base whose words were learned. */
export function wordAnalyser(knowledge: Knowledge, { known, targets }: WordLists): Analyser {
  const { lexicon } = knowledge;
  const words = new Set(known);
  return createAnalyser({
    named: namedOf(knowledge),
    rewrites: rewritesOf(lexicon),
    akin: new Map(
      lexicon.akin.flatMap(([field = '', ...others]) =>
        [field, ...others].map((word) => [stem(word), `#${field}`] as const),
      ),
    ),
    commonNames: new Set(lexicon.common_names),
    isKnown: (word) => words.has(word) || word.length < 2,
    spell: spellerFor(new Map(targets)),
  });
}

const rewritesOf = ({ terms }: Lexicon) => terms.flatMap(({ term, same }) => same.map((from) => [from, term] as const));

/** Corrects only what is no English word. */
function spellerFor(targets: ReadonlyMap<string, number>): Speller {
  // Most questions hold no unknown word: the tables of the speller are made at the first one.
  let spell: Speller | undefined;
  return (word) => {
    if (isEnglish(word)) return undefined;
    spell ??= createSpeller(targets);
    return spell(word);
  };
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
