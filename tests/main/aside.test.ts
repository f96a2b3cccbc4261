/** Knowledge that is compiled while the bot runs: in the built program, as only this has threads of its own. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Compile } from '../../src/compiled.ts';
import type { Fault } from '../../src/knowledge/fault.ts';
import { conceptYaml, openFolder, openKnowledge } from '../discord/knowledge.ts';

const built = async <T>(file: string): Promise<T> =>
  (await import(new URL(`../../dist/${file}`, import.meta.url).href)) as T;

/** What a compiler gives for a folder, and how often this thread could turn to other things meanwhile. */
async function turnsDuring(compile: Compile, folder: string) {
  let turns = 0;
  let over = false;
  const turn = () => {
    turns += 1;
    if (!over) setImmediate(turn);
  };
  setImmediate(turn);
  const bytes = await compile(folder, join(openFolder(), 'cache')).finally(() => {
    over = true;
  });
  return { bytes, turns };
}

test('another thread compiles the very same, and this one goes on with its work', async () => {
  const folder = openKnowledge();
  const { compileKnowledge } = await built<{ compileKnowledge: Compile }>('compiled.js');
  const { compileAside } = await built<{ compileAside: Compile }>('compile-aside.js');
  // What compiles is imported at its first call, which lets this thread turn to other things, too.
  await turnsDuring(compileKnowledge, folder);
  const here = await turnsDuring(compileKnowledge, folder);
  const aside = await turnsDuring(compileAside, folder);
  expect(aside.bytes.equals(here.bytes)).toBe(true);
  expect(aside.turns).toBeGreaterThan(100 * here.turns);
});

test('the faults that another thread finds are told as they are, and a folder that is gone as its reason', async () => {
  const folder = openKnowledge();
  const cache = join(openFolder(), 'cache');
  const { compileAside } = await built<{ compileAside: Compile }>('compile-aside.js');
  writeFileSync(join(folder, 'concepts/bridges/bridge.yaml'), conceptYaml('bridge', ['rollup', 'nowhere']));
  const faulty = await compileAside(folder, cache).catch((error: { readonly faults: readonly Fault[] }) => error);
  expect(faulty).toMatchObject({ name: 'KnowledgeError', faults: [{ field: 'related.1' }] });
  await expect(compileAside(join(folder, 'gone'), cache)).rejects.toThrow('ENOENT');
});
