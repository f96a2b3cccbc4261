import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import Database from 'libsql';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/sqlite.ts';

const KILLS = 5;

/** The writer as one script that node runs from its standard input. */
async function writerScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./writer.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    packages: 'external',
  });
  return outputFiles[0]?.text ?? '';
}

/** Runs the writer until it has said `lines` lines and kills it in mid-write; gives what it said it had written. */
function writeUntilKilled(script: string, file: string, lines: number): Promise<readonly number[]> {
  const child = spawn(process.execPath, ['--input-type=module', '-', file], { stdio: ['pipe', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  let complaint = '';
  child.stderr.on('data', (data: Buffer) => {
    complaint += data;
  });
  child.stdout.on('data', (data: Buffer) => {
    said += data;
    if (said.split('\n').length > lines) child.kill('SIGKILL');
  });
  child.stdin.end(script);
  return new Promise((resolve, reject) => {
    child.on('close', (code, signal) => {
      if (signal !== 'SIGKILL') return reject(new Error(`the writer ended by itself with ${code}: ${complaint}`));
      // The last line may be cut off; only whole ones were said.
      resolve(said.split('\n').slice(0, -1).map(Number));
    });
  });
}

test('nothing that was committed is lost when the process is killed in mid-write', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'strata-kill-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const script = await writerScript();
  for (let kill = 0; kill < KILLS; kill += 1) {
    const file = join(folder, `${kill}.db`);
    const said = await writeUntilKilled(script, file, 20 + Math.floor(Math.random() * 400));
    const store = openStore(file);
    const kept = new Set(store.gaps({ limit: 1_000_000 }).map(({ at }) => at));
    store.close();
    expect(said.length).toBeGreaterThanOrEqual(20);
    expect(said.filter((at) => !kept.has(at))).toEqual([]);
    const db = new Database(file);
    expect(db.pragma('integrity_check', { simple: true })).toMatchObject({ integrity_check: 'ok' });
    db.close();
  }
});
