import { expect, test } from 'vitest';
import type { Message, Sandbox } from '../../src/sandbox/index.ts';
import { checkedRequests } from '../sandbox/discord-spec.ts';
import { ask, control, controlsOn, joinBot, messageOf, openRegistered, press, shown, startTestBot } from './bot.ts';
import { conceptYaml, FILES, openKnowledge } from './knowledge.ts';

const NOTHING_PINGED = { users: [], roles: [], everyone: false };
const layer = (sandbox: Sandbox, command: string, options: Record<string, string | boolean>) =>
  sandbox.you.command(sandbox.channels.general, `layer ${command}`, options);
const select = async ({ you }: Sandbox, message: Message, label: string, value: string) =>
  messageOf(await you.select(message.id, control(message, label).custom_id, [value]));

test('an answer to a mention is an ordinary reply with all its parts', async () => {
  const sandbox = await startTestBot();
  const answer = await ask(sandbox, 'what is a rollup');
  expect(shown(answer)).toMatchInlineSnapshot(`
    {
      "content": "",
      "controls": [
        [
          "Simpler",
          "Deeper",
        ],
        [
          "Read on…",
        ],
        [
          "Sources",
          "Why this answer?",
          "👍",
          "👎",
          "🗑️",
        ],
      ],
      "embeds": [
        {
          "Key points": "• rollup has a first point.
    • rollup has a second point.
    • rollup has a third point.",
          "Sources": "• [A guide](https://example.org/guide)",
          "description": "rollup is described here in neutral words for the sake of a test. rollup is described here in neutral words for the sake of a test. rollup is described here in neutral words for the sake of a test. rollup is described here in neutral words for the sake of a test.",
          "footer": "Education, not financial advice · Reviewed 1 November 2026 · rollup@bf45994",
          "title": "rollup",
        },
      ],
    }
  `);
  expect(answer.interaction_metadata).toBeUndefined();
  expect(sandbox.message(answer.id)?.pinged).toEqual(NOTHING_PINGED);
  expect(checkedRequests(sandbox)).toEqual([]);
});

test('simpler and deeper change the answer in place', async () => {
  const sandbox = await startTestBot();
  const answer = await ask(sandbox, 'what is a rollup');
  const simple = await press(sandbox.you, answer, 'Simpler');
  expect(simple).toMatchObject({ kind: 'update', message: { id: answer.id } });
  expect(shown(messageOf(simple))).toMatchInlineSnapshot(`
    {
      "content": "",
      "controls": [
        [
          "Deeper",
        ],
        [
          "Read on…",
        ],
        [
          "Sources",
          "Why this answer?",
          "👍",
          "👎",
          "🗑️",
        ],
      ],
      "embeds": [
        {
          "Key points": "• rollup has a first point.
    • rollup has a second point.
    • rollup has a third point.",
          "Sources": "• [A guide](https://example.org/guide)",
          "author": "/layer explain rollup depth:simple",
          "description": "rollup is described here in neutral words for the sake of a test. rollup is described here in neutral words for the sake of a test. rollup is described here in neutral words for the sake of a test.",
          "footer": "Education, not financial advice · Reviewed 1 November 2026 · rollup@bf45994",
          "title": "rollup",
        },
      ],
    }
  `);
  const standard = messageOf(await press(sandbox.you, messageOf(simple), 'Deeper'));
  const technical = messageOf(await press(sandbox.you, standard, 'Deeper'));
  expect(controlsOn(technical)[0]).toEqual(['Simpler']);
  expect(technical.embeds[0]?.author?.name).toBe('/layer explain rollup depth:technical');
});

test('buttons work after a restart of the bot', async () => {
  const sandbox = await openRegistered();
  const first = await joinBot(sandbox);
  const answer = await ask(sandbox, 'what is a rollup');
  await first.stop();
  await joinBot(sandbox);
  expect(messageOf(await press(sandbox.you, answer, 'Sources')).embeds[0]?.title).toBe('Sources: rollup');
});

