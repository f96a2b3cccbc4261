/** Questions in free words: by mention, in direct messages, as follow-ups; known and not. */
import { expect, onTestFinished, test } from 'vitest';
import { stringify } from 'yaml';
import type { Message, Person, Sandbox } from '../../src/sandbox/index.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { ask, control, hear, joinBot, messageOf, openRegistered, press, shown, startTestBot } from './bot.ts';
import { conceptYaml, FILES, openFolder, openKnowledge } from './knowledge.ts';

const titleOf = ({ embeds }: Message) => embeds[0]?.title;

test('a direct message needs no mention', async () => {
  const sandbox = await startTestBot();
  const answer = await hear(sandbox, sandbox.you, sandbox.you.dmChannelId, 'what is a bridge');
  expect(titleOf(answer)).toBe('bridge');
});

test('a follow-up goes on from the last answer of the same person', async () => {
  const sandbox = await startTestBot();
  const other = sandbox.person('other');
  await ask(sandbox, 'what is a bridge');
  await ask(sandbox, 'what is a rollup', other);
  const answer = await ask(sandbox, 'who runs it?');
  expect(titleOf(answer)).toBe('bridge');
  const why = messageOf(await press(sandbox.you, answer, 'Why this answer?'));
  expect(why.embeds[0]?.description).toMatch(/^\*\*bridge\*\*/);
});

test('why nothing was answered is told by the turns before the question, too', async () => {
  const outside = stringify([{ theme: 'chat', examples: ['who painted it', 'who painted this', 'the painter of it'] }]);
  const sandbox = await startTestBot({ knowledge: openKnowledge({ ...FILES, 'outside.yaml': outside }) });
  await ask(sandbox, 'what is a bridge');
  const answer = await ask(sandbox, 'who painted it?');
  expect(titleOf(answer)).toBe("I don't know that one.");
  const why = messageOf(await press(sandbox.you, answer, 'Why this answer?'));
  expect(why.embeds[0]?.description).toMatch(/^\*\*bridge\*\*/);
});

test('what was not answered does not push the talk out of memory', async () => {
  const outside = stringify([{ theme: 'chat', examples: ['who painted it', 'who painted this', 'the painter of it'] }]);
  const sandbox = await startTestBot({ knowledge: openKnowledge({ ...FILES, 'outside.yaml': outside }) });
  await ask(sandbox, 'what is a bridge');
  for (const unknown of [
    'who painted it?',
    'and who painted this?',
    'the painter of it?',
    'so who painted it?',
    'painter?',
  ])
    expect(titleOf(await ask(sandbox, unknown))).toBe("I don't know that one.");
  expect(titleOf(await ask(sandbox, 'who runs it?'))).toBe('bridge');
});

/** Replies to a message, as Discord does it: with a ping. */
async function replyTo(sandbox: Sandbox, who: Person, message: Message, text: string): Promise<Message> {
  const answer = who.nextMessage(({ author }) => author.id === sandbox.botId);
  await who.say(message.channel_id, text, { replyTo: message.id });
  return answer;
}

test('a reply goes on from the answer it replies to, whoever asked, also after a restart', async () => {
  const sandbox = await openRegistered();
  const first = await joinBot(sandbox);
  const bridge = await ask(sandbox, 'what is a bridge');
  await ask(sandbox, 'what is a rollup');
  expect(titleOf(await replyTo(sandbox, sandbox.you, bridge, 'who runs it?'))).toBe('bridge');
  const other = sandbox.person('other');
  const answer = await replyTo(sandbox, other, bridge, 'is it safe?');
  expect(titleOf(answer)).toBe('bridge');
  const why = messageOf(await press(other, answer, 'Why this answer?'));
  expect(why.embeds[0]?.description).toMatch(/^\*\*bridge\*\*/);
  await first.stop();
  await joinBot(sandbox);
  expect(titleOf(await replyTo(sandbox, other, bridge, 'what does it cost?'))).toBe('bridge');
});

