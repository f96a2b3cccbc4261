/** Questions in free words: by mention, in direct messages, as follow-ups, edited, too many, about what is at stake. */
import { expect, test } from 'vitest';
import { SHIPPED_KNOWLEDGE } from '../../src/knowledge/files.ts';
import type { Message, Person, Sandbox } from '../../src/sandbox/index.ts';
import { checkedRequests } from '../sandbox/discord-spec.ts';
import {
  ask,
  controlsOn,
  hear,
  joinBot,
  messageOf,
  openRegistered,
  press,
  shown,
  startTestBot,
  textOf,
} from './bot.ts';

const titleOf = ({ embeds }: Message) => embeds[0]?.title;
/** What the bot said in a channel, oldest first. */
const saidIn = async ({ botId }: Sandbox, channel: string, who: Person) =>
  (await who.history(channel))
    .filter(({ author }) => author.id === botId)
    .map(textOf)
    .reverse();

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
  const sandbox = await startTestBot();
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
  expect(shown(await ask(sandbox, 'sidechain haircut'))).toMatchInlineSnapshot(`
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
          "description": "**sidechain**: What sidechain is, in one line",
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

test('an edit within a minute changes the answer, a later one does not', async () => {
  const clock = { now: Date.now() };
  const sandbox = await startTestBot({ clock: () => clock.now });
  const { you, channels, botId } = sandbox;
  const question = await you.say(channels.general, `<@${botId}> what is a rollup`);
  const answer = await you.nextMessage(({ author }) => author.id === botId);
  const changed = you.nextEvent('MESSAGE_UPDATE');
  clock.now += 59_000;
  const edited = untilEdited(sandbox, answer.id);
  await you.edit(question, `<@${botId}> what is a bridge`);
  await changed;
  expect(titleOf(await edited)).toBe('bridge');
  clock.now += 2_000;
  await you.edit(question, `<@${botId}> what is a sidechain`);
  await ask(sandbox, 'what is a rollup');
  expect(sandbox.message(answer.id)?.message.embeds[0]?.title).toBe('bridge');
  expect(checkedRequests(sandbox)).toEqual([]);
});

/** Waits until the bot has edited a message. */
async function untilEdited(sandbox: Sandbox, id: string): Promise<Message> {
  await sandbox.requests.waitFor(({ method, path }) => method === 'PATCH' && path.endsWith(`/messages/${id}`));
  const message = sandbox.message(id)?.message;
  if (!message) throw new Error(`No message ${id}`);
  return message;
}

test('an edit that comes while the answer is on its way is not lost', async () => {
  const sandbox = await startTestBot();
  const { you, channels, botId } = sandbox;
  sandbox.fault({ method: 'POST', path: `/channels/${channels.general}/messages`, retryAfter: 0.3 });
  const answered = you.nextMessage(({ author }) => author.id === botId);
  const question = await you.say(channels.general, `<@${botId}> what is a rollup`);
  await you.edit(question, `<@${botId}> what is a bridge`);
  const answer = await answered;
  expect(titleOf(await untilEdited(sandbox, answer.id))).toBe('bridge');
});

test('an edited follow-up still goes on from what was before it', async () => {
  const sandbox = await startTestBot();
  const { you, channels, botId } = sandbox;
  await ask(sandbox, 'what is a bridge');
  const answered = you.nextMessage(({ author }) => author.id === botId);
  const question = await you.say(channels.general, `<@${botId}> what is a rollup`);
  const answer = await answered;
  await you.edit(question, `<@${botId}> who runs it?`);
  expect(titleOf(await untilEdited(sandbox, answer.id))).toBe('bridge');
});

test('a message is answered once, also when the gateway delivers it again after a resume', async () => {
  const sandbox = await startTestBot();
  const { you, channels } = sandbox;
  await ask(sandbox, 'what is a bridge');
  for (const how of [{ code: 4000 }, { code: 1006 }, {}] as const) {
    sandbox.disconnectBot('code' in how && how.code === 1006 ? { code: 4900 } : how);
    await ask(sandbox, 'what is a rollup');
  }
  expect((await saidIn(sandbox, channels.general, you)).length).toBe(4);
  expect(await you.history(channels.general)).toHaveLength(8);
});

test('who asks too much is told so kindly, once a minute in a channel and each time in a private answer', async () => {
  const clock = { now: Date.now() };
  const sandbox = await startTestBot({ clock: () => clock.now });
  const { you, channels } = sandbox;
  for (let count = 0; count < 8; count += 1) await ask(sandbox, 'what is a rollup');
  expect((await ask(sandbox, 'what is a rollup')).content).toBe(
    'One moment: that was a lot of questions. Please try again in 2 seconds.',
  );
  for (let count = 0; count < 5; count += 1) await you.say(channels.general, `<@${sandbox.botId}> what is a rollup`);
  for (let count = 0; count < 2; count += 1) {
    const slow = await you.command(channels.general, 'layer explain', { topic: 'rollup' });
    expect(slow).toMatchObject({ kind: 'message', ephemeral: true });
    expect(messageOf(slow).content).toMatch(/^One moment/);
  }
  const other = sandbox.person('other');
  expect(titleOf(await ask(sandbox, 'what is a bridge', other))).toBe('bridge');
  expect((await saidIn(sandbox, channels.general, other)).length).toBe(10);
  clock.now += 2_000;
  expect(titleOf(await ask(sandbox, 'what is a sidechain'))).toBe('sidechain');
  expect(checkedRequests(sandbox)).toEqual([]);
});

const WARNING = 'Funds stuck? Nobody honest asks for a seed phrase or writes to you first.';

test.each([
  'my funds are stuck on the bridge',
  'are withdrawals stuck on a bridge',
  'I lost my tokens on the sidechain',
  'my eth never arrived over the bridge',
  'where does a rollup keep my private key',
])('"%s" is answered with a warning', async (question) => {
  const sandbox = await startTestBot();
  const answer = await ask(sandbox, question);
  expect(answer.embeds[0]?.description?.startsWith(`⚠️ **${WARNING}**`)).toBe(true);
});

test('who asks about keys is told that nobody honest asks for them, once', async () => {
  const sandbox = await startTestBot({ knowledge: SHIPPED_KNOWLEDGE });
  const answer = await ask(sandbox, 'I lost my seed phrase');
  expect(shown(answer)).toMatchInlineSnapshot(`
    {
      "content": "",
      "controls": [
        [
          "🗑️",
        ],
      ],
      "embeds": [
        {
          "description": "I cannot help with wallets or keys. **Never give your seed phrase or private key to anybody: nobody honest asks for it**, whatever they call themselves. Support staff do not write to you first.",
          "title": "About Strata",
        },
      ],
    }
  `);
  const bridge = await ask(sandbox, 'my funds are stuck on the bridge');
  expect(textOf(bridge)).toContain(WARNING);
  expect(textOf(await ask(sandbox, 'how long are funds locked in a rollup withdrawal'))).not.toContain('Funds stuck?');
});

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
