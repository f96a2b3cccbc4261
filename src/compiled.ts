/**
 * Knowledge and its compiled search, from the disk where nothing has changed: keyed by the hash of every knowledge file
 * and of the code that reads them, so that what is kept can never be stale.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Answerer, createAnswerer } from './answer/index.ts';
import { pack, unpack } from './disk/packed.ts';
import { readWhole } from './disk/read-whole.ts';
import { ENCODER, type Model, parseModel } from './encoder/model.ts';
import { withEncoder } from './knowledge/encoder.ts';
import { hashFiles, hashFolder, readKnowledgeFiles } from './knowledge/files.ts';
import type { Knowledge } from './knowledge/load.ts';
import { withoutWordings } from './knowledge/wordings.ts';
import { type CompiledSearch, compileSearch } from './search/compile.ts';

const resolver = createRequire(import.meta.url);
const HERE = dirname(fileURLToPath(import.meta.url));
/** A folder for the sources and one for the build: each keeps its newest alone, and they would put each other's out. */
const CACHE_FOLDER = join(HERE, '../.cache', basename(HERE));
/** The code whose change makes another result from the same files. */
const CODE_FOLDERS = ['disk', 'encoder', 'knowledge', 'search'].map((folder) => join(HERE, folder));
/** The packages whose change may do so, too. */
const PACKAGES = ['dictionary-en', 'fuse.js', 'natural', 'yaml', 'zod'];

/** What a file of what is kept ends with. */
const KEPT = '.bin';

interface Kept {
  readonly knowledge: Knowledge;
  readonly compiled: CompiledSearch;
}

/** Compiles a knowledge folder and gives the packed result. Rejects with a KnowledgeError where the knowledge has faults. */
export type Compile = (folder: string, cacheFolder: string) => Promise<Buffer>;

/** The answerer of a knowledge folder. Rejects with a KnowledgeError where the knowledge has faults. */
export async function loadAnswerer(
  folder: string,
  cacheFolder: string = CACHE_FOLDER,
  compile: Compile = compileKnowledge,
): Promise<Answerer> {
  // The two large files are read in other threads while this one hashes; what is kept may turn out to be of something else.
  const reading = Promise.all([readWhole(join(folder, ENCODER)), readNewest(cacheFolder)]);
  const hash = hashFolder(folder);
  const [model, newest] = await reading;
  const encoder = model && parseModel(model);
  const kept = newest?.name === nameOf({ knowledge: hash, encoder }) ? unpacked(newest.bytes) : undefined;
  const { knowledge, compiled } = kept ?? (unpack(await compile(folder, cacheFolder)) as Kept);
  return createAnswerer(withEncoder(knowledge, encoder), compiled);
}

/** Compiles a knowledge folder on this thread, keeps the result in a folder, and gives its bytes. */
export const compileKnowledge: Compile = async (folder, cacheFolder) => {
  const model = await readWhole(join(folder, ENCODER));
  const encoder = model && parseModel(model);
  // zod and yaml take longer to load than the rest of the start: only now are they needed.
  const { parseKnowledge } = await import('./knowledge/load.ts');
  const files = readKnowledgeFiles(folder);
  const whole = parseKnowledge(files);
  const compiled = compileSearch(withEncoder(whole, encoder));
  const bytes = pack({ knowledge: withoutWordings(whole), compiled } satisfies Kept);
  // The files may have changed since they were hashed: what is kept is kept under what was read.
  keep(cacheFolder, nameOf({ knowledge: hashFiles(files), encoder }), bytes);
  return bytes;
};

/** What a compiled search is made from besides the code: knowledge by its hash, and the sentence model. */
interface Made {
  readonly knowledge: string;
  readonly encoder: Model | undefined;
}

/** The name of the file for what is made from this by this code. */
function nameOf({ knowledge, encoder }: Made): string {
  const hash = createHash('sha256').update(knowledge).update(process.version);
  if (encoder) hash.update(encoder.shape.digest);
  for (const name of PACKAGES) hash.update(readFileSync(packageFile(name)));
  for (const folder of CODE_FOLDERS) {
    for (const name of readdirSync(folder)
      .filter((file) => /\.[jt]s$/.test(file))
      .sort())
      hash.update(readFileSync(join(folder, name)));
  }
  return `${hash.digest('hex').slice(0, 32)}${KEPT}`;
}

/** A package's package.json, which some packages do not let be resolved by name. */
function packageFile(name: string): string {
  const found = (resolver.resolve.paths(name) ?? [])
    .map((folder) => join(folder, name, 'package.json'))
    .find(existsSync);
  if (found === undefined) throw new Error(`The package ${name} is not installed: run npm ci`);
  return found;
}

/** What was kept last, with its name; undefined where there is nothing. */
async function readNewest(folder: string): Promise<{ readonly name: string; readonly bytes: Buffer } | undefined> {
  const name = namesIn(folder).at(-1);
  const bytes = name && (await readWhole(join(folder, name)));
  return bytes ? { name, bytes } : undefined;
}

/** The names of what is kept: one, but where two programs have kept something at once. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(KEPT));
  } catch {
    return [];
  }
}

/** What was kept; undefined where it is not whole. */
function unpacked(bytes: Buffer): Kept | undefined {
  try {
    return unpack(bytes) as Kept;
  } catch {
    return undefined;
  }
}

/** Keeps the newest alone. A folder that cannot be written to only costs the time again. */
function keep(folder: string, name: string, bytes: Buffer): void {
  try {
    mkdirSync(folder, { recursive: true });
    for (const old of namesIn(folder)) rmSync(join(folder, old), { force: true });
    const path = join(folder, name);
    const unfinished = `${path}.${process.pid}`;
    writeFileSync(unfinished, bytes);
    renameSync(unfinished, path);
  } catch {
    // Read-only installations work without it.
  }
}
