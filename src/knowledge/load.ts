/**
 * Files → typed, frozen records. Reports every fault of every file at once; knowledge with any fault does not load.
 */
import type { z } from 'zod';
import type { Model } from '../encoder/model.ts';
import { withEncoder } from './encoder.ts';
import { type Fault, KnowledgeError } from './fault.ts';
import {
  hashFiles,
  type KnowledgeFile,
  OUTSIDE,
  PASSAGE_VECTORS,
  readKnowledgeFiles,
  readModel,
  SENSE_MATRIX,
  SENSE_OUTSIDE,
  SENSE_VECTORS,
  TABLES,
  TERM_VECTORS,
  VECTORS,
} from './files.ts';
import { deepFreeze } from './freeze.ts';
import { type Parsed, parseYaml } from './parse.ts';
import type { Placed, PlacedKnowledge } from './placed.ts';
import { checkRules } from './rules.ts';
import {
  type Asset,
  assetListSchema,
  type Comparison,
  type Concept,
  comparisonSchema,
  conceptSchema,
  type Entry,
  type Lexicon,
  lexiconSchema,
  type OutsideTheme,
  outsideSchema,
  type System,
  systemSchema,
} from './schema.ts';
import { inOrder, NO_VECTORS, parseVectors, type VectorTable } from './vectors.ts';

/** The whole base, frozen: what the search and the answers are built from. */
export interface Knowledge {
  /** The first twelve hex digits of the content's hash: the version that an answer can be cited with. */
  readonly version: string;
  readonly concepts: readonly Concept[];
  readonly systems: readonly System[];
  readonly comparisons: readonly Comparison[];
  readonly assets: readonly Asset[];
  readonly lexicon: Lexicon;
  /** Messages of other business; none where the base has no file of them. */
  readonly outside: readonly OutsideTheme[];
  /** What words mean; empty where the base has no table of it. */
  readonly vectors: VectorTable;
  /** What the terms of questions have to do with passages (by their names); empty where the base has no tables of it. */
  readonly learned: { readonly terms: VectorTable; readonly passages: VectorTable };
  /** A row for each part of a direction, of what the sentence model's values add to it; and the directions of passages by
   * their names, and of messages of other business. Empty where the base has no tables of it. */
  readonly sense: { readonly matrix: VectorTable; readonly passages: VectorTable; readonly outside: VectorTable };
  /** The sentence model; none where the base has none, or where it was parsed from texts alone. */
  readonly encoder?: Model;
}

/** Loads a knowledge folder. Throws a KnowledgeError with every fault, or what the file system throws. */
export function loadKnowledge(folder: string): Knowledge {
  return withEncoder(parseKnowledge(readKnowledgeFiles(folder)), readModel(folder));
}

/** Parses and checks files already read. Throws a KnowledgeError with every fault. */
export function parseKnowledge(files: readonly KnowledgeFile[]): Knowledge {
  const { knowledge, faults } = inspectKnowledge(files);
  if (faults.length > 0) throw new KnowledgeError(faults);
  return knowledge;
}

/** Every fault of the files, and the knowledge of the records that are sound in themselves. */
export function inspectKnowledge(files: readonly KnowledgeFile[]): {
  readonly knowledge: Knowledge;
  readonly faults: readonly Fault[];
} {
  const faults: Fault[] = [];
  const take = <T>(file: KnowledgeFile, schema: z.ZodType<T>): Parsed<T> => {
    const parsed = parseYaml(file.path, file.text, schema);
    faults.push(...parsed.faults);
    return parsed;
  };
  const entries: Placed<Entry>[] = [];
  const assets: Placed<Asset>[] = [];
  let lexicon: Lexicon = {
    terms: [],
    common_names: [],
    akin: [],
    jargon: [],
    outside: { words: [], phrases: [], unless: [] },
  };
  let outside: readonly OutsideTheme[] = [];
  for (const file of files) {
    if (TABLES.has(file.path)) continue;
    const { folder, group, id } = placeOf(file.path);
    if (folder === 'concepts') place(entries, take(file, conceptSchema), { type: 'concept', id, group });
    else if (folder === 'systems') place(entries, take(file, systemSchema), { type: 'system', id, group });
    else if (folder === 'comparisons') place(entries, take(file, comparisonSchema), { type: 'comparison', id, group });
    else if (file.path === OUTSIDE) outside = take(file, outsideSchema).value ?? outside;
    else if (id === 'assets') assets.push(...placedAssets(take(file, assetListSchema)));
    else lexicon = take(file, lexiconSchema).value ?? lexicon;
  }
  const placed: PlacedKnowledge = { entries, assets, ids: new Set(files.map(({ path }) => placeOf(path).id)) };
  faults.push(...checkRules(placed));
  return { knowledge: gather(files, placed, { lexicon, outside }), faults };
}

function gather(
  files: readonly KnowledgeFile[],
  placed: PlacedKnowledge,
  singles: Pick<Knowledge, 'lexicon' | 'outside'>,
): Knowledge {
  const records = placed.entries.map(({ record }) => record);
  return deepFreeze({
    version: hashFiles(files).slice(0, 12),
    concepts: records.filter((record) => record.type === 'concept'),
    systems: records.filter((record) => record.type === 'system'),
    comparisons: records.filter((record) => record.type === 'comparison'),
    assets: placed.assets.map(({ record }) => record),
    ...singles,
    vectors: inOrder(VECTORS, tableIn(files, VECTORS)),
    learned: { terms: tableIn(files, TERM_VECTORS), passages: tableIn(files, PASSAGE_VECTORS) },
    sense: {
      matrix: tableIn(files, SENSE_MATRIX),
      passages: tableIn(files, SENSE_VECTORS),
      outside: tableIn(files, SENSE_OUTSIDE),
    },
  });
}

function tableIn(files: readonly KnowledgeFile[], path: string): VectorTable {
  const file = files.find((one) => one.path === path);
  return file ? parseVectors(path, file.text) : NO_VECTORS;
}

/** `concepts/rollups/zk-rollup.yaml` → its top folder, its group and its id. */
function placeOf(path: string) {
  const parts = path.replace(/\.yaml$/, '').split('/');
  const id = parts.at(-1) ?? path;
  const folder = parts.length > 1 ? parts[0] : undefined;
  return { folder, group: parts.length > 2 ? (parts[1] ?? '') : (folder ?? ''), id };
}

function place<B extends object, L extends { readonly type: string }>(
  entries: Placed<B & L>[] | Placed<Entry>[],
  { value, faultAt }: Parsed<B>,
  label: L,
): void {
  if (value) (entries as Placed<B & L>[]).push({ record: { ...label, ...value }, faultAt });
}

function placedAssets({ value, faultAt }: Parsed<z.infer<typeof assetListSchema>>): readonly Placed<Asset>[] {
  return (value ?? []).map((asset, index) => ({
    record: { type: 'asset', ...asset },
    faultAt: (path, message) => faultAt([index, ...path], message),
  }));
}
