/** The context menus of messages: explained and checked privately, and shown to all on request. */
import { expect, test } from 'vitest';
import { SHIPPED_KNOWLEDGE } from '../../src/knowledge/files.ts';
import type { Message } from '../../src/sandbox/index.ts';
import { checkedRequests } from '../sandbox/discord-spec.ts';
import { controlsOn, messageOf, press, shown, startTestBot, textOf } from './bot.ts';

const titleOf = ({ embeds }: Message) => embeds[0]?.title;

test('"explain this message" names its terms, answers its question, and can be shown to all', async () => {
  const sandbox = await startTestBot();
  const { you, channels } = sandbox;
  const said = await you.say(channels.general, 'I moved from a sidechain to a rollup.\nover a bridge');
  const explained = await you.menu(said.id, 'Explain this message');
  expect(explained).toMatchObject({ kind: 'message', ephemeral: true });
  expect(shown(messageOf(explained))).toMatchInlineSnapshot(`
    {
      "content": "",
      "controls": [
        [
          "Choose one",
        ],
        [
          "Post publicly",
        ],
      ],
      "embeds": [
        {
          "author": "I moved from a sidechain to a rollup. over a bridge",
          "description": "**sidechain**: What sidechain is, in one line
    **rollup**: What rollup is, in one line
    **bridge**: What bridge is, in one line",
          "footer": "Education, not financial advice",
          "title": "Layering terms in this message",
        },
      ],
    }
  `);
  const posted = await press(you, messageOf(explained), 'Post publicly');
  expect(posted).toMatchObject({ kind: 'message', ephemeral: false });
  expect(messageOf(posted).embeds).toEqual(messageOf(explained).embeds);
  expect(controlsOn(messageOf(posted))).toEqual([['Choose one'], ['🗑️']]);
  const asked = await you.say(channels.general, 'Does anybody know what a bridge is?');
  expect(titleOf(messageOf(await you.menu(asked.id, 'Explain this message')))).toBe('bridge');
  const empty = await you.say(channels.general, 'good morning');
  expect(textOf(messageOf(await you.menu(empty.id, 'Explain this message')))).toContain('I found no layering terms');
  expect(checkedRequests(sandbox)).toEqual([]);
});

test('"check this claim" rules on each claim privately, and can be shown to all', async () => {
  const sandbox = await startTestBot({ knowledge: SHIPPED_KNOWLEDGE });
  const { you, channels } = sandbox;
  const claims = ['Polygon is an L2.', 'Arbitrum is a layer 2.', 'Ethereum is a layer 2!', 'Bitcoin is a layer 1.'];
  const said = await you.say(channels.general, claims.join(' '));
  const checked = await you.menu(said.id, 'Check this claim');
  expect(checked).toMatchObject({ kind: 'message', ephemeral: true });
  const message = messageOf(checked);
  expect(message.embeds.map(({ title, description }) => `${title} ${description?.split('\n')[0]}`)).toEqual([
    '⚖️ Disputed > Polygon is an L2.',
    '✅ Supported > Arbitrum is a layer 2.',
    '❌ Wrong > Ethereum is a layer 2!',
  ]);
  expect(message.embeds[0]?.fields?.map(({ name }) => name)).toEqual(['Who says what', 'Sources']);
  const posted = await press(you, message, 'Post publicly');
  expect(posted).toMatchObject({ kind: 'message', ephemeral: false });
  expect(messageOf(posted).embeds).toEqual(message.embeds);
  expect(sandbox.message(messageOf(posted).id)?.pinged).toEqual({ users: [], roles: [], everyone: false });
  expect(checkedRequests(sandbox)).toEqual([]);
});