test('related topics and comparisons are chosen from selects', async () => {
  const files = { ...FILES, ...kin('rollup'), ...kin('validium') };
  const sandbox = await startTestBot({ knowledge: openKnowledge(files) });
  const answer = await ask(sandbox, 'what is a rollup');
  expect(controlsOn(answer)).toEqual([
    ['Simpler', 'Deeper'],
    ['Read on…'],
    ['Compare with…'],
    ['Sources', 'Why this answer?', '👍', '👎', '🗑️'],
  ]);
  expect(control(answer, 'Read on…').values).toEqual(['sidechain', 'bridge']);
  const next = await select(sandbox, answer, 'Read on…', 'bridge');
  expect(next.embeds[0]).toMatchObject({ title: 'bridge', author: { name: '/layer explain bridge depth:standard' } });
  const again = await ask(sandbox, 'what is a rollup');
  expect(control(again, 'Compare with…').values).toEqual(['validium']);
  const both = await select(sandbox, again, 'Compare with…', 'validium');
  expect(shown(both)).toMatchInlineSnapshot(`
    {
      "content": "",
      "controls": [
        [
          "🔹 rollup",
          "🔸 validium",
        ],
        [
          "Sources",
          "Why this answer?",
          "👍",
          "👎",
          "🗑️",
        ],
      ],
      "embeds": [
        {
          "Sources": "• [A guide](https://example.org/guide)",
          "author": "/layer compare rollup vs validium",
          "description": "**What it shows**
    🔹 rollup: rollup has its own shows
    🔸 validium: validium has its own shows

    **When it is checked**
    🔹 rollup: rollup has its own checked
    🔸 validium: validium has its own checked

    **What it costs**
    🔹 rollup: rollup has its own cost
    🔸 validium: validium has its own cost

    **What it assumes**
    🔹 rollup: rollup has its own assumptions
    🔸 validium: validium has its own assumptions

    **Used by**
    🔹 rollup: rollup has its own examples
    🔸 validium: validium has its own examples",
          "footer": "Education, not financial advice · Reviewed 1 November 2026 · rollup+validium@0f8bcfa",
          "title": "rollup vs validium",
        },
      ],
    }
  `);
  expect(checkedRequests(sandbox)).toEqual([]);
});

/** A concept that can be set beside others of its family. */
const kin = (name: string) => ({
  [`concepts/rollups/${name}.yaml`]: conceptYaml(name, ['sidechain', 'bridge'], {
    kin: {
      family: 'proof',
      traits: Object.fromEntries(
        ['shows', 'checked', 'cost', 'assumptions', 'examples'].map((trait) => [trait, `${name} has its own ${trait}`]),
      ),
    },
  }),
});

test('sources and reasons are shown to one person alone', async () => {
  const sandbox = await startTestBot();
  const answer = await ask(sandbox, 'what is a rolup');
  const other = sandbox.person('other');
  for (const who of [sandbox.you, other]) {
    const why = await press(who, answer, 'Why this answer?');
    expect(why).toMatchObject({ kind: 'message', ephemeral: true });
    expect(withoutScores(shown(messageOf(why)))).toMatchInlineSnapshot(`
      {
        "content": "",
        "controls": [],
        "embeds": [
          {
            "Read as": "• rolup → rollup",
            "Runners-up": "• ZK rollup (0.xx)",
            "Words that matched": "\`rollup\`",
            "description": "**rollup**

      Confidence: 0.xx",
            "footer": "Knowledge bf4599463773: the same question gets the same answer.",
            "title": "Why this answer?",
          },
        ],
      }
    `);
  }
  const sources = await press(other, answer, 'Sources');
  expect(sources).toMatchObject({ kind: 'message', ephemeral: true });
  expect(shown(messageOf(sources))).toMatchInlineSnapshot(`
    {
      "content": "",
      "controls": [],
      "embeds": [
        {
          "description": "• [A guide](https://example.org/guide) (read 1 November 2026)",
          "footer": "Reviewed 1 November 2026",
          "title": "Sources: rollup",
        },
      ],
    }
  `);
});

/** What is shown without the figures that change whenever the ranking learns. */
const withoutScores = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll(/[01]\.\d\d/g, '0.xx'));

test('a long list turns its pages for who asked, and privately for others', async () => {
  const many = Array.from({ length: 40 }, (_, at) => `topic ${String.fromCharCode(97 + (at % 26))}${at}`);
  const files = Object.fromEntries(
    many.map((name) => [
      `concepts/rollups/${name.replaceAll(' ', '-')}.yaml`,
      conceptYaml(
        name,
        [many[0], many[1], many[2]].filter((one) => one !== name).map((one) => (one ?? '').replaceAll(' ', '-')),
      ),
    ]),
  );
  const sandbox = await startTestBot({ knowledge: openKnowledge({ ...FILES, ...files }) });
  const first = messageOf(await layer(sandbox, 'list', { category: 'rollups' }));
  expect(controlsOn(first)).toMatchInlineSnapshot(`
    [
      [
        "Choose one",
      ],
      [
        "Next",
      ],
      [
        "Why this answer?",
        "👍",
        "👎",
        "🗑️",
      ],
    ]
  `);
  const second = await press(sandbox.you, first, 'Next');
  expect(second).toMatchObject({ kind: 'update', message: { id: first.id } });
  expect(messageOf(second).embeds[0]?.footer?.text).toMatch(/Page 2 of 3/);
  const third = await press(sandbox.person('other'), messageOf(second), 'Next');
  expect(third).toMatchObject({ kind: 'message', ephemeral: true });
  expect(messageOf(third).embeds[0]?.footer?.text).toMatch(/Page 3 of 3/);
  expect(controlsOn(messageOf(third))[1]).toEqual(['Previous']);
  expect(checkedRequests(sandbox)).toEqual([]);
});
