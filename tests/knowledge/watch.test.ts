import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { loadAnswerer } from '../../src/compiled.ts';
import { watchKnowledge } from '../../src/knowledge/watch.ts';
import { createLog } from '../../src/log.ts';
import { createLiveAnswerer } from '../../src/reload.ts';
import { messageOf, startTestBot, textOf } from '../discord/bot.ts';
import { conceptYaml, openFolder, openKnowledge } from '../discord/knowledge.ts';

const DEADLINE_MS = 5_000;

/** Watches a folder; `next` resolves at the next change and rejects after the deadline. */
function open(folder: string) {
  let heard: () => void = () => undefined;
  const lost: unknown[] = [];
  const watch = watchKnowledge(folder, { onChange: () => heard(), onLost: (error) => void lost.push(error) });
  onTestFinished(() => watch.close());
  const next = () =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('no change was told')), DEADLINE_MS);
      heard = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  return { next, lost };
}

test('a changed, a renamed, a new and a removed record are told of, also in a new folder', async () => {
  const folder = openKnowledge();
  const { next, lost } = open(folder);
  const bridge = join(folder, 'concepts/bridges/bridge.yaml');
  const steps: readonly (() => void)[] = [
    () => writeFileSync(bridge, 'name: other'),
    // Editors write beside the file and rename.
    () => {
      writeFileSync(`${bridge}.new`, 'name: third');
      renameSync(`${bridge}.new`, bridge);
    },
    () => mkdirSync(join(folder, 'concepts/new')),
    () => rmSync(bridge),
  ];
  for (const [at, step] of steps.entries()) {
    const told = next();
    step();
    // A folder alone is no change; the record in it is.
    if (at === 2) writeFileSync(join(folder, 'concepts/new/validium.yaml'), 'name: validium');
    await told;
  }
  const told = next();
  writeFileSync(join(folder, 'concepts/new/validium.yaml'), 'name: plasma');
  await told;
  expect(lost).toEqual([]);
});

/** Follows a folder, with everything that is logged. */
async function follow(folder: string) {
  const lines: { readonly level: string; readonly fault?: unknown; readonly msg: unknown }[] = [];
  const log = createLog({ logLevel: 'silent' });
  const keep =
    (level: string) =>
    (fields: object, msg?: string): void =>
      void lines.push({ level, ...('fault' in fields ? { fault: fields.fault } : {}), msg });
  const live = await createLiveAnswerer({
    folder,
    cache: join(openFolder(), 'cache'),
    log: Object.assign(log, { info: keep('info'), error: keep('error'), warn: keep('warn') }),
    clock: () => 1_000,
  });
  onTestFinished(() => live.close());
  return { live, lines };
}

test('a broken file keeps the last good knowledge, each fault is logged once, and a mended file is taken', async () => {
  const folder = openKnowledge();
  const { live, lines } = await follow(folder);
  const first = live.answerer();
  const path = join(folder, 'concepts/bridges/bridge.yaml');
  writeFileSync(path, conceptYaml('bridge', ['rollup', 'nowhere']));
  await vi.waitFor(() => expect(live.faulty()).toBeDefined(), DEADLINE_MS);
  expect(live.answerer()).toBe(first);
  expect(live.faulty()).toMatchObject({ since: 1_000, faults: [{ field: 'related.1' }] });
  const broken = conceptYaml('bridge', ['rollup', 'nowhere'], { questions: Array(6).fill('what is a bridge') });
  writeFileSync(path, broken);
  await vi.waitFor(() => expect(live.faulty()?.faults).toHaveLength(6), DEADLINE_MS);
  expect(lines.map(({ fault }) => String(fault).replace(/:\d+:\d+:/, ':'))).toEqual([
    'concepts/bridges/bridge.yaml: related.1: expected the id of a record, found "nowhere"',
    ...[1, 2, 3, 4, 5].map(
      (at) => `concepts/bridges/bridge.yaml: questions.${at}: expected a question asked once in this record`,
    ),
  ]);
  writeFileSync(path, conceptYaml('bridge', ['rollup', 'sidechain'], { aliases: ['chain bridge'] }));
  await vi.waitFor(() => expect(live.faulty()).toBeUndefined(), DEADLINE_MS);
  expect(live.answerer().catalog.get('bridge')?.aliases).toEqual(['chain bridge']);
  expect(lines.at(-1)).toEqual({ level: 'info', msg: 'knowledge reloaded' });
});

test('what is saved while the bot starts from what was kept is taken', async () => {
  const folder = openKnowledge();
  const cache = join(openFolder(), 'cache');
  await loadAnswerer(folder, cache);
  const starting = createLiveAnswerer({ folder, cache, log: createLog({ logLevel: 'silent' }), clock: () => 0 });
  writeFileSync(
    join(folder, 'concepts/bridges/bridge.yaml'),
    conceptYaml('bridge', ['rollup', 'sidechain'], { aliases: ['chain bridge'] }),
  );
  const live = await starting;
  onTestFinished(() => live.close());
  await vi.waitFor(() => expect(live.answerer().catalog.get('bridge')?.aliases).toEqual(['chain bridge']), DEADLINE_MS);
});

test('a folder that vanishes is a fault, not the end', async () => {
  const folder = openKnowledge();
  const { live } = await follow(folder);
  rmSync(folder, { recursive: true });
  await vi.waitFor(() => expect(live.faulty()?.faults).toMatchObject([{ file: '.' }]), DEADLINE_MS);
  expect(live.answerer().answer('what is a bridge').kind).toBe('explanation');
});

test('a running bot answers from the newest knowledge, and its status says where that is faulty', async () => {
  const knowledge = openKnowledge();
  const { you, channels } = await startTestBot({ knowledge });
  const command = async (path: string, options = {}) =>
    textOf(messageOf(await you.command(channels.general, path, options)));
  const short = 'Two chains and a way to move value between them';
  writeFileSync(
    join(knowledge, 'concepts/bridges/bridge.yaml'),
    conceptYaml('bridge', ['rollup', 'sidechain'], { standard: `${short}. `.repeat(6).trim() }),
  );
  await vi.waitFor(async () => expect(await command('layer explain', { topic: 'bridge' })).toContain(short), {
    timeout: DEADLINE_MS,
    interval: 500,
  });
  writeFileSync(join(knowledge, 'concepts/bridges/bridge.yaml'), 'name: [');
  await vi.waitFor(
    async () => expect(await command('layer-admin status')).toMatch(/Knowledge faulty since <t:\d+:f>: \d+ faults\./),
    { timeout: DEADLINE_MS, interval: 500 },
  );
});
