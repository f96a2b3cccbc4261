import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadAnswerer } from '../src/compiled.ts';
import { ENCODER } from '../src/encoder/model.ts';
import { fixtureFiles } from './fixtures.ts';

let folder: string;
const knowledge = () => join(folder, 'knowledge');
const cache = () => join(folder, 'cache');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strata-compiled-'));
  for (const { path, text } of fixtureFiles()) write(path, text);
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(knowledge(), path)), { recursive: true });
  writeFileSync(join(knowledge(), path), text);
}

/** What is kept after a start, and when it was written. */
async function keptAfterStart(): Promise<readonly string[]> {
  await loadAnswerer(knowledge(), cache());
  return readdirSync(cache()).map((name) => `${name} ${statSync(join(cache(), name)).mtimeMs}`);
}

const model = (digest: string) => `${JSON.stringify({ of: 'nothing', digest, vocabulary: [], tensors: [] })}\n`;

it('keeps what it compiled, and reads it back while nothing has changed', async () => {
  const first = await keptAfterStart();
  expect(first).toHaveLength(1);
  expect(await keptAfterStart()).toEqual(first);
});

it('compiles anew where what was kept is not whole', async () => {
  await keptAfterStart();
  const path = join(cache(), readdirSync(cache())[0] as string);
  const whole = readFileSync(path);
  for (const length of [0, 100, whole.length - 8]) {
    truncateSync(path, length);
    await keptAfterStart();
    expect(readFileSync(path).equals(whole)).toBe(true);
  }
});

it('compiles anew where the sentence model is another, and keeps the newest alone', async () => {
  const without = await keptAfterStart();
  write(ENCODER, model('one'));
  const one = await keptAfterStart();
  write(ENCODER, model('two'));
  const two = await keptAfterStart();
  expect([without, one, two].map((kept) => kept.length)).toEqual([1, 1, 1]);
  expect(new Set([without, one, two].flat()).size).toBe(3);
  expect(await keptAfterStart()).toEqual(two);
});
