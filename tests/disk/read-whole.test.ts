import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readWhole } from '../../src/disk/read-whole.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strata-disk-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('gives the bytes of a file, in memory of their own', async () => {
  const path = join(folder, 'a.bin');
  writeFileSync(path, Buffer.from([1, 2, 3]));
  const bytes = await readWhole(path);
  expect([...(bytes ?? [])]).toEqual([1, 2, 3]);
  expect([bytes?.byteOffset, bytes?.buffer.byteLength]).toEqual([0, 3]);
});

it('gives nothing where there is no file, or a folder', async () => {
  expect(await readWhole(join(folder, 'b.bin'))).toBeUndefined();
  expect(await readWhole(folder)).toBeUndefined();
});