test('what is not known is said, with the nearest topics, and recorded', async () => {
  const outside = stringify([{ theme: 'chat', examples: ['good morning everybody', 'who won the match', 'see you'] }]);
  const sandbox = await startTestBot({ knowledge: openKnowledge({ ...FILES, 'outside.yaml': outside }) });
  expect(shown(await ask(sandbox, 'best pizza dough hydration'))).toMatchInlineSnapshot(`
    {
      "content": "",
      "controls": [
        [
          "Why this answer?",
          "🗑️",
        ],
      ],
      "embeds": [
        {
          "description": "*I have noted the gap, without your name, for the people who write my knowledge.*",
          "title": "I don't know that one.",
        },
      ],
    }
  `);
  expect(shown(await ask(sandbox, 'what does rollup, sidechain and bridge cost'))).toMatchInlineSnapshot(`
    {
      "content": "",
      "controls": [
        [
          "Choose one",
        ],
        [
          "Why this answer?",
          "🗑️",
        ],
      ],
      "embeds": [
        {
          "description": "**bridge**: What bridge is, in one line
    **sidechain**: What sidechain is, in one line
    **rollup**: What rollup is, in one line
    **ZK rollup**: What ZK rollup is, in one line",
          "title": "Which of these do you mean?",
        },
      ],
    }
  `);
});

test('a greeting is answered with how to ask', async () => {
  const sandbox = await startTestBot();
  expect(shown(await ask(sandbox, 'hello'))).toMatchInlineSnapshot(`
    {
      "content": "",
      "controls": [
        [
          "Choose one",
        ],
        [
          "🗑️",
        ],
      ],
      "embeds": [
        {
          "For example": "• *what is a zk rollup*
    • *arbitrum vs optimism*
    • *why does it take a week to withdraw*
    • *is polygon a layer 2*
    • *block time of base*",
          "description": "Hello!

    I explain blockchain layering from a reviewed, sourced knowledge base. I never make anything up: what I do not know, I say so.

    **Ask in your own words**: mention me, write to me directly, or use \`/layer ask\`.
    **Look something up**: \`/layer explain\`, \`/layer compare\`, \`/layer classify\`, \`/layer attribute\`, \`/layer list\`.
    **On a message**: right-click (or hold) a message → Apps → “Explain this message” or “Check this claim”.",
          "footer": "Education, not financial advice",
          "title": "How to ask Strata",
        },
      ],
    }
  `);
});

test('what comes nearest to a question that is not answered can be chosen, a part of a topic by its title', async () => {
  const closing = {
    id: 'closing',
    asks: 'time',
    title: 'When the bridge closes at night',
    questions: ['when does the bridge close at night', 'night closing of the bridge'],
    answer: 'It closes at ten in the evening and opens again at six in the morning, every day of the year.',
    sources: ['guide'],
  };
  const bridge = conceptYaml('bridge', ['rollup', 'sidechain'], { facets: [closing] });
  const database = `${openFolder()}/strata.db`;
  const sandbox = await startTestBot({
    knowledge: openKnowledge({ ...FILES, 'concepts/bridges/bridge.yaml': bridge }),
    database,
  });
  const question = 'who has keys to the bridge at night';
  const unknown = await ask(sandbox, question);
  expect(titleOf(unknown)).toBe("I don't know that one.");
  const select = control(unknown, 'Choose one');
  expect(select.values).toEqual(['bridge#closing', 'bridge', 'none-of-these']);
  const outcome = await sandbox.you.select(unknown.id, select.custom_id, ['bridge#closing']);
  expect(titleOf(messageOf(outcome))).toBe('bridge: When the bridge closes at night');
  const store = openStore(database);
  onTestFinished(() => store.close());
  expect(store.gaps({ limit: 9 })).toMatchObject([{ question, reason: 'unknown', nearest: ['bridge'] }]);
});
