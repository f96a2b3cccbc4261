/**
 * Bases of any size for the bench: the shape of real records, words that fall off as words do (Zipf), the shipped base's
 * own words the most frequent. Stop words are left out, so that every word costs a look-up, and the most frequent words
 * stand in most records, as "chain" and "layer" do in a base of one field. The same size gives the same base.
 */
import dictionary from 'dictionary-en';
import type { Knowledge } from '../../knowledge/load.ts';
import type { Concept } from '../../knowledge/schema.ts';
import { passagesOf } from '../../search/passage-texts.ts';
import { isStopWord } from '../../search/stopwords.ts';
import { wordsOf } from '../../search/text.ts';
import { createRandom, drawBelow, drawOf, type Random } from '../random.ts';

const SEED = 1;
/** Words from here on in the order of frequency are rare enough to name something. */
const NAMING_FROM = 300;
/** Flattens the head of Zipf's law, as Mandelbrot did: no word is every tenth word. */
const OFFSET = 2.7;

/** Draws words, and words that name things. */
interface Words {
  readonly common: () => string;
  readonly naming: () => string;
}

/** A base of so many records, with the lexicon of the shipped one; without its sentence model, which drawn words tell nothing. */
export function syntheticKnowledge(shipped: Knowledge, size: number): Knowledge {
  const random = createRandom(SEED);
  const words = wordSource(vocabularyOf(shipped, random), random);
  const concepts = Array.from({ length: size }, (_, at) => recordOf(at, words));
  const { encoder, ...base } = shipped;
  return { ...base, version: `synthetic-${size}`, concepts, systems: [], comparisons: [], assets: [] };
}

/** The words of the base by falling frequency, then those of the dictionary in any order. */
function vocabularyOf({ concepts, systems, comparisons }: Knowledge, random: Random): readonly string[] {
  const counts = new Map<string, number>();
  for (const record of [...concepts, ...systems, ...comparisons]) {
    for (const [text] of passagesOf(record)[0]?.texts ?? [])
      for (const word of wordsOf(text)) if (!isStopWord(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const own = [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
  const entries = Buffer.from(dictionary.dic).toString('utf8').split('\n');
  const others = entries.map((entry) => entry.split('/', 1)[0] ?? '');
  return [
    ...own,
    ...shuffled(
      others.filter((word) => /^[a-z]{4,}$/.test(word) && !counts.has(word)),
      random,
    ),
  ];
}

function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  const keyed = items.map((item) => ({ item, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

function wordSource(vocabulary: readonly string[], random: Random): Words {
  let sum = 0;
  const upTo = Float64Array.from(vocabulary, (_, rank) => {
    sum += 1 / (rank + 1 + OFFSET);
    return sum;
  });
  const letters = vocabulary.slice(NAMING_FROM).filter((word) => /^[a-z]{4,}$/.test(word));
  return {
    common: () => vocabulary[firstAbove(upTo, random() * sum)] ?? '',
    naming: () => drawOf(random, letters) ?? '',
  };
}

/** The first place of a rising array whose value is above the given one. */
function firstAbove(values: Float64Array, value: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

function recordOf(at: number, { common, naming }: Words): Concept {
  const run = (count: number) => Array.from({ length: count }, common).join(' ');
  const name = `${naming()} ${naming()}`;
  return {
    type: 'concept',
    group: 'synthetic',
    id: `${name.replaceAll(' ', '-')}-${at}`,
    name,
    aliases: [],
    short: run(6),
    questions: [`what is ${name}`, `how does ${run(5)}`, `why ${run(6)}`],
    facets: [
      { id: 'one', asks: 'how', title: run(4), questions: [`how ${run(6)}`, run(7)], answer: run(16), sources: [] },
    ],
    misconceptions: [],
    related: [],
    sources: [],
    reviewed: '2026-01-01',
    simple: run(12),
    standard: run(16),
    technical: run(8),
    points: [],
    not_to_be_confused_with: [],
    past: [],
  };
}

/** So many questions of a base's own, drawn at random, to be asked in this order. */
export function ownQuestions(knowledge: Knowledge, count: number): readonly string[] {
  const random = createRandom(SEED);
  const records = [...knowledge.concepts, ...knowledge.systems, ...knowledge.comparisons];
  const all = records.flatMap(({ questions, facets }) => [...questions, ...facets.flatMap((facet) => facet.questions)]);
  return Array.from({ length: count }, () => all[drawBelow(random, all.length)] ?? '');
}
