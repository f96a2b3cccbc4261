/** Everything that the shipped knowledge can show, as Discord gets it: each payload is one that Discord takes. */
import { expect, test } from 'vitest';
import { SHIPPED_KNOWLEDGE } from '../../src/knowledge/files.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { ATTRIBUTES } from '../../src/knowledge/vocabulary.ts';
import type { Options, Outcome, Sandbox } from '../../src/sandbox/index.ts';
import { checkedRequests } from '../sandbox/discord-spec.ts';
import { controlsOn, messageOf, press, startTestBot } from './bot.ts';

const knowledge = loadKnowledge(SHIPPED_KNOWLEDGE);
const { concepts, systems, comparisons } = knowledge;
const startShipped = () => startTestBot({ knowledge: SHIPPED_KNOWLEDGE });

/** As many as one person may ask at once. */
const AT_ONCE = 6;

type Ask = readonly [command: string, options: Options];

let readers = 0;

/** Uses commands as many people; gives the titles of the answers. */
async function askAll(sandbox: Sandbox, asked: readonly Ask[]): Promise<readonly (string | undefined)[]> {
  const outcomes: Outcome[] = [];
  for (let at = 0; at < asked.length; at += AT_ONCE) {
    readers += 1;
    const who = sandbox.person(`reader ${readers}`);
    const some = asked.slice(at, at + AT_ONCE);
    outcomes.push(
      ...(await Promise.all(
        some.map(([command, options]) => who.command(sandbox.channels.general, `layer ${command}`, options)),
      )),
    );
    // The log of requests keeps the latest alone.
    expect(checkedRequests(sandbox)).toEqual([]);
  }
  return outcomes.map((outcome) => messageOf(outcome).embeds[0]?.title ?? undefined);
}

test.each(['simple', 'standard', 'technical'])(
  'every topic is explained at depth %s',
  async (depth) => {
    const topics = [...concepts, ...systems];
    const titles = await askAll(
      await startShipped(),
      topics.map(({ id }) => ['explain', { topic: id, depth }]),
    );
    expect(titles).toEqual(topics.map(({ name }) => name));
  },
  30_000,
);

test('every comparison is shown, with all its pages', async () => {
  const sandbox = await startShipped();
  for (const { id, sides } of comparisons) {
    const who = sandbox.person(id);
    const [first = '', second = ''] = sides;
    let page = messageOf(await who.command(sandbox.channels.general, 'layer compare', { first, second }));
    const rows = () => page.embeds[0]?.description?.match(/^\*\*.*\*\*$/gm)?.length ?? 0;
    let shown = rows();
    while (controlsOn(page).flat().includes('Next')) {
      page = messageOf(await press(who, page, 'Next'));
      shown += rows();
    }
    expect(shown, id).toBeGreaterThan(2);
    expect(
      page.embeds[0]?.fields?.map(({ name }) => name),
      id,
    ).toContain('Sources');
  }
  expect(checkedRequests(sandbox)).toEqual([]);
}, 30_000);

test('every network is classified, and asked for every fact', async () => {
  const sandbox = await startShipped();
  const classes = await askAll(
    sandbox,
    systems.map(({ id }) => ['classify', { subject: id }]),
  );
  expect(classes).toEqual(systems.map(({ name }) => name));
  const facts = systems.map(({ id }, at): Ask => {
    const names = Object.keys(ATTRIBUTES);
    return ['attribute', { subject: id, fact: names[at % names.length] ?? '' }];
  });
  expect((await askAll(sandbox, facts)).filter((title) => title === undefined)).toEqual([]);
}, 30_000);

test('two to four topics are set side by side', async () => {
  const sandbox = await startShipped();
  const sides = ['arbitrum', 'optimism', 'base', 'zksync'];
  const names = ['first', 'second', 'third', 'fourth'];
  const asked = [2, 3, 4].map((count): Ask => {
    const chosen = sides.slice(0, count).map((side, at) => [names[at], side]);
    return ['compare', Object.fromEntries(chosen)];
  });
  expect(await askAll(sandbox, asked)).toEqual([
    expect.stringMatching(/Arbitrum.*Optimism|Optimism.*Arbitrum/),
    expect.stringMatching(/Arbitrum.*Base/),
    expect.stringMatching(/Arbitrum.*zkSync/i),
  ]);
});

test('autocomplete offers each topic once, popular ones first, and answers whatever is typed', async () => {
  const sandbox = await startShipped();
  const { you, channels } = sandbox;
  const offered = (option: string, text: string, command = 'layer explain') =>
    you.complete(channels.general, command, option, text);
  const popular = await offered('topic', '');
  expect(popular.slice(0, 3).map(({ value }) => value)).toEqual(['layer-1', 'layer-2', 'rollup']);
  for (const text of ['l2', 'optmistic', 'zk', 'eth', '¿?', 'x'.repeat(100), '@everyone', '__proto__', ' ']) {
    const choices = await offered('topic', text);
    expect(choices.length).toBeLessThanOrEqual(25);
    expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length);
  }
  expect((await offered('topic', 'optmistic')).map(({ value }) => value)).toContain('optimistic-rollup');
  expect((await offered('category', 'roll', 'layer list')).length).toBeGreaterThan(0);
  expect(checkedRequests(sandbox)).toEqual([]);
});

test('what is typed freely in place of a topic is understood', async () => {
  const titles = await askAll(await startShipped(), [
    ['explain', { topic: 'optmistic rollups' }],
    ['compare', { first: 'L1', second: 'layer two' }],
    ['classify', { subject: 'the polygon chain' }],
  ]);
  expect(titles).toEqual(['Optimistic rollup', 'Layer 1 vs layer 2', 'Polygon PoS']);
});
