/**
 * `npm run learn`: learns which terms and turns of phrase lead to which passage, from the base's titles and questions and
 * from those to practise on, and writes the vectors of all three beside the base. The same base gives the same vectors; it
 * takes some forty minutes.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PASSAGE_VECTORS, SHIPPED_KNOWLEDGE, TERM_VECTORS } from '../knowledge/files.ts';
import { formatVectors, toBytes } from '../knowledge/vectors.ts';
import { keysOf } from '../search/learned.ts';
import { isTurn } from '../search/turns.ts';
import { type Example, fitClassifier } from './learn/classifier.ts';
import { readExamples } from './learn/examples.ts';
import type { Matrix } from './learn/matrix.ts';

/** In how many texts a turn of phrase must stand to be learned. */
const LEAST_TURNS = 40;

const { names, texts: read } = readExamples();
const texts = read.map(({ label, text }) => ({ label, keys: keysOf(text) }));
const counts = new Map<string, number>();
for (const { keys } of texts) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
const places = new Map<string, number>();
const examples = texts.map(({ label, keys }): Example => ({ label, terms: keys.filter(isLearned).map(placeOf) }));
console.log(`${examples.length} examples of ${names.length} passages, ${places.size} terms and turns`);
const { terms, classes } = fitClassifier(
  examples,
  { terms: places.size, classes: names.length },
  { tell: (epoch, loss) => console.log(`epoch ${epoch + 1}: loss ${loss.toFixed(3)}`) },
);
write(TERM_VECTORS, [...places.keys()], terms);
write(PASSAGE_VECTORS, names, classes);

/** Rare turns of phrase are left out: there are more of them than of anything else, and each says little. */
function isLearned(key: string): boolean {
  return !isTurn(key) || (counts.get(key) as number) >= LEAST_TURNS;
}

/** The number of a term or turn; a new one gets the next. */
function placeOf(term: string): number {
  const place = places.get(term) ?? places.size;
  places.set(term, place);
  return place;
}

function write(file: string, keys: readonly string[], { dims, values }: Matrix): void {
  const table = { dims, keys, values: toBytes(values) };
  writeFileSync(join(SHIPPED_KNOWLEDGE, file), formatVectors('npm run learn', table));
}
