/** The house plan, held against the import lines: who may know whom. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

interface Import {
  /** A package, or the path of one of our files relative to `src`. */
  readonly of: string;
  readonly isOurs: boolean;
  readonly isType: boolean;
}

interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

const IMPORT =
  /^(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

const sources: readonly SourceFile[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => path.split(sep).join('/'))
  // The sandbox's page runs in a browser and is held by its own rules.
  .filter((path) => !path.startsWith('sandbox/page/client/'))
  .sort()
  .map((path) => {
    const text = readFileSync(join(SRC, path), 'utf8');
    return { path, text, imports: importsOf(path, text) };
  });

function importsOf(path: string, text: string): readonly Import[] {
  return [...text.matchAll(IMPORT)].map(([, type, from = '', dynamic = '']) => {
    const name = from || dynamic;
    const isOurs = name.startsWith('.');
    const of = isOurs
      ? relative(SRC, join(SRC, dirname(path), name))
          .split(sep)
          .join('/')
      : name;
    return { of, isOurs, isType: type !== undefined };
  });
}

/** The part of the house that a file belongs to: its top folder, or its name for a file in `src` itself. */
const partOf = (path: string): string => path.split('/')[0] ?? path;

/** Each part, and the parts it may import besides itself. Parts that are not named may be imported by `main` alone. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  encoder: [],
  knowledge: ['encoder'],
  search: ['knowledge', 'encoder'],
  answer: ['knowledge', 'search'],
  store: [],
  sandbox: [],
  disk: [],
  discord: ['knowledge', 'search', 'answer', 'store', 'log.ts', 'config.ts'],
  // The load tool is a composition root of its own: a whole bot with a sandbox beside it.
  tools: [
    'bot.ts',
    'sandbox',
    'encoder',
    'knowledge',
    'search',
    'answer',
    'store',
    'discord',
    'compiled.ts',
    'config.ts',
    'fault.ts',
    'inspect.ts',
    'log.ts',
  ],
  'log.ts': ['config.ts'],
  'config.ts': [],
  'fault.ts': ['knowledge'],
  'compiled.ts': ['disk', 'encoder', 'knowledge', 'search', 'answer'],
  'compile-aside.ts': ['knowledge', 'compiled.ts'],
  'compile-thread.ts': ['knowledge', 'compiled.ts', 'compile-aside.ts'],
  'reload.ts': ['knowledge', 'answer', 'compiled.ts', 'compile-aside.ts', 'discord', 'log.ts'],
  'inspect.ts': ['knowledge', 'search', 'answer', 'sandbox'],
  'bot.ts': ['knowledge', 'answer', 'discord', 'store', 'config.ts', 'log.ts', 'compiled.ts', 'reload.ts'],
};

/** Every import of ours that a rule forbids, as "file → what it imports". */
const breaches = (isWrong: (file: SourceFile, one: Import) => boolean): readonly string[] =>
  sources.flatMap((file) => file.imports.filter((one) => isWrong(file, one)).map(({ of }) => `${file.path} → ${of}`));

describe('the direction of imports', () => {
  it('is main, tools → discord → answer → search → knowledge', () => {
    const wrong = breaches(({ path }, { of, isOurs }) => {
      const part = partOf(path);
      if (!isOurs || part === 'main.ts' || part === partOf(of)) return false;
      return !(MAY_IMPORT[part] ?? []).includes(partOf(of));
    });
    expect(wrong).toEqual([]);
  });

  it('leads only to files that there are', () => {
    const paths = new Set(sources.map(({ path }) => path));
    expect(breaches((_, { of, isOurs }) => isOurs && of.endsWith('.ts') && !paths.has(of))).toEqual([]);
  });

  // Types are gone when the program runs: only what is loaded can go in circles.
  it('goes in no circles', () => {
    const graph = new Map(
      sources.map(({ path, imports }) => [
        path,
        imports.filter(({ isOurs, isType }) => isOurs && !isType).map(({ of }) => of),
      ]),
    );
    expect(circlesIn(graph)).toEqual([]);
  });
});

/** Files that import themselves over others, each circle once. */
function circlesIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) circles.push([...trail.slice(at), path].join(' → '));
    if (at >= 0 || done.has(path)) return;
    for (const next of graph.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  return circles;
}

describe('a package is known in one place only', () => {
  const only = (name: RegExp, isHome: (path: string) => boolean) =>
    breaches(({ path }, { of, isOurs }) => !isOurs && name.test(of) && !isHome(path));

  it('discord.js in discord', () => {
    expect(only(/^discord\.js$|^@discordjs\//, (path) => path.startsWith('discord/'))).toEqual([]);
  });

  it('natural and fuse.js in search, and among the peers that are measured', () => {
    const isHome = (path: string) =>
      path.startsWith('search/') || path.startsWith('tools/eval/') || path.startsWith('tools/bench/');
    expect(only(/^natural(?:\/|$)|^fuse\.js$/, isHome)).toEqual([]);
  });

  it('natural never by its root, which is slow and talks', () => {
    expect(breaches((_, { of }) => of === 'natural')).toEqual([]);
  });

  it('yaml in knowledge and tools, the database in store', () => {
    expect(only(/^yaml$/, (path) => /^(?:knowledge|tools)\//.test(path))).toEqual([]);
    expect(only(/^libsql$/, (path) => path.startsWith('store/'))).toEqual([]);
  });

  it('other libraries of search among the peers that are measured', () => {
    const peers = /^(?:minisearch|@orama\/orama|lunr|tinybench)$/;
    expect(only(peers, (path) => path.startsWith('tools/'))).toEqual([]);
  });
});

describe('the core', () => {
  it('does no input or output and has no clock: search and answer', () => {
    const wrong = breaches(({ path }, { of }) => /^(?:search|answer)\//.test(path) && of.startsWith('node:'));
    expect(wrong).toEqual([]);
    const clocks = sources.filter(
      ({ path, text }) =>
        /^(?:search|answer)\//.test(path) && /\bDate\b|\bperformance\.|Math\.random|\bprocess\./.test(text),
    );
    expect(clocks.map(({ path }) => path)).toEqual([]);
  });

  it('reads files in one place: of knowledge only files.ts and watch.ts', () => {
    const wrong = breaches(({ path }, { of }) => path.startsWith('knowledge/') && of === 'node:fs');
    expect(wrong).toEqual(['knowledge/files.ts → node:fs', 'knowledge/watch.ts → node:fs']);
  });
});

describe('the habits', () => {
  const holding = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

  it('no default exports, no enums, no casts by way of unknown', () => {
    expect(holding(/^export default\b/m)).toEqual([]);
    expect(holding(/^(?:export )?(?:const )?enum\b/m)).toEqual([]);
    expect(holding(/\bas unknown as\b/)).toEqual([]);
  });

  it('the environment is read in main and by tools that are started by hand', () => {
    expect(
      holding(/\bprocess\.env\b/).filter((path) => path !== 'config.ts' && !/^tools\/[^/]+\.ts$/.test(path)),
    ).toEqual(['main.ts']);
  });

  it('no folder for odds and ends', () => {
    expect(sources.filter(({ path }) => /(?:^|\/)(?:utils?|helpers?|misc|common)(?:\/|\.ts$)/.test(path))).toEqual([]);
  });
});
