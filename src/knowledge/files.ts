/** The only reader of knowledge files: folder → named texts, in a fixed order, with the hash of their content. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ENCODER, type Model, parseModel } from '../encoder/model.ts';

/** One file's path relative to the knowledge folder, with forward slashes, and its text. */
export interface KnowledgeFile {
  readonly path: string;
  readonly text: string;
}

const RECORD = /^(concepts\/[^/]+|systems\/[^/]+|comparisons)\/[^/]+\.yaml$/;
/** The tables of vectors: what words mean, and what terms and passages have to do with each other. */
export const VECTORS = 'vectors.txt';
export const TERM_VECTORS = 'term-vectors.txt';
export const PASSAGE_VECTORS = 'passage-vectors.txt';
/** What the sentence model's values have to do with passages, and with messages of other business. */
export const SENSE_MATRIX = 'sense-matrix.txt';
export const SENSE_VECTORS = 'sense-vectors.txt';
export const SENSE_OUTSIDE = 'sense-outside.txt';
export const TABLES: ReadonlySet<string> = new Set([
  VECTORS,
  TERM_VECTORS,
  PASSAGE_VECTORS,
  SENSE_MATRIX,
  SENSE_VECTORS,
  SENSE_OUTSIDE,
]);
/** Messages that are none of the bot's business. */
export const OUTSIDE = 'outside.yaml';
const SINGLE = new Set(['assets.yaml', 'lexicon.yaml', OUTSIDE, ...TABLES]);

/** Every record file below a knowledge folder, sorted by path. Throws what the file system throws. */
export function readKnowledgeFiles(folder: string): readonly KnowledgeFile[] {
  return pathsIn(folder).map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}

/** The sentence model of a knowledge folder; undefined where it has none. Throws where the file is not whole. */
export function readModel(folder: string): Model | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(folder, ENCODER));
  } catch {
    return undefined;
  }
  return parseModel(bytes);
}

const pathsIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => RECORD.test(path) || SINGLE.has(path))
    .sort();

/** SHA-256 over all paths and texts, in hex: two folders with the same hash hold the same knowledge. */
export function hashFiles(files: readonly KnowledgeFile[]): string {
  const hash = createHash('sha256');
  for (const { path, text } of files) hash.update(`${path}\0${text}\0`);
  return hash.digest('hex');
}

/** The hash of a folder's files, as `hashFiles` gives it; neither are the bytes read as text, nor is there room for more than some at once. */
export function hashFolder(folder: string): string {
  const hash = createHash('sha256');
  const some = Buffer.allocUnsafe(AT_ONCE);
  for (const path of pathsIn(folder)) {
    hash.update(`${path}\0`);
    const file = openSync(join(folder, path), 'r');
    try {
      for (let count = readSync(file, some); count > 0; count = readSync(file, some))
        hash.update(some.subarray(0, count));
    } finally {
      closeSync(file);
    }
    hash.update('\0');
  }
  return hash.digest('hex');
}

/** So many bytes are read at once: most files whole. */
const AT_ONCE = 2 ** 18;

/** The knowledge folder that is shipped with the bot. */
export const SHIPPED_KNOWLEDGE = fileURLToPath(new URL('../../knowledge', import.meta.url));
