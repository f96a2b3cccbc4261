/** A small sound knowledge base in a folder of its own, for tests that must not depend on what the shipped one says. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { stringify } from 'yaml';

const filler = (name: string, length: number) =>
  `${name} is described here in neutral words for the sake of a test. `.repeat(Math.ceil(length / 60)).trim();

/** A concept's YAML; `extra` adds or replaces fields. */
export function conceptYaml(name: string, related: readonly string[], extra: Readonly<Record<string, unknown>> = {}) {
  return stringify({
    name,
    aliases: [],
    short: `What ${name} is, in one line`,
    simple: filler(name, 140),
    standard: filler(name, 220),
    technical: filler(name, 220),
    points: [`${name} has a first point.`, `${name} has a second point.`, `${name} has a third point.`],
    questions: [
      `what is ${name}`,
      `how does ${name} work`,
      `why use ${name}`,
      `who runs ${name}`,
      `is ${name} safe`,
      `what does ${name} cost`,
    ],
    related,
    sources: [{ id: 'guide', title: 'A guide', url: 'https://example.org/guide', read: '2026-11-01' }],
    reviewed: '2026-11-01',
    ...extra,
  });
}

/** The files of the small base: path → text. */
export const FILES: Readonly<Record<string, string>> = {
  'concepts/rollups/rollup.yaml': conceptYaml('rollup', ['sidechain', 'bridge']),
  'concepts/rollups/zk-rollup.yaml': conceptYaml('ZK rollup', ['rollup', 'bridge'], { aliases: ['validity rollup'] }),
  'concepts/bridges/bridge.yaml': conceptYaml('bridge', ['rollup', 'sidechain']),
  'concepts/sidechains/sidechain.yaml': conceptYaml('sidechain', ['rollup', 'bridge']),
};

/** Gives a folder that is removed when the test ends. */
export function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'strata-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes the small base into a folder that is removed when the test ends; gives its path. */
export function openKnowledge(files: Readonly<Record<string, string>> = FILES): string {
  const folder = openFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
