import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashFiles, hashFolder, readKnowledgeFiles } from '../../src/knowledge/files.ts';
import { type Knowledge, loadKnowledge, parseKnowledge } from '../../src/knowledge/load.ts';
import { normalizeAlias } from '../../src/knowledge/names.ts';
import { concept, fixture, fixtureFiles } from '../fixtures.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strata-load-'));
  for (const { path, text } of fixtureFiles()) write(path, text);
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Tables with their values as one text: millions of numbers are compared one by one for seconds. */
const inText = ({ vectors, learned, ...records }: Knowledge) => ({
  ...records,
  tables: [vectors, learned.terms, learned.passages].map(({ values, ...table }) => ({
    ...table,
    values: Buffer.from(values).toString('base64'),
  })),
});

describe('a folder of knowledge', () => {
  it('gives its records by kind, with the file name as id and the folder as group', () => {
    const { concepts, systems, comparisons, assets } = loadKnowledge(folder);
    const shown = [...concepts, ...systems, ...comparisons].map(({ type, group, id }) => `${type} ${group}/${id}`);
    expect(shown).toEqual([
      'concept foundations/finality',
      'concept foundations/layer-1',
      'concept foundations/layer-2',
      'concept rollups/optimistic-rollup',
      'concept rollups/rollup',
      'concept rollups/sidechain',
      'concept rollups/zk-rollup',
      'system layer-1/northchain',
      'system layer-2/mode',
      'system layer-2/quickroll',
      'system layer-2/slowroll',
      'system sidechains/sideways',
      'comparison comparisons/optimistic-vs-zk',
    ]);
    expect(assets.map(({ type, id }) => `${type} ${id}`)).toEqual(['asset northcoin', 'asset paycoin']);
  });

  it('is the same whether it is read from the disk or handed over', () => {
    expect(inText(loadKnowledge(folder))).toEqual(inText(fixture()));
  });

  it('leaves alone what is no record', () => {
    const before = readKnowledgeFiles(folder);
    write('README.md', 'how to write');
    write('schema/concept.json', '{}');
    write('concepts/loose.yaml', 'name: loose');
    write('concepts/rollups/deep/er.yaml', 'name: deep');
    write('concepts/rollups/rollup.yaml~', 'name: backup');
    expect(readKnowledgeFiles(folder)).toEqual(before);
  });

  it('throws what the file system throws where there is none', () => {
    expect(() => loadKnowledge(join(folder, 'nowhere'))).toThrow('ENOENT');
  });
});

describe('knowledge', () => {
  it('is frozen all the way down, but for typed arrays, which cannot be', () => {
    const pieces: unknown[] = [fixture()];
    for (const piece of pieces) {
      if (typeof piece !== 'object' || piece === null || ArrayBuffer.isView(piece)) continue;
      expect(Object.isFrozen(piece)).toBe(true);
      pieces.push(...Object.values(piece));
    }
    expect(pieces.length).toBeGreaterThan(500);
  });

  it('has a version that every change of a text or a name changes, and nothing else', () => {
    const { version } = fixture();
    expect(version).toMatch(/^[0-9a-f]{12}$/);
    expect(fixture().version).toBe(version);
    const changed = fixture({
      'concepts/foundations/finality.yaml': concept('finality', { aliases: ['settledness'] }),
    });
    const renamed = fixture({
      'concepts/foundations/finality.yaml': undefined,
      'concepts/foundations/settledness.yaml': concept('finality'),
    });
    expect(new Set([version, changed.version, renamed.version]).size).toBe(3);
  });

  it('is the same from the bytes of a folder as from its texts', () => {
    expect(hashFolder(folder)).toBe(hashFiles(readKnowledgeFiles(folder)));
    write('concepts/foundations/finality.yaml', 'name: Endgültig 最终');
    expect(hashFolder(folder)).toBe(hashFiles(readKnowledgeFiles(folder)));
  });

  it('is not told apart by where one file ends and the next begins', () => {
    const split = (paths: readonly string[]) => hashFiles(paths.map((path) => ({ path, text: 'x' })));
    expect(split(['a', 'bx'])).not.toBe(split(['ax', 'b']));
  });

  it('fills in the lists that a record leaves out', () => {
    const [finality] = fixture().concepts;
    expect(finality).toMatchObject({
      aliases: [],
      facets: [],
      misconceptions: [],
      past: [],
      not_to_be_confused_with: [],
    });
  });

  it('keeps paragraphs and joins the lines of one', () => {
    const standard = `first line\nsecond line\n\n  next paragraph ${'and so on '.repeat(20)}\n`;
    const { concepts } = fixture({ 'concepts/rollups/rollup.yaml': concept('rollup', { standard }) });
    const shown = concepts.find(({ id }) => id === 'rollup')?.standard;
    expect(shown).toBe(`first line second line\n\n  next paragraph ${'and so on '.repeat(20).trim()}`);
  });

  it('without a lexicon reads no word as another', () => {
    const files = fixtureFiles({ 'lexicon.yaml': undefined });
    expect(parseKnowledge(files).lexicon.terms).toEqual([]);
  });
});

describe('names', () => {
  it.each([
    ['ZK-Rollup', 'zk rollup'],
    ['  Layer—2!  ', 'layer 2'],
    ['Café Coin', 'cafe coin'],
    ['第二層', '第二層'],
    ['L²', 'l2'],
    ['', ''],
  ])('%s is %s, whatever its case, accents and marks', (name, normal) => {
    expect(normalizeAlias(name)).toBe(normal);
  });
});
