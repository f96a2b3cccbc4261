/**
 * `npm run learn`: learns from the base's titles and questions which terms lead to which passage, and writes the vectors
 * of both beside the base. The same base gives the same vectors; it takes about half an hour.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PASSAGE_VECTORS, SHIPPED_KNOWLEDGE, TERM_VECTORS } from '../knowledge/files.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { formatVectors, toBytes } from '../knowledge/vectors.ts';
import { learnWords, wordAnalyser } from '../search/analyser.ts';
import { recordsOf } from '../search/compile.ts';
import { passageName, passagesOf } from '../search/passage-texts.ts';
import { type Example, fitClassifier } from './learn/classifier.ts';
import type { Matrix } from './learn/matrix.ts';

const knowledge = loadKnowledge(SHIPPED_KNOWLEDGE);
const { document } = wordAnalyser(knowledge, learnWords(knowledge));
const passages = recordsOf(knowledge).flatMap((record) =>
  passagesOf(record).map((passage) => ({ name: passageName(record, passage), passage })),
);
const places = new Map<string, number>();
const examples = passages.flatMap(({ passage: { title, questions } }, label) =>
  [title, ...questions].map((text): Example => ({ label, terms: [...document(text).terms.keys()].map(placeOf) })),
);
console.log(`${examples.length} examples of ${passages.length} passages, ${places.size} terms`);
const { terms, classes } = fitClassifier(
  examples,
  { terms: places.size, classes: passages.length },
  { tell: (epoch, loss) => console.log(`epoch ${epoch + 1}: loss ${loss.toFixed(3)}`) },
);
write(TERM_VECTORS, [...places.keys()], terms);
write(
  PASSAGE_VECTORS,
  passages.map(({ name }) => name),
  classes,
);

/** The number of a term; a new one gets the next. */
function placeOf(term: string): number {
  const place = places.get(term) ?? places.size;
  places.set(term, place);
  return place;
}

function write(file: string, keys: readonly string[], { dims, values }: Matrix): void {
  const table = { dims, keys, values: toBytes(values) };
  writeFileSync(join(SHIPPED_KNOWLEDGE, file), formatVectors('npm run learn', table));
}
